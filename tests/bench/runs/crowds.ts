import type { Place } from '../load/gathering.ts';
import type { Task } from '../load/task.ts';
import type { Plan } from '../plan.ts';
import { openPlenary } from '../plenary.ts';
import { openColyseus, openFloor } from '../comparison-servers.ts';
import type { Row, System } from '../row.ts';
import { load } from '../tasks.ts';
import { attempt } from './attempt.ts';

/** Fingers that move: every system at each size, one after the other, and all of it again. */
export async function* crowds(plan: Plan, colyseus: boolean): AsyncGenerator<Row> {
  const styles = (['2hz', 'drag10'] as const).filter((style) => plan.only.includes(style));
  if (styles.length === 0) return;
  for (const n of plan.crowds)
    for (let turn = 0; turn < plan.repeats; turn += 1)
      for (const system of systemsFor(colyseus)) {
        const rows = await attempt(`${system} at ${n}`, () => once(system, n, styles, plan.seconds));
        yield* rows ?? [];
      }
}

const systemsFor = (colyseus: boolean): System[] => [
  'floor',
  'floor-shape',
  'plenary',
  ...(colyseus ? (['colyseus'] as const) : [])
];

async function once(system: System, n: number, styles: ('2hz' | 'drag10')[], seconds: number): Promise<Row[]> {
  const server = await openSystem(system);
  try {
    const { url, pid, place } = server;
    const task: Task = { does: 'crowd', system, url, pid, n, styles, seconds, ...(place ? { place } : {}) };
    const { rows } = await load(task, 60_000 + n * 40 + styles.length * (seconds + 5) * 1000);
    return rows;
  } finally {
    await server.end();
  }
}

type Open = { url: string; pid: number; place?: Place; end(): Promise<void> };

async function openSystem(system: System): Promise<Open> {
  if (system === 'colyseus') return openColyseus();
  if (system !== 'plenary') return openFloor(system === 'floor' ? 'dots' : 'shape');
  const plenary = await openPlenary();
  return { ...plenary, url: plenary.place.url, pid: plenary.place.pid };
}
