import type { HostPorts } from '#gathering/host.ts';
import { newId } from '#server/access/ids.ts';
import type { Stores } from '#server/log/stores.ts';

/** Ports of a host in which time stands still and nothing waits, for tests in which neither matters. */
export const stillPorts = ({ log, vault, snapshots }: Stores, now = 1): HostPorts => ({
  log,
  vault,
  snapshots,
  now: () => now,
  id: newId,
  pause: async () => {},
  report: () => {},
  merged: () => '',
  fold: 'x'
});
