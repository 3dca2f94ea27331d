import { create } from 'mutative';
import { noteReceipt } from './decide-batch.ts';
import { fold, type Ledger, type Rules } from './ledger.ts';
import type { Batch } from './ports.ts';
import { TOLD_OF_HALT, touchedChannels } from './view-of.ts';

/** A durable change: the ledger after it and the channels whose views it touched. */
export type Change = { ledger: Ledger; channels: ReadonlySet<string> };

/** What the store holds of one gathering, as far as this node has folded it, and who is told when that changes. */
export class DurableLedger {
  readonly #rules: Rules;
  readonly #watchers = new Set<(change: Change) => void>();
  #ledger: Ledger;

  /** `ledger` is held by nobody else. */
  constructor(ledger: Ledger, rules: Rules) {
    this.#ledger = ledger;
    this.#rules = rules;
  }

  get current(): Ledger {
    return this.#ledger;
  }

  get version(): number {
    return this.#ledger.version;
  }

  /** Goes on to what a durable batch makes of it. `next`: the ledger after that batch, where it was computed before. */
  become(batch: Batch, next = afterBatch(this.#ledger, batch, this.#rules)): void {
    // Nothing mends what was found to be broken while this batch was on its way.
    const { stopped } = this.#ledger;
    this.#ledger = stopped ? { ...next, stopped } : next;
    this.#tell(touchedChannels(this.#ledger, batch.events, this.#rules));
  }

  /** Nothing is written from here on. */
  halt(stopped: NonNullable<Ledger['stopped']>): void {
    this.#ledger = { ...this.#ledger, stopped };
    this.#tell(new Set(TOLD_OF_HALT));
  }

  /** Tells of every change, in order. Returns how to stop. */
  watch(each: (change: Change) => void): () => void {
    this.#watchers.add(each);
    return () => this.#watchers.delete(each);
  }

  #tell(channels: ReadonlySet<string>): void {
    for (const each of this.#watchers) each({ ledger: this.#ledger, channels });
  }
}

/** Folds a batch of the log into a ledger nobody else holds. */
export function foldBatch(ledger: Ledger, batch: Batch, rules: Rules): void {
  for (const event of batch.events) fold(ledger, event, rules);
  for (const receipt of batch.receipts) noteReceipt(ledger, receipt);
}

const afterBatch = (ledger: Ledger, batch: Batch, rules: Rules): Ledger =>
  create(ledger, (draft) => foldBatch(draft, batch, rules));
