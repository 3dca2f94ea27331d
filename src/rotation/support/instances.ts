import type { Question } from '../problem.ts';

export type Instance = {
  people: number;
  tables: number;
  rounds: number;
  hosts: Question['hosts'];
  /** `reach`: the largest excess a plan may have. `stretch`: a smaller one that would be better still. */
  reach: number;
  stretch: number;
};

/**
 * Rooms that are known to be easy, hard or impossible: people/tables/rounds, then the excess to reach and the one to
 * hope for.
 */
const STAYING = [
  '12/3/3 9',
  '20/4/3 12',
  '20/4/4 24',
  '24/4/3 24',
  '25/4/3 27',
  '26/4/3 30',
  '25/5/3 0',
  '25/5/4 0',
  '25/5/5 0',
  '30/5/3 15',
  '35/5/3 30',
  '40/5/3 45',
  '50/5/3 75',
  '30/6/5 0',
  '36/6/3 0',
  '36/6/4 5',
  '36/6/6 33 31',
  '49/7/3 0',
  '64/8/3 0',
  '100/10/3 0',
  '150/25/3 0',
  '147/25/3 0',
  '150/30/4 0'
];
const TRAVELLING = [
  '9/3/4 0',
  '16/4/5 0',
  '25/5/6 0',
  '15/5/7 0',
  '20/5/5 0',
  '30/6/5 0',
  '20/5/6 6',
  '36/6/4 2',
  '18/6/8 2 0',
  '21/7/10 6 0',
  '28/7/9 26 0',
  '32/8/7 0',
  '32/8/8 3 0',
  '32/8/9 11 0',
  '32/8/10 26 0'
];

export const INSTANCES: readonly Instance[] = [
  ...STAYING.map((written) => instance(written, 'stays')),
  ...TRAVELLING.map((written) => instance(written, 'none'))
];

function instance(written: string, hosts: Question['hosts']): Instance {
  const [people = 0, tables = 0, rounds = 0, reach = 0, stretch = reach] = written.split(/[/ ]/).map(Number);
  return { people, tables, rounds, hosts, reach, stretch };
}
