import { getOwn } from '#contract/get-own.ts';
import { isSplit, isThere, madeOf, partsIn } from './split-notes.ts';
import type { Correction, GatheringState } from './state.ts';

/** What became of each note that is read, by its address. What people said of a note that was split holds for its parts. */
export function correctionsNow(state: GatheringState): Record<string, Correction> {
  const notes = new Set([...Object.keys(state.corrections), ...partsIn(state)]);
  return Object.fromEntries(
    [...notes].flatMap((note) => {
      const correction = isSplit(state, note) || !isThere(state, note) ? null : correctionOf(state, note);
      return correction ? [[note, correction]] : [];
    })
  );
}

function correctionOf(state: GatheringState, note: string): Correction | null {
  const own = getOwn(state.corrections, note) ?? null;
  const above = madeOf(state, note).flatMap((each) => getOwn(state.corrections, each) ?? []);
  if (above.length === 0) return own;
  const all = own ? [own, ...above] : above;
  const mended = above.find(({ text }) => text !== null);
  return {
    text: own?.text ?? (mended ? (state.parts[note]?.text ?? null) : null),
    mendedBy: (own?.text ? own : mended)?.mendedBy ?? 'team',
    wordings: own?.wordings ?? [],
    struckOut: all.some(({ struckOut }) => struckOut),
    leftOut: own?.leftOut ?? null,
    disputes: Object.assign({}, ...all.map(({ disputes }) => disputes).toReversed()) as Correction['disputes'],
    endorsed: Object.assign({}, ...all.map(({ endorsed }) => endorsed)) as Correction['endorsed']
  };
}
