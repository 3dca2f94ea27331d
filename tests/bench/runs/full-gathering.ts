import type { Spread } from '../figures.ts';
import type { Task } from '../load/task.ts';
import type { Plan } from '../plan.ts';
import { openPlenary } from '../plenary.ts';
import { openFloor } from '../comparison-servers.ts';
import type { Row, Workload } from '../row.ts';
import { load, result } from '../tasks.ts';
import { attempt } from './attempt.ts';

const PER_SECOND = 1000;
type Ask = Omit<Task, 'system' | 'url' | 'pid' | 'place' | 'n' | 'seconds'>;

/** What happens to a whole room: people come, come back, say something lasting, and are told something. */
export async function* halls(plan: Plan): AsyncGenerator<Row> {
  const wants = (workload: Workload) => plan.only.includes(workload);
  const { seconds } = plan;
  for (const n of plan.halls) {
    if (wants('durable')) {
      for (let turn = 0; turn < plan.repeats; turn += 1) {
        yield* await atFloor(n, seconds, { does: 'durable', perSecond: PER_SECOND });
        yield* await atPlenary(n, seconds, { does: 'durable', perSecond: PER_SECOND });
      }
      yield* await atPlenary(n, seconds, { does: 'durable' });
    }
    if (wants('stage')) {
      yield* await atFloor(n, seconds, { does: 'stage' });
      yield* await atPlenary(n, seconds, { does: 'stage' });
    }
    if (wants('storm')) {
      const within = Math.max(1, n / STORM_PER_SECOND);
      yield* await atPlenary(n, within, { does: 'storm' });
      yield* await atPlenary(n, within, { does: 'storm', pages: true });
    }
    if (wants('reconnect')) yield* await atPlenary(n, seconds, { does: 'reconnect' });
  }
  for (const n of wants('cafe') ? plan.cafes : []) yield* await atPlenary(n, Math.max(20, seconds), { does: 'cafe' });
  if (wants('durable')) for (const size of [1, 10, 100]) yield* await bare(size, Math.min(3, seconds));
}

// 2,000 in five seconds.
const STORM_PER_SECOND = 400;

async function atPlenary(n: number, seconds: number, ask: Ask): Promise<Row[]> {
  const rows = await attempt(`${ask.does} at ${n}`, async () => {
    const plenary = await openPlenary();
    try {
      const { place } = plenary;
      const task: Task = { ...ask, system: 'plenary', url: place.url, pid: place.pid, place, n, seconds };
      return (await load(task, 150_000 + n * 40)).rows;
    } finally {
      await plenary.end();
    }
  });
  return rows ?? [];
}

async function atFloor(n: number, seconds: number, ask: Ask): Promise<Row[]> {
  const rows = await attempt(`floor, ${ask.does} at ${n}`, async () => {
    const floor = await openFloor('dots');
    try {
      return (await load({ ...ask, system: 'floor', url: floor.url, pid: floor.pid, n, seconds }, 90_000)).rows;
    } finally {
      await floor.end();
    }
  });
  return rows ?? [];
}

async function bare(size: number, seconds: number): Promise<Row[]> {
  const found = await attempt(`the store, ${size} events in a batch`, () =>
    result<{ perSecond: number; ack: Spread }>(['store/bare.ts', `${size}`, `${seconds}`], 'server', 60_000)
  );
  if (!found) return [];
  const more = { 'events in a batch': size, 'kept/s': found.perSecond };
  return [{ workload: 'durable', system: 'store', n: 1, ack: found.ack, more }];
}
