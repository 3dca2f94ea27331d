/** A page that does not answer in time counts as gone. */
const SILENCE_MS = 300;

type Message = { ask: string } | { here: string };

/** Asks the pages of the same gathering in this browser, by name, and answers them until it is closed. */
export type OtherTabs = { isAlive(page: string): Promise<boolean>; close(): void };

/**
 * Over BroadcastChannel, because plain HTTP has no Web Locks. Without it every other page counts as gone.
 */
export function openOtherTabs(gathering: string, self: string): OtherTabs {
  if (typeof BroadcastChannel === 'undefined') return { isAlive: () => Promise.resolve(false), close: () => {} };
  const channel = new BroadcastChannel(`plenary ${gathering}`);
  const asked = new Set<{ page: string; answer(isAlive: boolean): void }>();
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if ('ask' in data && data.ask === self) channel.postMessage({ here: self } satisfies Message);
    if ('here' in data) for (const { page, answer } of asked) if (page === data.here) answer(true);
  });

  return {
    isAlive: (page) =>
      new Promise((resolve) => {
        const question = { page, answer: resolve };
        asked.add(question);
        setTimeout(() => {
          asked.delete(question);
          resolve(false);
        }, SILENCE_MS);
        channel.postMessage({ ask: page } satisfies Message);
      }),
    close: () => channel.close()
  };
}
