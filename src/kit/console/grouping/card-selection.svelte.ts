import type { GroupingWords } from '../../words/grouping.ts';
import type { GroupingActions, Mark } from './grouping-actions.ts';
import { after, standingOn, step, type Move, type Pile } from './piles.ts';

export type CardSelectionPorts = {
  piles: () => readonly Pile[];
  /** The piles with the cards in sight: all, or those that were found. */
  shown: () => readonly Pile[];
  actions: () => GroupingActions;
  words: () => GroupingWords;
  tell: (sentence: string) => void;
  /** 16 characters of 0-9a-z, by chance. */
  newId: () => string;
};

/** The same each time: hundreds of cards ask whether they are picked whenever what is picked changes. */
const NOTHING: readonly string[] = [];

/** What is picked on the desk, and where it is put. */
export class CardSelection {
  readonly #ports: CardSelectionPorts;
  #picked = $state.raw(NOTHING);
  #chosen = $state<string | null>(null);
  readonly #standing = $derived.by(() => standingOn(this.#ports.piles()));
  readonly #inSight = $derived.by(() => standingOn(this.#ports.shown()));
  readonly #cards = $derived.by(() =>
    this.#picked.length === 0 ? NOTHING : this.#picked.filter((card) => this.#standing.has(card))
  );
  readonly #at = $derived.by(() =>
    this.#chosen !== null && this.#inSight.has(this.#chosen) ? this.#chosen : step(this.#ports.shown(), null, 'first')
  );

  constructor(ports: CardSelectionPorts) {
    this.#ports = ports;
  }

  /** Of the picked cards those that stand on the desk. */
  get cards(): readonly string[] {
    return this.#cards;
  }

  has(card: string): boolean {
    return this.#cards.includes(card);
  }

  /** How many of them a search hides. They stay picked: cards of several searches go into one group. */
  get notShown(): number {
    return this.#cards.filter((card) => !this.#inSight.has(card)).length;
  }

  get inGroups(): boolean {
    return this.#cards.some((card) => this.#standing.get(card));
  }

  /** The one card that Tab reaches; arrows go on from it. */
  get at(): string | null {
    return this.#at;
  }

  go(move: Move): void {
    this.#chosen = step(this.#ports.shown(), this.at, move);
  }

  /** A screen reader brings the focus to a card without arrows; keys act on that one then. */
  standOn(card: string): void {
    this.#chosen = card;
  }

  pick(card: string, on: boolean): void {
    this.#chosen = card;
    const others = this.#picked.filter((other) => other !== card);
    this.#picked = on ? [...others, card] : others;
    const { nothingPicked, picked } = this.#words;
    this.#ports.tell(this.cards.length === 0 ? nothingPicked : picked(this.cards.length));
  }

  /** Drags all picked cards if this is one of these; otherwise this card alone. */
  drag(card: string): void {
    if (!this.#picked.includes(card)) this.#picked = [card];
  }

  letGo(): void {
    this.#picked = NOTHING;
    this.#ports.tell(this.#words.nothingPicked);
  }

  putInto(pile: Pile, cards = this.#held()): Promise<void> {
    if (pile.id === null) return this.loosen(cards);
    const { placed, groupShort } = this.#words;
    return this.#put(cards, pile.id, placed(cards.length, groupShort(pile.number, pile.name)));
  }

  /** Whether there is a pile of that number. */
  putIntoPile(number: number): boolean {
    const pile = this.#ports.piles().find((pile) => pile.number === number);
    if (pile) void this.putInto(pile);
    return pile !== undefined;
  }

  putNew(cards = this.#held()): Promise<void> {
    return this.#put(cards, this.#ports.newId(), this.#words.made(cards.length));
  }

  /** Beside the card that has the focus: into its group, or into a new one with it. */
  putBeside(card: string): void {
    const others = this.cards.filter((other) => other !== card);
    if (others.length === 0) return;
    const pile = this.#ports.piles().find(({ cards }) => cards.some(({ id }) => id === card));
    void (pile && pile.id !== null ? this.putInto(pile, others) : this.putNew([card, ...others]));
  }

  loosen(cards = this.cards): Promise<void> {
    return this.#put(cards, null, this.#words.loosened(cards.length));
  }

  async fold(): Promise<void> {
    const [into, ...from] = this.cards;
    if (into === undefined || from.length === 0) return;
    if (!(await this.#ports.actions().merge(from, into, this.#words.folded))) return;
    this.#picked = NOTHING;
    this.#chosen = into;
  }

  /** Marks all picked cards; removes the mark if all have it. */
  mark({ isOn, set }: Mark): Promise<boolean> {
    return set(
      this.cards,
      this.cards.some((card) => !isOn(card))
    );
  }

  get #words(): GroupingWords {
    return this.#ports.words();
  }

  /** What is picked, or else the card that has the focus. */
  #held(): readonly string[] {
    return this.cards.length > 0 || this.at === null ? this.cards : [this.at];
  }

  async #put(cards: readonly string[], group: string | null, done: string): Promise<void> {
    if (cards.length === 0) return;
    const before = this.at;
    // Before the answer: the desk may have changed by then, and what has the focus be gone.
    this.#chosen = after(this.#ports.shown(), before, cards) ?? before;
    if (await this.#ports.actions().group(cards, group, done)) this.#picked = NOTHING;
    else this.#chosen = before;
  }
}
