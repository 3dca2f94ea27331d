export type Counts = {
  /** People here now or already counted below, so that “84 of 112” never exceeds the whole. */
  present: number;
  placed: number;
  unsure: number;
  passed: number;
};

/** Whoever is not sure or passed has answered, too: nobody waits for them. */
export const answeredOf = ({ placed, unsure, passed }: Counts): number => placed + unsure + passed;
