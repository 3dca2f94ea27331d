import { noteAddress } from '#contract/note-address.ts';
import { notesIn } from '#contract/outline-notes.ts';
import { countedRoster } from './counted-roster.ts';
import { madeOf, partsIn } from './split-notes.ts';
import type { Ledger, Rules } from './ledger.ts';
import { plannedActivities } from './planned-activities.ts';

type WrittenNote = { address: string; writer(): string | null };

/**
 * Every note of the harvest, and every part of one, and who wrote it: null for nobody in particular. It takes a few
 * milliseconds for a thousand notes: asked only when one is corrected, or a person is erased.
 */
function writtenNotes(ledger: Ledger, rules: Rules): WrittenNote[] {
  const roster = countedRoster(ledger);
  const written = plannedActivities(ledger, rules).flatMap(({ activity, method, state }) =>
    notesIn(method.harvest(state, roster, false)).map(({ id }) => ({
      address: noteAddress(activity, id),
      writer: () => method.writer?.(state, id) ?? null
    }))
  );
  const writers = new Map(written.map(({ address, writer }) => [address, writer]));
  const parts = partsIn(ledger.gathering).flatMap((address): WrittenNote[] => {
    const writer = writers.get(madeOf(ledger.gathering, address).at(-1) ?? '');
    return writer ? [{ address, writer }] : [];
  });
  return [...written, ...parts];
}

/** The addresses of all that a person wrote. */
export const notesBy = (ledger: Ledger, person: string, rules: Rules): string[] =>
  writtenNotes(ledger, rules).flatMap(({ address, writer }) => (writer() === person ? [address] : []));

/**
 * Who wrote the note of an address: null for nobody in particular, undefined where there is no such note. All notes are
 * gone through once, at the first question.
 */
export function writersIn(ledger: Ledger, rules: Rules): (address: string) => string | null | undefined {
  let notes: Map<string, WrittenNote> | undefined;
  return (address) => {
    notes ??= new Map(writtenNotes(ledger, rules).map((note) => [note.address, note]));
    return notes.get(address)?.writer();
  };
}
