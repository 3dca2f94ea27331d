import { crowds } from './runs/crowds.ts';
import { halls } from './runs/full-gathering.ts';
import { opening } from './runs/opening.ts';
import { isPinned } from './processes.ts';
import { readPlan, type Plan } from './plan.ts';
import { loops, loopTable } from './event-loop.ts';
import { harvested, harvestTables } from './harvest/harvest.ts';
import { likenesses, likenessTable } from './likeness.ts';
import { machine, table } from './report.ts';
import { rotations, rotationTable } from './rotation.ts';
import { hasColyseus } from './comparison-servers.ts';
import type { Row } from './row.ts';

/**
 * Measures Plenary beside the least a server could do and beside Colyseus, in one run.
 * `npm run bench -- [--quick] [--json] [--n 500,2000] [--only 2hz,storm] [--repeats 3] [--seconds 8]`
 */
const plan = planned();
const rows: Row[] = [];
const began = performance.now();
const needsRivals = plan.only.includes('2hz') || plan.only.includes('drag10');
const colyseus = needsRivals && hasColyseus();
if (needsRivals && !colyseus) console.error('Colyseus could not be installed: the table goes without it.');

for (const measure of [crowds(plan, colyseus), halls(plan), opening(plan)])
  for await (const row of measure) {
    rows.push(row);
    // To the side, so that what is piped on stays clean.
    console.error(`${row.workload} ${row.system} ${row.n}: cpu ${row.cpu?.toFixed(2) ?? '–'}, lost ${row.lost ?? 0}`);
  }

const about = { ...machine(), pinned: isPinned, minutes: (performance.now() - began) / 60_000 };
const rotates = plan.only.includes('rotation');
const [seats, held] = [rotates ? rotations() : [], rotates ? await loops() : []];
const likeness = plan.only.includes('likeness') ? likenesses() : [];
const harvest = plan.only.includes('harvest') ? await harvested(plan) : null;
const tables = [
  ...(rows.length > 0 ? [table(about, rows)] : []),
  ...(rotates ? [rotationTable(seats), loopTable(held)] : []),
  ...(likeness.length > 0 ? [likenessTable(likeness)] : []),
  ...(harvest ? [harvestTables(harvest)] : [])
];
console.log(plan.json ? JSON.stringify({ about, rows, seats, held, likeness, harvest }, null, 1) : tables.join('\n\n'));

function planned(): Plan {
  try {
    return readPlan(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(2);
  }
}
