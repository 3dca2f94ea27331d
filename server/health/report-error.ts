import { newId } from '../access/ids.ts';

/** Writes an error to the log, for the operator. Its id is all that other people are told. */
export function report(error: unknown, where = 'server'): string {
  const id = newId().slice(0, 8);
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(`[${new Date().toISOString()}] ${where} went wrong (${id}): ${cause}`);
  return id;
}
