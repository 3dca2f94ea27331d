/** A talk of two before and after the circle: each thinks, one speaks, the other speaks. */
export const STEP_MS = 30_000;
export const STEPS = 3;

export type Step = { at: number; leftMs: number };

/** Counted back from the end, which those who lead may put off. Null: nobody has set an end. At 3 it is over. */
export function stepAt(endsAt: number | null, now: number): Step | null {
  if (endsAt === null) return null;
  const left = endsAt - now;
  if (left <= 0) return { at: STEPS, leftMs: 0 };
  const at = Math.max(0, STEPS - Math.ceil(left / STEP_MS));
  return { at, leftMs: left - (STEPS - 1 - at) * STEP_MS };
}
