import * as Y from 'yjs';
import type { Refusal } from '#contract/method.ts';
import { backoffMs } from '#wire/backoff.ts';
import { editBetween } from './text-edit.ts';
import { fillMissing, pieceOf, applyPieces, textOf } from './yjs-text.ts';

export type TextSyncPorts = {
  /**
   * The piece is stored on this device first and sent in order. The promise resolves when it is durable or refused, and
   * never rejects.
   */
  write(piece: string): Promise<Answer>;
  gather(read: string[], piece: string): Promise<Answer>;
  /** Calls `then` once. The returned function cancels it. */
  after(ms: number, then: () => void): () => void;
  /** The text or its save state has changed. */
  changed(): void;
};
type Answer = { version: number } | Refusal | { later: string };

/**
 * `sending`: something is not durable yet. A refusal: the last one; the typed text stays here and is sent again with
 * the next letter.
 */
export type SaveState = 'saved' | 'sending' | Refusal;
/** The selection of a text field, in its own units. */
export type Selection = readonly [from: number, to: number];

const SAY_MS = 400;
/** While answers are missing, pieces are sent less and less often: an hour offline must fit into the device's queue. */
const UNANSWERED = { leastMs: 0, firstMs: 2_000, mostMs: 20_000 };
const QUIET_MS = 5_000;
const GATHER_OVER = 40;
const GATHER_OWN = 8;
const AGAIN_MS = 3_000;
/** Base64 makes it a third longer, which is still under the longest piece allowed. */
const PIECE_BYTES = 11_000;
/** A letter has at most four bytes. */
const PASTE_LETTERS = 2_500;

/**
 * The text of one note while a person writes in it: applies what others wrote, and sends what is typed here in small
 * pieces.
 */
export class TextSync {
  readonly #ports: TextSyncPorts;
  readonly #doc = new Y.Doc();
  readonly #text = textOf(this.#doc);
  #pieces: Readonly<Record<string, string | null>> = {};
  /** Typed here and not sent yet, oldest first. */
  #unsaid: Uint8Array[] = [];
  /** The pieces sent from here, to recognize them in the view. */
  readonly #said = new Set<string>();
  #unanswered = 0;
  #no: Refusal | null = null;
  #wait: (() => void) | null = null;
  #quiet: (() => void) | null = null;

  constructor(ports: TextSyncPorts) {
    this.#ports = ports;
    this.#doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
      if (local) this.#unsaid.push(update);
    });
  }

  get text(): string {
    return this.#text.toString();
  }

  get saveState(): SaveState {
    if (this.#no) return this.#no;
    return this.#unanswered > 0 || this.#unsaid.length > 0 ? 'sending' : 'saved';
  }

  /** Applies all pieces of the view. Returns the selection as it is in the new text. */
  take(pieces: Readonly<Record<string, string | null>>, selection: Selection = [0, 0]): Selection {
    const anchors = this.#anchors(selection);
    const fresh = Object.entries(pieces).filter(([id, piece]) => this.#pieces[id] !== piece);
    this.#pieces = { ...pieces };
    const before = this.text;
    applyPieces(
      this.#doc,
      fresh.flatMap(([, piece]) => piece ?? [])
    );
    if (Object.values(pieces).includes(null)) fillMissing(this.#doc);
    const [from = 0, to = from] = anchors.map(
      (anchor, nth) => Y.createAbsolutePositionFromRelativePosition(anchor, this.#doc)?.index ?? selection[nth]
    );
    if (fresh.length > 0) this.#gatherWhenQuiet();
    if (this.text !== before) this.#ports.changed();
    return [from, to];
  }

  /**
   * A caret is anchored to the letter before it, so that letters of others at the same place come after it. With that,
   * two people who write at the end of a note get two sentences and not a mixed one. A selection is anchored to its own
   * letters.
   */
  #anchors([from, to]: Selection): Y.RelativePosition[] {
    const anchor = (at: number, side: 0 | -1) => Y.createRelativePositionFromTypeIndex(this.#text, at, side);
    return [anchor(from, from === to ? -1 : 0), anchor(to, -1)];
  }

  /** The text after an edit by hand; `caret` is its position after that. */
  type(text: string, caret: number): void {
    const { at, without, insert } = editBetween(this.text, text, caret);
    if (without === 0 && insert === '') return;
    if (without > 0) this.#text.delete(at, without);
    for (const [start, letters] of cutText(insert)) this.#text.insert(at + start, letters);
    this.#no = null;
    this.#ports.changed();
    this.#sayIn(this.#unanswered === 0 ? SAY_MS : backoffMs(UNANSWERED, this.#unanswered - 1, 1));
  }

  /** Sends everything at once: the page may be closed, and the device stores only what was sent. */
  flush(): void {
    this.#wait?.();
    this.#wait = null;
    while (this.#unsaid.length > 0) this.#say();
  }

  close(): void {
    this.flush();
    this.#quiet?.();
  }

  #sayIn(ms: number): void {
    this.#wait ??= this.#ports.after(ms, () => {
      this.#wait = null;
      this.#say();
      if (this.#unsaid.length > 0) this.#sayIn(SAY_MS);
    });
  }

  #say(): void {
    const updates = this.#next();
    if (updates.length === 0) return;
    const piece = pieceOf(Y.mergeUpdates(updates));
    this.#said.add(piece);
    this.#unanswered += 1;
    this.#ports.changed();
    void this.#ports.write(piece).then((answer) => {
      this.#unanswered -= 1;
      if ('version' in answer) this.#goOn();
      else this.#takeBack(updates, piece, answer);
      this.#ports.changed();
    });
  }

  /** As many unsent updates as fit into one piece. */
  #next(): Uint8Array[] {
    let bytes = 0;
    const fitting = this.#unsaid.findIndex((update) => (bytes += update.length) > PIECE_BYTES);
    return this.#unsaid.splice(0, fitting < 0 ? this.#unsaid.length : Math.max(1, fitting));
  }

  #goOn(): void {
    if (this.#unsaid.length > 0 && this.#unanswered === 0) {
      this.#wait?.();
      this.#wait = null;
      this.#sayIn(SAY_MS);
    }
    this.#gatherWhenQuiet();
  }

  #takeBack(updates: Uint8Array[], piece: string, answer: Refusal | { later: string }): void {
    this.#said.delete(piece);
    this.#unsaid.unshift(...updates);
    if ('later' in answer || answer.refused === 'too-many-waiting') return this.#sayIn(AGAIN_MS);
    this.#no = answer;
    if (answer.refused === 'note-needs-gathering') this.#gather(2);
  }

  #gatherWhenQuiet(): void {
    this.#quiet?.();
    this.#quiet = null;
    if (Object.keys(this.#pieces).length > GATHER_OVER)
      this.#quiet = this.#ports.after(QUIET_MS, () => {
        if (this.saveState === 'saved') this.#gather(GATHER_OWN);
      });
  }

  /** Gathers only pieces sent from here: words must keep their owner, who may have them deleted. */
  #gather(fewest: number): void {
    const own = Object.entries(this.#pieces).flatMap(([id, piece]) => (this.#said.has(piece ?? '') ? [id] : []));
    const update = this.#own();
    if (own.length < fewest || update.length > PIECE_BYTES) return;
    const piece = pieceOf(update);
    this.#said.add(piece);
    this.#unanswered += 1;
    void this.#ports.gather(own, piece).then((answer) => {
      this.#unanswered -= 1;
      if ('version' in answer && this.#unsaid.length > 0) {
        this.#no = null;
        this.#sayIn(SAY_MS);
      }
      this.#ports.changed();
    });
  }

  /** Everything that was typed here, without what was deleted since. */
  #own(): Uint8Array {
    const { clientID, store } = this.#doc;
    const all = new Map([...store.clients.keys()].map((client) => [client, Y.getState(store, client)]));
    all.set(clientID, 0);
    return Y.encodeStateAsUpdate(this.#doc, Y.encodeStateVector(all));
  }
}

/** Cuts a text into parts short enough for a piece, and never inside a letter. */
function cutText(letters: string): [start: number, letters: string][] {
  const runs: [number, string][] = [];
  for (let start = 0; start < letters.length;) {
    const end = start + PASTE_LETTERS;
    const inside = /[\uD800-\uDBFF]/.test(letters.charAt(end - 1)) ? end - 1 : end;
    runs.push([start, letters.slice(start, inside)]);
    start = Math.min(inside, letters.length);
  }
  return runs;
}
