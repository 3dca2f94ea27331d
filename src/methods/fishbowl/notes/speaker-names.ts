import type { Roster } from '#contract/method.ts';
import type { Text } from '#contract/text.ts';
import { showsNames } from '../exposure.ts';
import { nameOf } from '../sitting/sitters.ts';
import { getOwn } from '#contract/get-own.ts';
import { type SitterId, type State } from '../state.ts';
import type { Sitter } from '../views/chairs.ts';

/** Who may be called what on a channel. `kept`: what they were called when it was written down. */
export type Naming = (sitter: SitterId, kept: Text | null) => Text | null;

/** For phones and scribes, who do not hear of every new name. */
export const asKept = (state: State): Naming => (showsNames(state) ? (_sitter, kept) => kept : nobody);

/** For walls. */
export const asCalled = (state: State, roster: Roster): Naming =>
  showsNames(state) ? (sitter, kept) => nameOf(state, sitter, roster) ?? kept : nobody;

/** For those who lead: they run the ring, and have to know who is who. */
export const asLed =
  (state: State, roster: Roster): Naming =>
  (sitter, kept) =>
    nameOf(state, sitter, roster) ?? kept;

export function sitterView(state: State, sitter: SitterId, naming: Naming): Sitter {
  const { name, number } = getOwn(state.speakers, sitter) ?? { name: null, number: 0 };
  return { name: naming(sitter, name), number };
}

const nobody: Naming = () => null;
