import { setTimeout as pause } from 'node:timers/promises';
import { refuse, type Actor, type Refusal } from '#contract/method.ts';
import type { Host } from '#gathering/host.ts';
import type { Say } from '#wire/messages.ts';

/** A one-time number must be unguessable: the id of the person who joined follows from it. */
export const isFormDevice = (device: unknown): device is string =>
  typeof device === 'string' && /^[0-9a-z]{26}$/.test(device);

const PATIENCE_MS = [50, 200, 800];
/** A store that is away takes seconds to say so: then the person is told at once. */
const TOO_LONG_MS = 1500;

/**
 * A form cannot wait on the phone as a live command does: it is tried again for a moment, then the refusal is shown.
 */
export async function submitWithRetry(host: Host, say: Say, by: Actor): Promise<{ version: number } | Refusal> {
  const begun = performance.now();
  for (const waitMs of PATIENCE_MS) {
    const answer = await host.hear(say, by, true);
    if (!('later' in answer)) return answer;
    if (performance.now() - begun > TOO_LONG_MS) return refuse(answer.later);
    await pause(waitMs);
  }
  const answer = await host.hear(say, by, true);
  return 'later' in answer ? refuse(answer.later) : answer;
}
