import { jobsOf, type Job } from '#gathering/due-and-jobs.ts';
import type { Host } from '#gathering/host.ts';
import type { Rules } from '#gathering/ledger.ts';
import { openSystemClient } from './system-client.ts';
import type { WorkerPool } from './worker-pool.ts';

export type JobPorts = { rules: Rules; workers: WorkerPool; report(error: unknown): void };

/** Computes what the activities of a gathering ask for, and submits the answer as a command. Returns how to stop. */
export function openJobs(host: Host, { rules, workers, report }: JobPorts): () => void {
  const client = openSystemClient(host, 'worker');
  /** The last question of each activity: it is answered once, and an answer that was refused is not tried for ever. */
  const taken = new Map<string, string>();
  let stopped = false;

  const unwatch = host.watch(look);
  look();

  function look(): void {
    try {
      for (const each of jobsOf(host.ledger(), rules)) {
        if (taken.get(each.activity) === each.asking) continue;
        taken.set(each.activity, each.asking);
        void compute(each).catch((error: unknown) => {
          if (!stopped) report(error);
        });
      }
    } catch (error) {
      report(error);
    }
  }

  async function compute({ activity, method, asking, question, command }: Job): Promise<void> {
    const answer = await workers.answer(method, question());
    await client.say(activity, command, { asking, answer });
  }

  return () => {
    stopped = true;
    unwatch();
    client.stop();
  };
}
