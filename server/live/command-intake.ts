import * as v from 'valibot';
import { isRefusal, refuse, type Actor } from '#contract/method.ts';
import type { Host } from '#gathering/host.ts';
import { INPUT_LONGEST, isTooLong, type Answer, type Say } from '#wire/messages.ts';
import type { TokenBucket } from '../access/token-bucket.ts';

/** Takes each command of one connection and answers it, even when it is not a command at all. */
export type CommandIntake = (said: unknown) => Promise<Answer>;

const WAITING_AT_MOST = 200;
const DEPTH_AT_MOST = 12;

export const deviceId = v.pipe(v.string(), v.regex(/^[0-9a-z-]{8,64}$/));

const say: v.GenericSchema<unknown, Say> = v.strictObject({
  device: deviceId,
  n: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  settled: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  activity: v.pipe(v.string(), v.maxLength(64)),
  command: v.pipe(v.string(), v.maxLength(64)),
  // Endless nesting would overflow the stack where the input is written out again, in the middle of a batch of others.
  input: v.custom<unknown>((input) => isShallow(input, DEPTH_AT_MOST)),
  again: v.optional(v.boolean())
});

/** `who` is the key that pays for commands: two pages of one person share it. */
export function createCommandIntake(host: Host, by: Actor, who: string, pace: TokenBucket): CommandIntake {
  const waiting = new Map<string, number>();
  /** By device, the command that was put off: later ones must not overtake it, or they would be refused for good. */
  const putOff = new Map<string, number>();

  return async (said) => {
    const understood = v.safeParse(say, said, { abortEarly: true });
    if (!understood.success) return refuse('not-understood');
    const { device, n, input } = understood.output;
    if (isTooLong(input)) return refuse('input-too-long', { most: INPUT_LONGEST });
    const before = waiting.get(device) ?? 0;
    if (before >= WAITING_AT_MOST) return refuse('too-many-waiting', { most: WAITING_AT_MOST });
    if (n > (putOff.get(device) ?? Infinity) || !pace.take(who)) {
      putOff.set(device, Math.min(n, putOff.get(device) ?? n));
      return { later: 'too-fast' };
    }
    putOff.delete(device);
    waiting.set(device, before + 1);
    try {
      const answer = await host.hear(understood.output, by);
      if (!isRefusal(answer) && 'later' in answer) putOff.set(device, Math.min(n, putOff.get(device) ?? n));
      return answer;
    } finally {
      const left = (waiting.get(device) ?? 1) - 1;
      if (left > 0) waiting.set(device, left);
      else waiting.delete(device);
    }
  };
}

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0 || ArrayBuffer.isView(value)) return false;
  return Object.values(value).every((item) => isShallow(item, depth - 1));
}
