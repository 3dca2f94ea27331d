import { median } from '../figures.ts';
import type { Plan } from '../plan.ts';
import { openPlenary, startPlenary } from '../plenary.ts';
import type { Row } from '../row.ts';
import { load, result } from '../tasks.ts';
import { attempt } from './attempt.ts';

const PEOPLE = 100;
const TIMES = 3;
const WITHIN_MS = 300_000;

/** Gatherings that are long: what it costs to open them, and to go on in them. */
export async function* opening(plan: Plan): AsyncGenerator<Row> {
  const { only } = plan;
  if (!only.includes('cold') && !only.includes('growth')) return;
  yield* (await attempt('a gathering that grows', () => grow(plan))) ?? [];
  if (only.includes('cold')) yield* (await attempt('the start', () => starts(plan.closed))) ?? [];
}

/** One gathering, made longer and longer while the server is down. */
async function grow({ events, only }: Plan): Promise<Row[]> {
  const rows: Row[] = [];
  const plenary = await openPlenary();
  const { place, data } = plenary;
  try {
    const { url, pid } = place;
    const begun = await load({ does: 'line', system: 'plenary', url, pid, place, n: PEOPLE, seconds: 0 }, WITHIN_MS);
    const { cookies = [], line } = begun;
    if (!line) throw new Error('There is no line.');
    await plenary.stop();
    for (const n of events) {
      await result(['store/grow.ts', data, place.gathering, JSON.stringify(line), `${n}`], 'server', WITHIN_MS);
      if (only.includes('cold')) rows.push(await cold(data, place.gathering, n));
      if (!only.includes('growth')) continue;
      const server = await startPlenary(data);
      try {
        const again = { ...place, url: server.url, pid: server.pid };
        const task = { system: 'plenary', url: server.url, pid: server.pid, place: again, n, seconds: 0 } as const;
        rows.push(...(await load({ ...task, does: 'growth', cookies, line }, WITHIN_MS)).rows);
      } finally {
        await server.end();
      }
    }
  } finally {
    await plenary.end();
  }
  return rows;
}

async function cold(data: string, gathering: string, n: number): Promise<Row> {
  const opened = (from: string) => async () =>
    (await result<{ ms: number }>(['store/cold-open.ts', data, gathering, from], 'server', WITHIN_MS)).ms;
  const more = {
    'from the log ms': await medianOf(opened('log')),
    'with snapshot ms': await medianOf(opened('snapshot'))
  };
  return { workload: 'cold', system: 'plenary', n, more };
}

/** From nothing to open doors, with and without gatherings that are over. */
async function starts(closed: number): Promise<Row[]> {
  const plenary = await openPlenary();
  try {
    await plenary.stop();
    const started = async () => {
      const server = await startPlenary(plenary.data);
      await server.end();
      return server.startedInMs;
    };
    const few = await medianOf(started);
    await result(['store/closed-gatherings.ts', plenary.data, `${closed}`], 'server', WITHIN_MS);
    const many = await medianOf(started);
    const more = { 'closed gatherings': closed, 'start ms with one': few, 'start ms with all': many };
    return [{ workload: 'cold', system: 'plenary', n: 0, more }];
  } finally {
    await plenary.end();
  }
}

async function medianOf(act: () => Promise<number>): Promise<number> {
  const found: number[] = [];
  for (let turn = 0; turn < TIMES; turn += 1) found.push(await act());
  return median(found);
}
