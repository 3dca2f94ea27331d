import { createClient } from 'redis';

const RECONNECT_MS = 200;
const RECONNECT_JITTER_MS = 300;
const PING_MS = 1_000;
const SILENCE_MS = 4_000;

export type Redis = ReturnType<typeof client>;

/** Not connected yet. */
export function client(url: string) {
  return createClient({
    url,
    // A queued command would be sent to a Redis whose tail was not checked, long after its sender was answered.
    disableOfflineQueue: true,
    pingInterval: PING_MS,
    socket: {
      connectTimeout: SILENCE_MS,
      socketTimeout: SILENCE_MS,
      reconnectStrategy: () => RECONNECT_MS + Math.random() * RECONNECT_JITTER_MS
    }
  });
}
