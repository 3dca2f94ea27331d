import { setTimeout as pause } from 'node:timers/promises';
import { gathering } from '#gathering/gathering.ts';
import { openHost, type Host, type HostPorts } from '#gathering/host.ts';
import type { Rules } from '#gathering/ledger.ts';
import type { Snapshots } from '#gathering/ports.ts';
import { methods } from '#methods/index.ts';
import { mergedText } from '#kit/outline-editor/yjs-text.ts';
import { newId } from '#server/access/ids.ts';
import { codeVersion } from '#server/hosting/code-version.ts';
import { streamOf } from '#server/hosting/hosted-gatherings.ts';
import { openStores } from '#server/log/open-stores.ts';

export const rules: Rules = { gathering: gathering(methods), methods };
export const openData = (data: string) => openStores({ data });
type Stores = Awaited<ReturnType<typeof openData>>;

// The server reads its own sources once, at its start.
const fold = codeVersion();

const noSnapshots: Snapshots = { save: async () => {}, load: async () => null, drop: async () => {} };

/** Opens a gathering as the server does, without the server. */
export function hostOf(id: string, { log, vault, snapshots }: Stores, withSnapshots = true): Promise<Host> {
  const ports: HostPorts = {
    log,
    vault,
    snapshots: withSnapshots ? snapshots : noSnapshots,
    now: () => Date.now(),
    id: newId,
    pause: (mostMs) => pause(Math.random() * mostMs),
    report: (error) => console.error(error),
    merged: mergedText,
    fold
  };
  return openHost(streamOf(id), ports, rules);
}
