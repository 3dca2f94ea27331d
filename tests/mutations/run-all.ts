import { mutations } from './mutations.ts';
import { runMutation } from './run-mutation.ts';

/**
 * Runs the test of each mutation, one after the other: it must pass without the mutation and fail with it.
 * `node tests/mutations/run-all.ts`
 */
let wrong = 0;
for (const mutation of mutations) {
  const sound = await runMutation(mutation, false);
  const outcome = sound === 'missed' ? await runMutation(mutation) : 'stale';
  if (outcome !== 'found') wrong += 1;
  console.log(`${outcome}: ${mutation.name} (${mutation.test} › ${mutation.title})`);
}
console.log(`${mutations.length - wrong} of ${mutations.length} mutations found`);
process.exitCode = wrong > 0 ? 1 : 0;
