import type { Say } from '#lib/live/typed-commands.ts';
import type { Answer } from '#wire/messages.ts';
import type { Seen } from '#contract/text.ts';
import type { OutlineInputs } from '../outline/inputs.ts';
import type { NotePlace, WrittenNote } from '../outline/views.ts';
import { ahead, unseen, type Ahead, type Asked, type WrittenNotes } from './optimistic-notes.ts';
import { Pen, type Selection, type SaveState } from './text-sync.ts';

export type DeskPorts = {
  say: Say<OutlineInputs>;
  after(ms: number, then: () => void): () => void;
  /** 16 characters of 0-9a-z, by chance. */
  newId(): string;
  refused(answer: Answer): void;
};

/** After so long what was answered is in the view, or somebody else has undone it meanwhile. */
const SHOWN_MS = 3_000;

/**
 * Where somebody writes: a pen for each note they touched, and what they asked of the outline and is not answered yet.
 */
export class Desk {
  readonly #ports: DeskPorts;
  #asked = $state.raw<readonly Asked[]>([]);
  /** Answered, and not in what the page shows yet. */
  #answered = $state.raw<readonly Asked[]>([]);
  #saveStates = $state.raw<Readonly<Record<string, SaveState>>>({});
  #texts = $state.raw<Readonly<Record<string, string>>>({});
  readonly #pens: Record<string, Pen> = {};

  constructor(ports: DeskPorts) {
    this.#ports = ports;
  }

  notes(seen: WrittenNotes): Record<string, Ahead> {
    return ahead(seen, [...unseen(seen, this.#answered), ...this.#asked]);
  }

  /** To be called with every view: what it shows is not asked any more. */
  see(seen: WrittenNotes): void {
    const left = unseen(seen, this.#answered);
    if (left.length < this.#answered.length) this.#answered = left;
  }

  /** Null: nobody touched this note here. */
  saveState(note: string): SaveState | null {
    const pen = this.#saveStates[note] ?? null;
    if (this.#asked.some(({ input }) => input.note === note)) return pen === null || pen === 'saved' ? 'sending' : pen;
    return pen;
  }

  get sending(): number {
    const asked = this.#asked.map(({ input }) => input.note);
    const notes = [...asked, ...Object.keys(this.#saveStates)];
    return notes.filter((note, nth) => notes.indexOf(note) === nth && this.saveState(note) === 'sending').length;
  }

  text(note: string, seen: Seen<WrittenNote> | null): string {
    return this.#texts[note] ?? seen?.body ?? '';
  }

  /** Takes the note in hand, before anything is typed into it. */
  take(note: string, seen: Seen<WrittenNote> | null, selection: Selection = [0, 0]): Selection {
    return this.#pen(note).take(seen?.pieces ?? {}, selection);
  }

  holds = (note: string): boolean => this.#pens[note] !== undefined;

  type(note: string, text: string, caret: number): void {
    this.#pen(note).type(text, caret);
  }

  add(at: NotePlace, text = ''): string {
    const note = this.#ports.newId();
    const pen = this.#pen(note);
    void this.#ask({ command: 'addNote', input: { note, at, piece: null } });
    if (text !== '') pen.type(text, text.length);
    return note;
  }

  move = (note: string, at: NotePlace) => this.#ask({ command: 'moveNote', input: { note, at } });
  /** What was typed last goes out first: said after the removal, it would bring the note back. */
  remove = (note: string) => {
    this.flush();
    return this.#ask({ command: 'removeNote', input: { note } });
  };
  restore = (note: string) => this.#ask({ command: 'restoreNote', input: { note } });

  /** The page may be gone in a moment. */
  flush(): void {
    for (const pen of Object.values(this.#pens)) pen.flush();
  }

  close(): void {
    for (const pen of Object.values(this.#pens)) pen.close();
  }

  async #ask(asked: Asked): Promise<void> {
    this.#asked = [...this.#asked, asked];
    const answer = await this.#ports.say(asked.command, asked.input);
    this.#asked = this.#asked.filter((other) => other !== asked);
    if ('version' in answer) {
      this.#answered = [...this.#answered, asked];
      this.#ports.after(SHOWN_MS, () => (this.#answered = this.#answered.filter((other) => other !== asked)));
      // Nothing was typed into it yet, but it is there.
      if (asked.command === 'addNote') this.#stands(asked.input.note);
    } else this.#ports.refused(answer);
  }

  #pen(note: string): Pen {
    const held = this.#pens[note];
    if (held) return held;
    const pen = new Pen({
      write: (piece) => this.#ports.say('write', { note, piece }),
      gather: (read, piece) => this.#ports.say('gather', { note, read, piece }),
      after: this.#ports.after,
      changed: () => this.#stands(note)
    });
    this.#pens[note] = pen;
    return pen;
  }

  #stands(note: string): void {
    const pen = this.#pens[note];
    if (!pen) return;
    this.#texts = { ...this.#texts, [note]: pen.text };
    this.#saveStates = { ...this.#saveStates, [note]: pen.saveState };
  }
}
