import type { Log, Snapshots, Vault } from '#gathering/ports.ts';
import type { Relays } from '../live/node-relay.ts';
import type { Records } from './expiring-records.ts';

/** All stores of one place. They share a connection; closing it waits for what was already asked. */
export type Stores = {
  log: Log;
  vault: Vault;
  snapshots: Snapshots;
  records: Records;
  /** Where several nodes share the stores, they also tell each other what moves. */
  relays?: Relays;
  /** The time by the store's clock, in milliseconds since 1970, where several nodes share it. */
  time?(): Promise<number>;
  close(): Promise<void>;
};
