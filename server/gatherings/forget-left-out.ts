import { madeOf } from '#gathering/split-notes.ts';
import type { Host } from '#gathering/host.ts';
import { textsIn } from '#gathering/validate.ts';
import type { Rules } from '#gathering/ledger.ts';
import type { Vault } from '#gathering/ports.ts';
import { forgetEverywhere, objectionsTo, textsOfNotes } from './forget-everywhere.ts';

/**
 * CO5: what was left out of a harvest that is public is gone for good, from every edition and from the gathering, with
 * its photo and what it was mended to. HD8: so is all that a note said before its words were struck out. HD9: of a
 * part, the words of the note it was made of go, too. CO13: and so does what was said against a note that is gone. Called
 * again, it finds nothing left to forget.
 */
export async function forgetLeftOut(
  gathering: string,
  host: Host,
  { vault, rules }: { vault: Vault; rules: Rules }
): Promise<void> {
  const state = host.ledger().gathering;
  const corrections = Object.entries(state.corrections);
  const gone = corrections.flatMap(([note, { leftOut, struckOut }]) => (leftOut !== null || struckOut ? [note] : []));
  if (gone.length === 0) return;
  // The words of a part stand in the note that was split, too.
  const split = new Set(gone.flatMap((note) => madeOf(state, note)));
  // What a note says now that some of its words were struck out stays, unless the whole note was left out.
  const stay = textsIn(
    corrections.flatMap(([note, { leftOut, text }]) => (leftOut === null && !split.has(note) ? [text] : []))
  );
  const texts = textsOfNotes(host, rules, split.union(new Set(gone)));
  const leftOut = new Set(corrections.flatMap(([note, { leftOut }]) => (leftOut ? [note] : [])));
  const against = objectionsTo(state, leftOut);
  await forgetEverywhere(vault, gathering, host, [...texts.filter((id) => !stay.has(id)), ...against]);
}
