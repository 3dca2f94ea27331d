/** In letters as people see them. */
export const QUESTION_LONGEST = 140;
export const ANSWER_LONGEST = 140;
