/**
 * What a press on a button means: what its label said when the finger, or the key, went down. Another console may
 * change the label before the finger comes up, and the browser sends the click all the same.
 *
 * Spread `{...press.begins}` on the button and call `press.meant(event)` in its `onclick`.
 */
export class Press<Meaning> {
  /** What a press would mean now. */
  readonly now: () => Meaning;
  #begun: { meaning: Meaning; byKey: boolean } | null = null;

  constructor(now: () => Meaning) {
    this.now = now;
  }

  readonly begins = {
    onpointerdown: () => this.#begin(false),
    onkeydown: ({ key, repeat }: KeyboardEvent) => {
      if (!repeat && (key === ' ' || key === 'Enter')) this.#begin(true);
    },
    onpointercancel: () => this.#forget(),
    /** A mouse that leaves the button presses nothing. A finger leaves it before every click. */
    onpointerleave: ({ pointerType }: PointerEvent) => {
      if (pointerType === 'mouse') this.#forget();
    },
    onblur: () => this.#forget()
  };

  /** A click without a press before it, as screen readers send, means what the label says now. */
  meant({ detail }: { detail: number }): Meaning {
    const begun = this.#begun;
    this.#begun = null;
    return begun !== null && begun.byKey === (detail === 0) ? begun.meaning : this.now();
  }

  #begin(byKey: boolean): void {
    this.#begun = { meaning: this.now(), byKey };
  }

  #forget(): void {
    this.#begun = null;
  }
}
