import { holes } from './mutations.ts';
import { plant } from './run-mutation.ts';

/** Plants each hole, one after the other, and looks whether its test finds it. `node tests/mutations/run-all.ts` */
let wrong = 0;
for (const hole of holes) {
  const sound = await plant(hole, false);
  const outcome = sound === 'missed' ? await plant(hole) : 'stale';
  if (outcome !== 'found') wrong += 1;
  console.log(`${outcome}: ${hole.name} (${hole.test} › ${hole.title})`);
}
console.log(`${holes.length - wrong} of ${holes.length} holes found`);
process.exitCode = wrong > 0 ? 1 : 0;
