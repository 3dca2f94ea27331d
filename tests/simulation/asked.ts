import type { Ledger } from '#gathering/ledger.ts';
import type { Dice } from './dice.ts';

/** What somebody asks of the activity that is on. */
export type Asked = { command: string; input: object };

/**
 * What people might want in one method: mostly sensible, sometimes late or not theirs to ask. Null: nothing just now.
 */
export type MethodWishes = {
  /** Of a block in which they get into each other's way. */
  settings(dice: Dice): object;
  ask(ledger: Ledger, activity: string, person: string | null, dice: Dice): Asked | null;
  /** For somebody, most of the time. */
  help(ledger: Ledger, activity: string, person: string, dice: Dice): Asked | null;
  lead(ledger: Ledger, activity: string, dice: Dice): Asked;
};

/** One of these: what is in the list twice is wished twice as often. */
export function anyOf(dice: Dice, wishes: readonly [command: string, input: object][]): Asked {
  const wish = dice.pick(wishes);
  if (!wish) throw new Error('There is nothing to wish for');
  return { command: wish[0], input: wish[1] };
}
