import { parseArgs } from 'node:util';
import { simulate } from './simulate.ts';

/**
 * `npm run simulate -- --seeds 1000 --steps 1000 --from 7690`, or `--seed 17` for one: prints seeds, steps, breaches.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    seed: { type: 'string' },
    from: { type: 'string', default: '1' },
    steps: { type: 'string', default: '1000' }
  }
});
const seeds = values.seed
  ? [Number(values.seed)]
  : Array.from({ length: Number(values.seeds) }, (_, i) => Number(values.from) + i);
const began = Date.now();
let events = 0;
let crashes = 0;
let breaches = 0;
for (const seed of seeds) {
  const run = await simulate(seed, Number(values.steps));
  events += run.events;
  crashes += run.crashes;
  breaches += run.breaches.length;
  for (const breach of run.breaches) console.log(`seed ${seed}: ${breach}`);
}
const seconds = ((Date.now() - began) / 1000).toFixed(1);
console.log(
  `${seeds.length} seeds × ${values.steps} steps: ${events} events, ${crashes} crashes, ${breaches} breaches in ${seconds} s`
);
process.exitCode = breaches > 0 ? 1 : 0;
