import { untrack } from 'svelte';
import type { Doc } from '#wire/messages.ts';

type Live = { live: () => Doc; frozen: () => boolean; now: () => number };

/**
 * What a wall shows: the live document, and while the boards are frozen the one of that moment with its time, so that
 * clocks stand still with it. This page alone has that picture: a wall that is opened or loaded anew meanwhile shows
 * the welcome. A wall that had lost its connection freezes on what it finds when it is back.
 */
export class FrozenDoc {
  readonly #live: () => Doc;
  #kept = $state.raw<{ doc: Doc; at: number } | null>(null);

  /** To be made while a component begins. */
  constructor({ live, frozen, now }: Live) {
    this.#live = live;
    if (untrack(frozen)) this.#kept = { doc: welcomeOf(untrack(live)), at: now() };
    // Before the page is drawn: else it would show for one frame what came with the news.
    $effect.pre(() => {
      const holds = frozen();
      untrack(() => {
        if (!holds) this.#kept = null;
        else this.#kept ??= { doc: $state.snapshot(live()), at: now() };
      });
    });
  }

  get doc(): Doc {
    return this.#kept?.doc ?? this.#live();
  }

  /** When the picture was kept; null while the wall is live. */
  get at(): number | null {
    return this.#kept?.at ?? null;
  }
}

const welcomeOf = (doc: Doc): Doc => ({ ...doc, gathering: { ...doc.gathering, now: null }, activities: {} });
