import { plan } from '../../src/rotation/plan.ts';
import type { Plan as Rotation, Question } from '../../src/rotation/problem.ts';
import { replan } from '../../src/rotation/replan.ts';
import { INSTANCES } from '../../src/rotation/support/instances.ts';
import { withChoices, questionFor } from '../../src/rotation/support/questions.ts';
import { median } from './figures.ts';

const SEED = 1;
/** The middle one: the first are before compilation. */
const TIMES = 15;
/** Enough for the compiler to be done with the middle one. */
const MANY = 400;
/** What takes longer is measured once. */
const ONCE_MS = 200;

/** One question about who sits where. `ms` is processor time: it means the same on a busy machine. */
export type RotationRow = {
  name: string;
  way: string;
  excess: number;
  bound: number;
  isOptimal: boolean;
  ms: number;
  goal: { excess: number; stretch: number } | { ms: number };
};

export function rotations(): RotationRow[] {
  const hall = () => plan(questionFor(3000, 600, 4), SEED);
  const name = 'H 3,000/600/4, planned and checked';
  // Before anything else, so that nothing is compiled yet.
  const cold = row(`${name}, first call of a process`, hall, { ms: 5 }, 1);
  const instances = INSTANCES.map(instance);
  return [...instances, cold, row(`${name}, warm`, hall, { ms: 5 }, MANY), ...speeds()];
}

/** The table as people and Markdown read it. */
export function rotationTable(rows: readonly RotationRow[]): string {
  const lines = rows.map(({ name, way, excess, bound, isOptimal, ms, goal }) => {
    const ratio = bound > 0 ? (excess / bound).toFixed(2) : excess === 0 ? '1.00' : '–';
    const wanted =
      'ms' in goal ? `${goal.ms} ms` : `${goal.excess}${goal.stretch < goal.excess ? ` (${goal.stretch})` : ''}`;
    const reached =
      'ms' in goal ? ms <= goal.ms : excess <= goal.stretch ? true : excess <= goal.excess ? 'not the stretch' : false;
    const told = reached === true ? 'yes' : reached === false ? '**missed**' : reached;
    return `| ${[name, way, `${excess}${isOptimal ? ' ✓' : ''}`, bound, ratio, wanted, told, ms.toFixed(1)].join(' | ')} |`;
  });
  return [
    'Who sits where: people/tables/rounds, H where hosts stay. E counts repeats, ✓ is proven optimal; a stretch stands in brackets.',
    '',
    '| Room | way | E | bound | ratio | to reach | reached | processor ms |',
    '|---|---|---|---|---|---|---|---|',
    ...lines
  ].join('\n');
}

function instance({ people, tables, rounds, hosts, reach, stretch }: (typeof INSTANCES)[number]): RotationRow {
  const name = `${hosts === 'stays' ? 'H ' : ''}${people}/${tables}/${rounds}`;
  return row(name, () => plan(questionFor(people, tables, rounds, { hosts }), SEED), { excess: reach, stretch });
}

function speeds(): RotationRow[] {
  const [hall, evening] = [questionFor(300, 30, 5), questionFor(300, 40, 5)];
  const hard = questionFor(300, 20, 5);
  const [lettered, searched] = [plan(hall, SEED), plan(hard, SEED)];
  return [
    row('H 100/12/6', () => plan(questionFor(100, 12, 6), SEED), { ms: 1000 }),
    row('H 300/40/5', () => plan(evening, SEED), { ms: 2000 }),
    row('H 300/20/5', () => plan(hard, SEED), { ms: 2000 }),
    ...[150, 300].map((people) => topics(people)),
    row('H 300/30/5 after 5 came late and a host left', () => changed(hall, lettered), { ms: 300 }),
    row('H 300/20/5 after the same', () => changed(hard, searched), { ms: 300 })
  ];
}

/** The name tells what is kept of the choices: the rest of the row is about people. */
function topics(people: number): RotationRow {
  const asked = withChoices(questionFor(people, people / 6, 3), 3, SEED);
  const { choices } = plan(asked, SEED).quality;
  const kept = `${choices?.kept} of ${choices?.asked} kept, ${choices?.bound} possible`;
  return row(`H ${people}/${people / 6}/3, topics chosen: ${kept}`, () => plan(asked, SEED), { ms: 2000 });
}

function row(name: string, make: () => Rotation, goal: RotationRow['goal'], times = TIMES): RotationRow {
  const all: number[] = [];
  for (;;) {
    const began = process.cpuUsage();
    const { way, quality } = make();
    const { user, system } = process.cpuUsage(began);
    all.push((user + system) / 1000);
    if (all.length < times && (all[0] ?? 0) < ONCE_MS) continue;
    const { excess, bound, isOptimal } = quality;
    return { name, way, excess, bound, isOptimal, ms: median(all), goal };
  }
}

function changed(asked: Question, planned: Rotation): Rotation {
  const host = planned.hosts[0]?.['table 3'];
  const people = asked.people.map((guest) => (guest.id === host ? { ...guest, until: 1 } : guest));
  const late = Array.from({ length: 5 }, (_, index) => ({ id: `late ${index}`, from: 1 }));
  const tables = asked.tables.map((table) => ({ ...table, seats: Number(table.seats) + 1 }));
  return replan({ ...asked, tables, people: [...people, ...late], shown: [planned.rounds[0] ?? {}] }, planned, SEED);
}
