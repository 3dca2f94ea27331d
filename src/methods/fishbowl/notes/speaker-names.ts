import type { Roster } from '#contract/method.ts';
import type { Text } from '#contract/typed-text.ts';
import { showsNames } from '../exposure.ts';
import { nameOf } from '../sitting/sitters.ts';
import { getOwn } from '#contract/get-own.ts';
import { type SitterId, type State } from '../state.ts';
import type { Sitter } from '../views/chairs.ts';

/** How a channel names a sitter. `kept`: the name that was stored when they asked or sat down. */
export type Naming = (sitter: SitterId, kept: Text | null) => Text | null;

/** For phones and scribes, which are not told of every new name. */
export const namesForPhones = (state: State): Naming => (showsNames(state) ? (_sitter, kept) => kept : noName);

/** For the board. */
export const namesForBoard = (state: State, roster: Roster): Naming =>
  showsNames(state) ? (sitter, kept) => nameOf(state, sitter, roster) ?? kept : noName;

/** For the console: facilitators run the ring and must know who is who, also at L1. */
export const namesForConsole =
  (state: State, roster: Roster): Naming =>
  (sitter, kept) =>
    nameOf(state, sitter, roster) ?? kept;

export function sitterView(state: State, sitter: SitterId, naming: Naming): Sitter {
  const { name, number } = getOwn(state.speakers, sitter) ?? { name: null, number: 0 };
  return { name: naming(sitter, name), number };
}

const noName: Naming = () => null;
