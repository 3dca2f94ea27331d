import { getOwn } from '#contract/get-own.ts';
import { isOut } from '#contract/method.ts';
import type { Ledger, Rules } from '#gathering/ledger.ts';
import { correctionsNow } from '#gathering/corrections-now.ts';
import { notedIn, notesBy } from '#gathering/noted.ts';
import { isSplit, madeOf } from '#gathering/split-notes.ts';
import type { Correction, GatheringState } from '#gathering/state.ts';
import type { Corrected } from '#harvest/corrected.ts';
import type { Edition } from '#harvest/document.ts';
import type { Answers } from '#harvest/standing.ts';

/**
 * What was corrected of each note. As in a harvest, references stand where the type says that words do, and nobody
 * reads them before an edition is read.
 */
export function correctionsIn(state: GatheringState): Record<string, Corrected> {
  const counts = countsIn(state);
  return Object.fromEntries(
    Object.entries(correctionsNow(state)).map(([note, { text, struckOut, leftOut, endorsed, disputes }]) => [
      note,
      {
        text: text as unknown as string | null,
        struck: struckOut,
        leftOut: leftOut !== null,
        endorsed: Object.keys(endorsed).filter(counts).length,
        disputes: Object.entries(disputes).flatMap(([person, { why, leftOut }]) =>
          counts(person) ? [leftOut ? null : (why as unknown as string)] : []
        )
      }
    ])
  );
}

type LeftOut = NonNullable<Correction['leftOut']>;

/** What was left out, and what erased people wrote. Each note once, by the first of the two. */
export function goneFrom(ledger: Ledger, rules: Rules): Edition['gone'] {
  const { gathering } = ledger;
  const leftOut = Object.entries(gathering.corrections).flatMap(([id, { leftOut }]) =>
    leftOut ? [gone(id, leftOut)] : []
  );
  const known = new Set(leftOut.map(({ id }) => id));
  const forgotten = gathering.erased.flatMap(({ person, at }) =>
    notesBy(ledger, person, rules).flatMap((id) =>
      known.has(id) || isSplit(gathering, id) ? [] : [gone(id, { by: 'author', at, why: null })]
    )
  );
  return [...leftOut, ...forgotten];

  function gone(id: string, { by, at, why }: LeftOut): Edition['gone'][number] {
    const partOf = madeOf(gathering, id);
    return {
      ...{ id, by, at: new Date(at).toISOString() },
      ...(why !== null && { why }),
      ...(partOf.length > 0 && { partOf })
    };
  }
}

/**
 * How many of those who were there answered. `people`: how many that were; `notes`: what there was to answer to. What
 * the writer of a note did is counted once for each person, however many notes it was done to.
 */
export function answersIn(ledger: Ledger, rules: Rules, people: number, notes: number): Answers {
  const state = ledger.gathering;
  const byNote = Object.entries(correctionsNow(state));
  const corrections = byNote.map(([, correction]) => correction);
  const counts = countsIn(state);
  const noted = notedIn(ledger, rules);
  const correctors = byNote.flatMap(([note, { text, mendedBy, leftOut }]) =>
    (text !== null && mendedBy === 'author') || leftOut?.by === 'author' ? (noted(note)?.writer() ?? []) : []
  );
  const distinct = (of: (correction: (typeof corrections)[number]) => object) =>
    new Set(corrections.flatMap((correction) => Object.keys(of(correction)).filter(counts))).size;
  const kept = corrections.filter(({ leftOut }) => leftOut === null);
  return {
    people,
    asked: state.phase === 'closed' && state.correctionDays > 0 && notes > 0,
    endorsed: distinct(({ endorsed }) => endorsed),
    objected: distinct(({ disputes }) => disputes),
    corrected: new Set(correctors.filter(counts)).size,
    mended: kept.filter(({ text, mendedBy, struckOut }) => text !== null && mendedBy === 'team' && !struckOut).length,
    struck: kept.filter(({ struckOut }) => struckOut).length
  };
}

/** Whether a person counts: nobody who was shown out, and simulated people only in a rehearsal. */
const countsIn =
  ({ people, rehearsal }: Pick<GatheringState, 'people' | 'rehearsal'>) =>
  (person: string): boolean => {
    const known = getOwn(people, person);
    return known !== undefined && !isOut(known) && (rehearsal || !known.rehearsed);
  };
