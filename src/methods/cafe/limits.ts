/** What a surface needs to know of the limits. What checks them is not sent along. */
export const NOTE_LONGEST = 240;
export const LINE_LONGEST = 140;

export const NOTE_KINDS = ['idea', 'question', 'insight', 'quote'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/**
 * The share of present people who must have said that they sit. If the question came earlier, people who still look for
 * their chair would miss it; with fewer answers, a figure about who met whom would be wrong.
 */
export const SEATED_ENOUGH = 0.9;
