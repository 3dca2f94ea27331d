import { providedPages } from './led-pages.ts';
import { watch } from './watch.svelte.ts';

/** Long enough to read a page from the last row. */
const PAGE_MS = 12_000;

/**
 * Which page of several a board shows. Pages turn by themselves, and as those who lead turn and hold those of all
 * boards; what a key does on one board is its own, until they hold or let go again.
 */
export class PageTurner {
  readonly #pages: () => number;
  readonly #led = providedPages();
  #at = $state(0);
  held = $derived(this.#led().held);

  /** To be made while a component begins. */
  constructor(pages: () => number) {
    this.#pages = pages;
    watch(
      () => this.#led().turn,
      (now, before) => this.turn(now - before)
    );
    $effect(() => {
      if (this.held || this.#pages() < 2) return;
      // Begins anew on each page, so that one turned to by hand stays as long as any other.
      void this.page;
      const timer = setInterval(() => this.turn(1), PAGE_MS);
      return () => clearInterval(timer);
    });
  }

  /** From 0; the last one when there are fewer pages than before. */
  get page(): number {
    return Math.min(this.#at, this.#pages() - 1);
  }

  /** Past the last page comes the first, and the other way round. */
  turn(by: number): void {
    const pages = this.#pages();
    if (pages > 0) this.#at = (((this.page + by) % pages) + pages) % pages;
  }
}
