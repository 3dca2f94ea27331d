import { cafe } from './cafe.ts';
import { crowd } from './crowd.ts';
import { durable } from './placements.ts';
import { growth, prepareLine } from './growth.ts';
import { reconnect } from './reconnect.ts';
import { stage } from './facilitator-steps.ts';
import { joinStorm } from './join-storm.ts';
import { RESULT, type Outcome, type Task } from './task.ts';

/** The load: one process, one task, one line of JSON. Its parent process ends it when it takes too long. */
const task = JSON.parse(process.argv[2] ?? '') as Task;

const deeds: Record<Task['does'], (task: Task) => Promise<Outcome>> = {
  cafe,
  crowd,
  durable,
  stage,
  storm: joinStorm,
  reconnect,
  growth,
  line: prepareLine
};

try {
  console.log(RESULT + JSON.stringify(await deeds[task.does](task)));
  process.exit(0);
} catch (error) {
  console.log(`FAILED ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  process.exit(1);
}
