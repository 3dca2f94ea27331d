/** What a surface needs to know of the limits. What checks them is not sent along. */
export const NOTE_LONGEST = 240;
export const LINE_LONGEST = 140;

export const NOTE_KINDS = ['idea', 'question', 'insight', 'quote'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/**
 * Of those present. Asked any earlier, those who still look for their chair miss the question; with fewer who said
 * where they sat, no figure is told of it.
 */
export const SEATED_ENOUGH = 0.9;
