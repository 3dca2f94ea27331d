import type { Say } from '#lib/live/typed-commands.ts';
import type { Answer } from '#wire/messages.ts';
import type { Seen } from '#contract/typed-text.ts';
import type { OutlineInputs } from '../rules/outline/inputs.ts';
import type { NotePlace, WrittenNote } from '../rules/outline/views.ts';
import {
  optimisticNotes,
  notYetShown,
  type OptimisticNote,
  type PendingCommand,
  type WrittenNotes
} from './optimistic-notes.ts';
import { TextSync, type Selection, type SaveState } from './text-sync.ts';

export type EditorPorts = {
  say: Say<OutlineInputs>;
  after(ms: number, then: () => void): () => void;
  /** A random id of 16 characters of 0-9a-z. */
  newId(): string;
  refused(answer: Answer): void;
};

/** After this time an answered command is in the view, or another person has undone its effect. */
const SHOWN_MS = 3_000;

/**
 * The state of an outline in which a person writes: a pen for each note they touched, and commands without an answer.
 */
export class EditorState {
  readonly #ports: EditorPorts;
  #asked = $state.raw<readonly PendingCommand[]>([]);
  /** Answered, but not in the view yet. */
  #answered = $state.raw<readonly PendingCommand[]>([]);
  #saveStates = $state.raw<Readonly<Record<string, SaveState>>>({});
  #texts = $state.raw<Readonly<Record<string, string>>>({});
  readonly #pens: Record<string, TextSync> = {};

  constructor(ports: EditorPorts) {
    this.#ports = ports;
  }

  notes(seen: WrittenNotes): Record<string, OptimisticNote> {
    return optimisticNotes(seen, [...notYetShown(seen, this.#answered), ...this.#asked]);
  }

  /** To be called with every new view: commands whose effect it shows are forgotten. */
  see(seen: WrittenNotes): void {
    const left = notYetShown(seen, this.#answered);
    if (left.length < this.#answered.length) this.#answered = left;
  }

  /** Null: this page has not changed the note. */
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

  /** Begins to edit the note, and applies its pieces. */
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
  /** Typed text is sent before the removal: sent after it, it would restore the note. */
  remove = (note: string) => {
    this.flush();
    return this.#ask({ command: 'removeNote', input: { note } });
  };
  restore = (note: string) => this.#ask({ command: 'restoreNote', input: { note } });

  /** Sends everything typed, because the page may be closed in a moment. */
  flush(): void {
    for (const pen of Object.values(this.#pens)) pen.flush();
  }

  close(): void {
    for (const pen of Object.values(this.#pens)) pen.close();
  }

  async #ask(asked: PendingCommand): Promise<void> {
    this.#asked = [...this.#asked, asked];
    const answer = await this.#ports.say(asked.command, asked.input);
    this.#asked = this.#asked.filter((other) => other !== asked);
    if ('version' in answer) {
      this.#answered = [...this.#answered, asked];
      this.#ports.after(SHOWN_MS, () => (this.#answered = this.#answered.filter((other) => other !== asked)));
      // The new note is still empty, but it exists and is saved.
      if (asked.command === 'addNote') this.#stands(asked.input.note);
    } else this.#ports.refused(answer);
  }

  #pen(note: string): TextSync {
    const held = this.#pens[note];
    if (held) return held;
    const pen = new TextSync({
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
