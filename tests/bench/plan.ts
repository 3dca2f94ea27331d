import { parseArgs } from 'node:util';
import { WORKLOADS, type Workload } from './row.ts';

/** What is to be measured, and how long. */
export type Plan = {
  json: boolean;
  only: readonly Workload[];
  /** Phones, for what moves. */
  crowds: readonly number[];
  /** Phones, for what counts whole rooms. */
  halls: readonly number[];
  /** Phones, for a café whose tables all write. */
  cafes: readonly number[];
  events: readonly number[];
  repeats: number;
  seconds: number;
  closed: number;
  editions: number;
};

const FULL = {
  crowds: [300, 1000, 2000, 5000],
  halls: [2000],
  cafes: [600],
  events: [100, 1000, 10_000, 100_000],
  repeats: 3,
  seconds: 8,
  closed: 1000,
  editions: 10_000
};
const QUICK = {
  crowds: [300],
  halls: [300],
  cafes: [100],
  events: [10_000],
  repeats: 1,
  seconds: 2,
  closed: 200,
  editions: 500
};
const N_MOST = 10_000;

export function readPlan(args: string[]): Plan {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      n: { type: 'string' },
      only: { type: 'string' },
      repeats: { type: 'string' },
      seconds: { type: 'string' }
    }
  });
  const usual = values.quick ? QUICK : FULL;
  const asked = values.n?.split(',').map(Number);
  if (asked?.some((n) => !Number.isInteger(n) || n < 10 || n > N_MOST))
    throw new Error(`--n takes whole numbers from 10 to ${N_MOST}, with commas between them.`);
  const only = values.only?.split(',') ?? WORKLOADS;
  const unknown = only.find((name) => !WORKLOADS.includes(name as Workload));
  if (unknown !== undefined) throw new Error(`There is no workload "${unknown}". There are: ${WORKLOADS.join(', ')}.`);
  return {
    ...usual,
    ...(asked ? { crowds: asked, halls: asked, cafes: asked } : {}),
    ...(values.repeats ? { repeats: Number(values.repeats) } : {}),
    ...(values.seconds ? { seconds: Number(values.seconds) } : {}),
    json: values.json,
    only: only as Workload[]
  };
}
