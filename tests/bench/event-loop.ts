import { jobsOf } from '#gathering/due-and-jobs.ts';
import { GATHERING } from '#gathering/ledger.ts';
import { openMemory } from '#server/log/memory/memory.ts';
import { ana, cafeBlock, CONVENING, device, firstBlock, open, phone, rules } from '../support/test-host.ts';
import { median } from './figures.ts';

const SIZES = [150, 300, 3000];
const AT_TABLE = 5;
const TIMES = 9;
const GOAL_MS = 20;

/**
 * What one step of a café costs the server's loop, in processor milliseconds of its thread; views are made and encoded
 * as for sockets.
 */
export type LoopRow = { people: number; question: number; planned: number; late: number };

export async function loops(): Promise<LoopRow[]> {
  const rows: LoopRow[] = [];
  for (const people of SIZES) rows.push(await loop(people));
  return rows;
}

export function loopTable(rows: readonly LoopRow[]): string {
  const told = (ms: number) => (ms <= GOAL_MS ? ms.toFixed(1) : `**${ms.toFixed(1)}**`);
  return [
    `What a plan costs the server's loop, in ms. Goal: at most ${GOAL_MS} at 300.`,
    '',
    '| People | build the question | take the plan in | seat who comes late |',
    '|---|---|---|---|',
    ...rows.map(
      ({ people, question, planned, late }) => `| ${people} | ${told(question)} | ${told(planned)} | ${told(late)} |`
    )
  ].join('\n');
}

async function loop(people: number): Promise<LoopRow> {
  const host = await open(openMemory());
  const console = device(() => host, ana);
  const worker = device(() => host, { role: 'worker', person: null });
  const joins = (name: string) => device(() => host, phone(name))('join', { name: null, rehearsed: false });
  /** Until it is durable and every view it touched could be sent. */
  const shown = async (does: () => Promise<unknown>): Promise<number> => {
    let looked = 0;
    const unwatch = host.watch(({ channels }) => {
      for (const channel of channels) looked += JSON.stringify(host.view(channel)).length;
    });
    const took = await spent(does);
    unwatch();
    return looked > 0 ? took : Number.NaN;
  };

  await console('convene', CONVENING);
  const tables = Array.from({ length: Math.ceil(people / AT_TABLE) }, () => ({}));
  await console('addBlock', cafeBlock({ tables, seats: AT_TABLE + 1 }), GATHERING);
  const activity = firstBlock(host);
  await console('turnTo', { activity, from: null });
  await Promise.all(Array.from({ length: people }, (_, index) => joins(`p${index}`)));
  const [built, planned, late]: number[][] = [[], [], []];
  for (let time = 0; time < TIMES; time += 1) {
    await console('plan', {}, activity);
    const [asked] = jobsOf(host.ledger(), rules);
    let question: object = {};
    built?.push(await spent(() => Promise.resolve((question = asked?.question() ?? {}))));
    const answer = rules.methods['cafe']?.work?.answer(question) ?? {};
    planned?.push(await shown(() => worker('planned', { asking: asked?.asking, answer }, activity)));
  }
  await console('seat', {}, activity);
  for (let index = 0; index < TIMES; index += 1) {
    await joins(`late${index}`);
    late?.push(
      await shown(() => device(() => host, phone(`late${index}`), `seat-of-${index}`)('comeIn', {}, activity))
    );
  }
  await host.close();
  return { people, question: median(built ?? []), planned: median(planned ?? []), late: median(late ?? []) };
}

async function spent(does: () => Promise<unknown>): Promise<number> {
  const began = process.threadCpuUsage();
  await does();
  const { user, system } = process.threadCpuUsage(began);
  return (user + system) / 1000;
}
