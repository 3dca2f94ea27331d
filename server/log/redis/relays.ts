import type { Relay, Relays } from '../../live/node-relay.ts';
import type { Redis } from './client.ts';

/** Not one of the gathering's own keys: nothing is stored under this name. */
const channelOf = (topic: keyof Relays, gathering: string): string => `plenary:${topic}:${gathering}`;

type Ear = (bytes: Buffer) => void;

/**
 * What moves, by pub/sub: at most once and never kept, as it should be. The connection that listens can do nothing
 * else, so it is one of its own.
 */
export async function redisRelays(redis: Redis): Promise<{ relays: Relays; close(): void }> {
  const listener = redis.duplicate();
  const wanted = new Map<Ear, string>();
  const listen = (channel: string, ear: Ear) => void listener.subscribe(channel, ear, true).catch(() => {});
  listener.on('error', () => {});
  // Subscriptions that were asked for while the connection was cut were refused; subscribing twice is harmless.
  listener.on('ready', () => wanted.forEach((channel, ear) => listen(channel, ear)));
  await listener.connect();

  const relay = (topic: keyof Relays): Relay => ({
    publish(gathering, bytes) {
      if (redis.isReady) redis.publish(channelOf(topic, gathering), Buffer.from(bytes)).catch(() => {});
    },
    subscribe(gathering, each) {
      const channel = channelOf(topic, gathering);
      const ear: Ear = (bytes) => each(bytes);
      wanted.set(ear, channel);
      listen(channel, ear);
      return () => {
        wanted.delete(ear);
        listener.unsubscribe(channel, ear, true).catch(() => {});
      };
    }
  });

  return {
    relays: { crowd: relay('crowd'), presence: relay('presence') },
    close() {
      if (listener.isOpen) listener.destroy();
    }
  };
}
