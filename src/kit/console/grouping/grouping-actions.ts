/** What the desk asks of its method. Each answers whether it was done; `done` is the sentence to say then. */
export type GroupingActions = {
  /** Into a group; one that does not exist yet is made. null: out of all groups. */
  group: (cards: readonly string[], group: string | null, done: string) => Promise<boolean>;
  name: (group: string, name: string | null, done: string) => Promise<boolean>;
  join: (from: string, into: string, done: string) => Promise<boolean>;
  /** Folds cards that say the same into one. */
  merge: (from: readonly string[], into: string, done: string) => Promise<boolean>;
  takeApart: (card: string) => Promise<boolean>;
  /** Shows all of a card, with what else can be done to it. */
  open?: (card: string) => void;
  /** One place up or down: groups among each other, and cards in their group. */
  moveGroup?: (group: string, by: -1 | 1, done: string) => Promise<boolean>;
  moveCard?: (card: string, by: -1 | 1, done: string) => Promise<boolean>;
  marks: readonly Mark[];
};

/** A mark that cards can be given, such as a star. */
export type Mark = {
  name: string;
  isOn: (card: string) => boolean;
  set: (cards: readonly string[], on: boolean) => Promise<boolean>;
};
