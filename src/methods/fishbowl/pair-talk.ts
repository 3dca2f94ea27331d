/** A talk in pairs before and after the circle: both think, then one speaks, then the other. */
export const STEP_MS = 30_000;
export const STEPS = 3;

export type Step = { at: number; leftMs: number };

/**
 * The step of the talk, counted back from its end, because facilitators may postpone the end. Null: there is no end.
 * `at` is 3 when it is over.
 */
export function stepAt(endsAt: number | null, now: number): Step | null {
  if (endsAt === null) return null;
  const left = endsAt - now;
  if (left <= 0) return { at: STEPS, leftMs: 0 };
  const at = Math.max(0, STEPS - Math.ceil(left / STEP_MS));
  return { at, leftMs: left - (STEPS - 1 - at) * STEP_MS };
}
