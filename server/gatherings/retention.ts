import type { Catalogue } from '../commons/catalogue.ts';

type Parts = {
  catalogue: Pick<Catalogue, 'dueAt'>;
  removeDue(gathering: string): Promise<void>;
  now(): number;
  report(error: unknown): void;
  everyMs?: number;
};

/** A day that was promised is kept to within the hour. */
const EVERY_MS = 3_600_000;

/**
 * Lets gatherings go whose time has come, at the start and every hour, on every node: one after the other, because
 * each writes the files of the store anew. Returns how to stop.
 */
export function openRetention({ catalogue, removeDue, now, report, everyMs = EVERY_MS }: Parts) {
  let stopped = false;
  let turn = look();
  const again = setInterval(() => (turn = turn.then(look)), everyMs);
  again.unref();

  async function look(): Promise<void> {
    for (const gathering of catalogue.dueAt(now())) {
      if (stopped) return;
      // One that cannot be read must not keep the others.
      await removeDue(gathering).catch(report);
    }
  }

  return async (): Promise<void> => {
    stopped = true;
    clearInterval(again);
    await turn;
  };
}
