import type { Doc, Patch, View } from '#wire/messages.ts';
import { diff, patch } from '#wire/patch.ts';

export type First = Record<string, { version: number; doc: Doc }>;

/** Keeps the documents of a page in step with the server's: whole views, and patches that fit without a gap. */
export class Channels {
  readonly #docs: Record<string, Doc>;
  readonly #again: (channel: string) => void;
  readonly #versions = new Map<string, number>();
  readonly #asked = new Set<string>();

  /** Writes into `docs` in place, so that Svelte updates only what changed. */
  constructor(docs: Record<string, Doc>, first: First, again: (channel: string) => void) {
    this.#docs = docs;
    this.#again = again;
    for (const [channel, { version, doc }] of Object.entries(first)) {
      docs[channel] = doc;
      this.#versions.set(channel, version);
    }
  }

  /**
   * Takes a whole view, even of an earlier version: another node may have sent a later one than this node knows.
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
      // Asked once for each gap: the patches on their way do not fit either.
      this.#asked.add(channel);
      this.#again(channel);
    }
  }

  /** Drops the documents of all other channels: they would go stale unseen. */
  only(channels: readonly string[]): void {
    for (const channel of this.#versions.keys()) {
      if (channels.includes(channel)) continue;
      this.#versions.delete(channel);
      this.#asked.delete(channel);
      delete this.#docs[channel];
    }
  }

  /** A new connection sends every view without being asked. */
  reconnected(): void {
    this.#asked.clear();
  }
}
