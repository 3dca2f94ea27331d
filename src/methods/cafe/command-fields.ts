import * as v from 'valibot';

export const id = v.pipe(v.string(), v.maxLength(64));
/** Several at once, for one press and one step back. */
export const ids = v.pipe(v.array(id), v.minLength(1), v.maxLength(500));
/** Made on the device that asks, so that writing needs no answer first. */
export const made = v.pipe(v.string(), v.regex(/^[0-9a-z]{8,32}$/));
/** The person for whom another acts, because they have no phone or asked for help. */
export const forSomebody = v.optional(id);
export const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
export const nothing = v.strictObject({});
