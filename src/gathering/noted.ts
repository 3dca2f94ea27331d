import type { Facts } from '#contract/method.ts';
import { noteAddress } from '#contract/note-address.ts';
import { notesIn } from '#contract/outline-notes.ts';
import { countedRoster } from './counted-roster.ts';
import { madeOf, partsIn } from './split-notes.ts';
import { plain } from './plain.ts';
import { goesOn, type Ledger, type Rules } from './ledger.ts';
import { plannedActivities } from './planned-activities.ts';

type Noted = NonNullable<ReturnType<NonNullable<Facts['note']>>>;
type WrittenNote = Noted & { readonly address: string };

/**
 * Every note of the harvest, and every part of one. It takes a few milliseconds for a thousand notes: asked only when
 * one is sorted or corrected, or a person is erased.
 */
function writtenNotes(ledger: Ledger, rules: Rules, isDraft: boolean): WrittenNote[] {
  const { gathering } = ledger;
  const roster = countedRoster(ledger);
  const written = plannedActivities(ledger, rules).flatMap(({ activity, method, state }) =>
    notesIn(method.harvest(state, roster, isDraft)).map(({ id, text }): WrittenNote => ({
      address: noteAddress(activity, id),
      text,
      writer: () => method.writer?.(state, id) ?? null
    }))
  );
  const wholes = new Map(written.map((note) => [note.address, note]));
  const parts = partsIn(gathering).flatMap((address): WrittenNote[] => {
    const whole = wholes.get(madeOf(gathering, address).at(-1) ?? '');
    const text = gathering.parts[address]?.text ?? null;
    return whole ? [{ address, text, writer: () => whole.writer() }] : [];
  });
  return [...written, ...parts];
}

/** The addresses of all that a person wrote, also of what waits in the room. */
export const notesBy = (ledger: Ledger, person: string, rules: Rules): string[] =>
  writtenNotes(ledger, rules, false).flatMap(({ address, writer }) => (writer() === person ? [address] : []));

/**
 * The note of an address; undefined where there is none. HD12: while the gathering goes on, one that is not in its draft
 * is not there. All notes are gone through once, at the first question.
 */
export function notedIn(ledger: Ledger, rules: Rules): (address: string) => Noted | undefined {
  let notes: Map<string, WrittenNote> | undefined;
  return (address) => {
    notes ??= new Map(writtenNotes(plain(ledger), rules, goesOn(ledger)).map((note) => [note.address, note]));
    return notes.get(address);
  };
}
