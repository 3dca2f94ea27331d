import * as v from 'valibot';

/** `turn`: whose the sender saw on this chair, null where it was free. Left out, it is whoever sits there now. */
export const onChair = v.strictObject({ chair: v.string(), turn: v.optional(v.nullable(v.string())) });
