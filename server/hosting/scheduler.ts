import { nextDue } from '#gathering/due-and-jobs.ts';
import type { Host } from '#gathering/host.ts';
import type { Rules } from '#gathering/ledger.ts';
import { openSystemClient } from './system-client.ts';

export type SchedulerPorts = { rules: Rules; report(error: unknown): void };

/**
 * A timer stands still while the machine sleeps, and the time of a gathering does not: the two are compared this often.
 */
const LOOK_AGAIN_MS = 2_000;

/** Submits the commands that activities want at a certain time, when it has come. Returns how to stop. */
export function openScheduler(host: Host, { rules, report }: SchedulerPorts): () => void {
  const client = openSystemClient(host, 'clock');
  let timer: NodeJS.Timeout | null = null;
  let firing = false;
  let fired = '';

  const unwatch = host.watch(look);
  look();

  function look(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    if (firing) return;
    try {
      const due = nextDue(host.ledger(), rules);
      if (due) timer = setTimeout(() => void fire(), Math.min(Math.max(0, due.at - host.now()), LOOK_AGAIN_MS)).unref();
    } catch (error) {
      report(error);
    }
  }

  async function fire(): Promise<void> {
    const due = nextDue(host.ledger(), rules);
    if (!due || due.at > host.now()) return look();
    const { activity, command, input } = due;
    const what = JSON.stringify(due);
    // A command that changes nothing, and is still due, would be fired for ever.
    if (what === fired) return report(new Error(`${command} was sent when it was due, and is still asked for`));
    firing = true;
    await client.say(activity, command, input);
    fired = what;
    firing = false;
    look();
  }

  return () => {
    unwatch();
    client.stop();
    if (timer) clearTimeout(timer);
  };
}
