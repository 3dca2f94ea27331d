import type { Doc, Patch, View } from '#wire/messages.ts';
import { diff } from '#wire/patch.ts';

/** A channel with listeners: what they were sent last, and what they will be sent next. */
export type Channel = {
  /** What listeners have now. A patch on its way starts from exactly this. */
  view(): View;
  /** Its view may have changed. */
  touch(): void;
  close(): void;
};

export type Seeing = {
  /** What the channel may know now, and at which version of the gathering. */
  look(): { version: number; doc: Doc };
  send(patch: Patch): void;
  report(error: unknown): void;
};

/**
 * A quiet channel sends its patch at once, a busy one at most every `paceMs`: one patch then stands for many changes.
 */
export function openChannel(name: string, seeing: Seeing, paceMs: number): Channel {
  let { version, doc } = seeing.look();
  let json: string | null = null;
  let flushedAt = -Infinity;
  let timer: NodeJS.Timeout | null = null;

  function flush(): void {
    timer = null;
    flushedAt = performance.now();
    try {
      const now = seeing.look();
      const changes = diff(doc, now.doc);
      if (changes.length === 0) return;
      const patch = { channel: name, from: version, to: now.version, changes };
      ({ version, doc } = now);
      json = null;
      seeing.send(patch);
    } catch (error) {
      // A view that throws is a fault of its method: the others go on, and this one tries again at the next change.
      seeing.report(error);
    }
  }

  return {
    // Encoded once per version, however many arrive at the same time.
    view: () => ({ channel: name, version, json: (json ??= JSON.stringify(doc)) }),
    touch() {
      if (timer) return;
      const waitMs = flushedAt + paceMs - performance.now();
      if (waitMs <= 0) flush();
      else timer = setTimeout(flush, waitMs);
    },
    close() {
      if (timer) clearTimeout(timer);
    }
  };
}
