import type { Doc, Patch, View } from '#wire/messages.ts';
import { diff, patch } from '#wire/patch.ts';

export type First = Record<string, { version: number; doc: Doc }>;

/** Keeps the documents of a page in step with the server's: whole views, and patches that fit without a gap. */
export class Channels {
  readonly #docs: Record<string, Doc>;
  readonly #again: (channel: string) => void;
  readonly #versions = new Map<string, number>();
  readonly #asked = new Set<string>();

  /** Writes into `docs` in place, so that whoever watches a part sees only that part change. */
  constructor(docs: Record<string, Doc>, first: First, again: (channel: string) => void) {
    this.#docs = docs;
    this.#again = again;
    for (const [channel, { version, doc }] of Object.entries(first)) {
      docs[channel] = doc;
      this.#versions.set(channel, version);
    }
  }

  /**
   * What counts now, whatever was seen before: another node may have told us of a later version than this one knows.
   */
  see({ channel, version, json }: View): void {
    const next = JSON.parse(json) as Doc;
    const seen = this.#docs[channel];
    this.#versions.set(channel, version);
    this.#asked.delete(channel);
    if (seen) patch(seen, diff(seen, next));
    else this.#docs[channel] = next;
  }

  change({ channel, from, to, changes }: Patch): void {
    const doc = this.#docs[channel];
    if (doc && this.#versions.get(channel) === from) {
      patch(doc, changes);
      this.#versions.set(channel, to);
    } else if (!this.#asked.has(channel)) {
      // Once per gap: the patches already on their way do not fit either.
      this.#asked.add(channel);
      this.#again(channel);
    }
  }

  /** What is not listened to any more must not stand there as if it were still so. */
  only(channels: readonly string[]): void {
    for (const channel of this.#versions.keys()) {
      if (channels.includes(channel)) continue;
      this.#versions.delete(channel);
      this.#asked.delete(channel);
      delete this.#docs[channel];
    }
  }

  /** A new connection brings every view by itself. */
  reconnected(): void {
    this.#asked.clear();
  }
}
