import type { Held } from '#gathering/state.ts';
import { instantOf } from '#wire/local-time.ts';

/**
 * When it was held, as a form says it: `began` and `ended` by the clocks of `zone`. Undefined where the form has no
 * such fields, null where they hold no time. Whether it ends before it begins is for the rules to say.
 */
export function heldInForm(form: { get(name: string): unknown }): Held | null | undefined {
  const [began, ended, timeZone] = ['began', 'ended', 'zone'].map((name) => form.get(name));
  if (typeof began !== 'string' || typeof ended !== 'string' || typeof timeZone !== 'string') return undefined;
  const [from, to] = [instantOf(began, timeZone), instantOf(ended, timeZone)];
  return from === null || to === null ? null : { from, to, timeZone };
}
