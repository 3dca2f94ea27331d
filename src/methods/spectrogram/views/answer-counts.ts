export type AnswerCounts = {
  /** People who are here now or are counted below, so that “84 of 112” never exceeds the whole. */
  present: number;
  placed: number;
  unsure: number;
  passed: number;
};

/** People who are not sure or passed have answered, too: the room does not wait for them. */
export const answeredOf = ({ placed, unsure, passed }: AnswerCounts): number => placed + unsure + passed;
