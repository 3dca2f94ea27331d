import { deskWords } from '../../words/desk.ts';
import { after, step, type Move, type Pile } from './piles.ts';
import type { Act } from '../../command-types.ts';

export type HandPorts = {
  piles: () => readonly Pile[];
  act: Act;
  tell: (sentence: string) => void;
  /** 16 characters of 0-9a-z, by chance. */
  newId: () => string;
};

const words = deskWords.desk;

/** What is picked on the desk, and where it is put. */
export class Hand {
  readonly #ports: HandPorts;
  #picked = $state.raw<readonly string[]>([]);
  #chosen = $state<string | null>(null);
  readonly #standing = $derived.by(() => this.#ports.piles().flatMap(({ items }) => items));
  readonly #items = $derived.by(() =>
    this.#picked.flatMap((note) => this.#standing.find(({ id }) => id === note) ?? [])
  );
  readonly #notes = $derived.by(() => this.#items.map(({ id }) => id));
  readonly #at = $derived.by(() =>
    this.#standing.some(({ id }) => id === this.#chosen) ? this.#chosen : step(this.#ports.piles(), null, 'first')
  );

  constructor(ports: HandPorts) {
    this.#ports = ports;
  }

  /** Of the picked notes those that stand on the desk. */
  get notes(): readonly string[] {
    return this.#notes;
  }

  get inGroups(): boolean {
    return this.#items.some(({ note }) => note.cluster !== null);
  }

  /** The one note that Tab reaches; arrows go on from it. */
  get at(): string | null {
    return this.#at;
  }

  go(move: Move): void {
    this.#chosen = step(this.#ports.piles(), this.at, move);
  }

  pick(note: string, on: boolean): void {
    this.#chosen = note;
    const others = this.#picked.filter((other) => other !== note);
    this.#picked = on ? [...others, note] : others;
    this.#ports.tell(this.notes.length === 0 ? words.nothingPicked : words.picked(this.notes.length));
  }

  /** Drags all picked notes if this is one of these; otherwise this note alone. */
  drag(note: string): void {
    if (!this.#picked.includes(note)) this.#picked = [note];
  }

  letGo(): void {
    this.#picked = [];
    this.#ports.tell(words.nothingPicked);
  }

  putInto(pile: Pile, notes = this.#held()): Promise<void> {
    if (pile.id === null) return this.loosen(notes);
    return this.#put(notes, pile.id, words.placed(notes.length, words.groupShort(pile.number, pile.name)));
  }

  /** Whether there is a pile of that number. */
  putIntoPile(number: number): boolean {
    const pile = this.#ports.piles().find((pile) => pile.number === number);
    if (pile) void this.putInto(pile);
    return pile !== undefined;
  }

  putNew(notes = this.#held()): Promise<void> {
    return this.#put(notes, this.#ports.newId(), words.made(notes.length));
  }

  /** Beside the note that has the focus: into its group, or into a new one with it. */
  putBeside(note: string): void {
    const others = this.notes.filter((other) => other !== note);
    if (others.length === 0) return;
    const pile = this.#ports.piles().find(({ items }) => items.some(({ id }) => id === note));
    void (pile && pile.id !== null ? this.putInto(pile, others) : this.putNew([note, ...others]));
  }

  loosen(notes = this.notes): Promise<void> {
    return this.#put(notes, null, words.loosened(notes.length));
  }

  async fold(): Promise<void> {
    const [into, ...from] = this.notes;
    if (into === undefined || from.length === 0) return;
    if (!(await this.#ports.act('mergeNotes', { from, into }, words.folded))) return;
    this.#picked = [];
    this.#chosen = into;
  }

  /** Marks all picked notes; removes the mark if all have it. */
  mark(as: 'gem' | 'star'): Promise<boolean> {
    const on = this.#items.some(({ note }) => !note[as]);
    return this.#ports.act(as === 'gem' ? 'gemNote' : 'starNote', { notes: [...this.notes], on });
  }

  /** What is picked, or else the note that has the focus. */
  #held(): readonly string[] {
    return this.notes.length > 0 || this.at === null ? this.notes : [this.at];
  }

  async #put(notes: readonly string[], cluster: string | null, done: string): Promise<void> {
    if (notes.length === 0) return;
    const before = this.at;
    // Before the answer: the wall may have changed by then, and what has the focus be gone.
    this.#chosen = after(this.#ports.piles(), before, notes) ?? before;
    if (await this.#ports.act('clusterNotes', { notes: [...notes], cluster }, done)) this.#picked = [];
    else this.#chosen = before;
  }
}
