/** The branch for notes that belong to no speaker. */
export const DISCUSSION = 'discussion';
