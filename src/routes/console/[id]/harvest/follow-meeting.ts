const EVERY_MS = 6000;

/**
 * Keeps a page up to date with a meeting that goes on: `ask` is called when what `told` answers has changed, but not at
 * each note. Answers what ends it.
 */
export function followMeeting(told: () => unknown, ask: () => void): () => void {
  let [seen, mayLag] = ['', false];
  /** What is asked for may be of a moment ago, for the sake of the server; so it is asked for once more in the end. */
  const timer = setInterval(() => {
    const now = JSON.stringify(told());
    const isNew = now !== seen;
    if (document.hidden || !(isNew || mayLag)) return;
    [seen, mayLag] = [now, isNew];
    ask();
  }, EVERY_MS);
  return () => clearInterval(timer);
}
