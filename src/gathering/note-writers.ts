import { noteAddress } from '#contract/note-address.ts';
import { notesIn } from '#contract/outline-notes.ts';
import { planned } from './agenda.ts';
import { countedRoster } from './counted-roster.ts';
import { ruleOf, type Ledger, type Rules } from './ledger.ts';

type WrittenNote = { address: string; writer(): string | null };

/**
 * Every note of the harvest and who wrote it: null for nobody in particular. It takes a few milliseconds for a thousand
 * notes: asked only when one is corrected, or a person is erased.
 */
function writtenNotes(ledger: Ledger, rules: Rules): WrittenNote[] {
  const roster = countedRoster(ledger);
  return planned(ledger.gathering).flatMap(([activity]) => {
    const rule = ruleOf(ledger, activity, rules);
    if (!rule) return [];
    const { method, state } = rule;
    return notesIn(method.harvest(state, roster)).map(({ id }) => ({
      address: noteAddress(activity, id),
      writer: () => method.writer?.(state, id) ?? null
    }));
  });
}

/** The addresses of all that a person wrote. */
export const notesBy = (ledger: Ledger, person: string, rules: Rules): string[] =>
  writtenNotes(ledger, rules).flatMap(({ address, writer }) => (writer() === person ? [address] : []));

/** Who wrote the note of this address: null for nobody in particular, undefined where there is no such note. */
export const writerOf = (ledger: Ledger, address: string, rules: Rules): string | null | undefined =>
  writtenNotes(ledger, rules)
    .find((note) => note.address === address)
    ?.writer();
