import { noteAddress, noteIdsIn } from '#contract/note-address.ts';
import { planned } from './agenda.ts';
import { rosterOf, ruleOf, type Ledger, type Rules } from './ledger.ts';

/** The addresses of all that a person wrote. */
export function notesBy(ledger: Ledger, person: string, rules: Rules): string[] {
  const roster = rosterOf(ledger);
  return planned(ledger.gathering).flatMap(([activity]) => {
    const rule = ruleOf(ledger, activity, rules);
    const notes = rule?.method.harvest(rule.state, roster).flatMap(noteIdsIn) ?? [];
    return notes
      .filter((note) => rule?.method.writer?.(rule.state, note) === person)
      .map((note) => noteAddress(activity, note));
  });
}

/**
 * Who wrote the note of this address: null for nobody in particular, undefined where no activity has such a note. It
 * goes through all notes, which costs a few milliseconds for a thousand of them: asked only when one is corrected.
 */
export function writerOf(ledger: Ledger, address: string, rules: Rules): string | null | undefined {
  const roster = rosterOf(ledger);
  for (const [activity] of planned(ledger.gathering)) {
    const rule = ruleOf(ledger, activity, rules);
    const notes = rule?.method.harvest(rule.state, roster).flatMap(noteIdsIn) ?? [];
    const note = notes.find((id) => noteAddress(activity, id) === address);
    if (rule && note !== undefined) return rule.method.writer?.(rule.state, note) ?? null;
  }
  return undefined;
}
