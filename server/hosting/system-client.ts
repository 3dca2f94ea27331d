import { setTimeout as pause } from 'node:timers/promises';
import type { Host } from '#gathering/host.ts';
import type { Role } from '#contract/method.ts';
import type { Answer } from '#wire/messages.ts';
import { newId } from '../access/ids.ts';

/**
 * Submits commands as the clock or a worker, with numbers of its own. Resolves when the command was decided; null when
 * the client was stopped first.
 */
export type SystemClient = {
  say(activity: string, command: string, input: object): Promise<Exclude<Answer, { later: unknown }> | null>;
  stop(): void;
};

const AGAIN_MS = 1000;

export function openSystemClient(host: Host, role: Extract<Role, 'clock' | 'worker'>): SystemClient {
  const device = `${role}-${newId()}`;
  let settled = 0;
  let stopped = false;
  let turn: Promise<unknown> = Promise.resolve();

  async function submitWithRetry(activity: string, command: string, input: object) {
    while (!stopped) {
      const say = { device, n: settled + 1, settled, activity, command, input };
      const answer = await host.hear(say, { role, person: null });
      if (!('later' in answer)) {
        settled += 1;
        return answer;
      }
      await pause(AGAIN_MS, null, { ref: false });
    }
    return null;
  }

  return {
    say(activity, command, input) {
      const said = turn.then(() => submitWithRetry(activity, command, input));
      turn = said;
      return said;
    },
    stop() {
      stopped = true;
    }
  };
}
