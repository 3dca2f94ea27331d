import type { Log, Snapshots, Vault } from '#gathering/ports.ts';
import type { Relays } from '../live/node-relay.ts';
import type { Records } from './records.ts';

/** All stores of one place. They share a connection; closing it waits for what was already asked. */
export type Stores = {
  log: Log;
  vault: Vault;
  snapshots: Snapshots;
  records: Records;
  /**
   * Ends a stream for good. Resolves when nothing of it is left in any file: neither its batches nor the words beside
   * them nor its snapshot. From then on nothing is written there, and reading it rejects with `StreamEnded`. Called
   * again, it finishes what a crash cut short, and removes what another node wrote at the same time.
   */
  end(stream: string): Promise<void>;
  /** Where several nodes share the stores, they also tell each other what moves. */
  relays?: Relays;
  /** The time by the store's clock, in milliseconds since 1970, where several nodes share it. */
  time?(): Promise<number>;
  close(): Promise<void>;
};
