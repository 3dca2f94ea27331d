import { Unavailable } from '#gathering/ports.ts';
import { refuse, type Refusal } from '#methods/method.ts';

type Ask<Args extends unknown[], Outcome> = (...args: Args) => Promise<Outcome | Refusal>;

/** A full disk or a lost store is a no like others, with a sentence, to whoever can be told a no: what they typed stays. */
export const refusing =
  <Args extends unknown[], Outcome>(ask: Ask<Args, Outcome>): Ask<Args, Outcome> =>
  async (...args) => {
    try {
      return await ask(...args);
    } catch (trouble) {
      if (trouble instanceof Unavailable) return refuse(trouble.reason);
      throw trouble;
    }
  };
