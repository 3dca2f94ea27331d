import * as v from 'valibot';

/**
 * An id made on the device that asks, so that writing waits for no answer: 8 to 32 small letters and digits. It becomes
 * the key of a record, and every record has a `constructor` before anything is put into it: that one is refused.
 */
export const madeId = v.pipe(v.string(), v.regex(/^(?!constructor$)[0-9a-z]{8,32}$/));
