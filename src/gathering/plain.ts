import { current, isDraft } from 'mutative';

/**
 * What a draft holds now: of a draft no other can be made, and to read all of it costs many times as much. What nothing
 * has changed is not copied.
 */
export const plain = <State>(state: State): State => (isDraft(state) ? (current(state as object) as State) : state);
