/** The branch of what nobody in particular said. */
export const DISCUSSION = 'discussion';
