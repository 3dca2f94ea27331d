import { newId } from '../access/ids.ts';

/** Writes a fault down for the operator. The id is all that others are told. */
export function report(error: unknown, where = 'server'): string {
  const id = newId().slice(0, 8);
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(`[${new Date().toISOString()}] ${where} went wrong (${id}): ${cause}`);
  return id;
}
