import * as v from 'valibot';

/** `turn`: the turn the sender saw on this chair, null where it was free. Without it, the current sitter is meant. */
export const onChair = v.strictObject({ chair: v.string(), turn: v.optional(v.nullable(v.string())) });
