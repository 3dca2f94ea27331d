import * as v from 'valibot';

/** Schemas of fields that inputs of many commands have. */
export const id = v.pipe(v.string(), v.maxLength(64));
/** Several at once: one press, and one step back. */
export const ids = v.pipe(v.array(id), v.minLength(1), v.maxLength(500));
/** The person a helper acts for. */
export const forSomebody = v.optional(id);
export const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
export const nothing = v.strictObject({});
