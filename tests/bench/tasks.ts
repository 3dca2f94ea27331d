import { join } from 'node:path';
import { RESULT, type Outcome, type Task } from './load/task.ts';
import { startNode } from './processes.ts';

const HERE = import.meta.dirname;

/** Runs the load for one task. Rejects with its words when it fails or takes too long. */
export const load = (task: Task, withinMs: number): Promise<Outcome> =>
  result<Outcome>(['load/main.ts', JSON.stringify(task)], 'load', withinMs);

/** Runs one of the small programs beside this file, and reads what it found. */
export async function result<Found>(
  [file = '', ...args]: readonly string[],
  on: 'server' | 'load',
  withinMs: number
): Promise<Found> {
  const running = startNode([join(HERE, file), ...args], { on });
  try {
    const [told] = await running.tells(/^(RESULT .*|FAILED [^]*)$/m, withinMs);
    if (!told.startsWith(RESULT)) throw new Error(told);
    return JSON.parse(told.slice(RESULT.length)) as Found;
  } finally {
    await running.end();
  }
}
