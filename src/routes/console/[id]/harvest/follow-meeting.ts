export const LOOKS_EVERY_MS = 1000;
/** All notes are asked for: at each of those of a room that writes would be too often. */
export const AT_MOST_EVERY_MS = 6000;

/**
 * Keeps a page up to date with a meeting that goes on: `ask` is called when what `told` answers has changed, soon in a
 * quiet moment, but not at each note. Answers what ends it.
 */
export function followMeeting(told: () => unknown, ask: () => void): () => void {
  const isDue = whenToAsk();
  const timer = setInterval(() => {
    if (!document.hidden && isDue(performance.now(), JSON.stringify(told()))) ask();
  }, LOOKS_EVERY_MS);
  return () => clearInterval(timer);
}

/** Whether to ask at this time, in milliseconds. The first time, too: something may have changed since the page was made. */
export function whenToAsk(): (now: number, told: string) => boolean {
  let seen = '';
  /** What is asked for may be of a moment ago, for the sake of the server; so it is asked for once more in the end. */
  let mayLag = false;
  let last = -Infinity;
  return (now, told) => {
    const isNew = told !== seen;
    if (!(isNew || mayLag) || now - last < AT_MOST_EVERY_MS) return false;
    [seen, mayLag, last] = [told, isNew, now];
    return true;
  };
}
