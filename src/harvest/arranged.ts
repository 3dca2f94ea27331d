import { getOwn } from '#contract/get-own.ts';
import { everyNote } from '#contract/outline-notes.ts';
import type { SeenBlock, SeenBranch, SeenContinuum, SeenHead, SeenNote, SeenOutline } from './document.ts';
import { isFilled } from './edition-schema.ts';
import { addressesIn } from './note-addresses.ts';
import type { HarvestWords } from './sentence.ts';

/** How those who lead put the notes of a gathering in order. Notes are known by their addresses. */
export type Arrangement = {
  /** In their order, with the notes that stand for themselves in each. */
  readonly themes: readonly { readonly id: string; readonly name: string | null; readonly notes: readonly string[] }[];
  /** By a note, those that say the same and are read under it. */
  readonly folded: Readonly<Record<string, readonly string[]>>;
  /** By the place it is about: a block, `block/branch` or `themes/theme`. */
  readonly summaries: Readonly<Record<string, string>>;
};

/** The block of themes, which is read first. Its themes may have summaries, as other branches have. */
export const THEMES = 'themes';
/** Reasons that stand for others and are in no theme: a continuum has no place for what is read under a reason. */
const TOGETHER = 'together';

/** A note with the headings it was written under, and the branch where its number stands when it is read elsewhere. */
export type Origin = { readonly note: SeenNote; readonly from: readonly SeenHead[]; readonly branch: string };

/**
 * Blocks in the order of reading: each note once, in its theme or under the note that stands for it, else where it was
 * written. Where it was written, an index leads to it.
 */
export function arranged(
  blocks: readonly SeenBlock[],
  { themes, folded, summaries }: Arrangement,
  words: HarvestWords
): SeenBlock[] {
  const origins = originsOf(blocks);
  const foldedUnder = (top: string) => (getOwn(folded, top) ?? []).filter((note) => origins.has(note));
  const inThemes = themes.map(({ notes, ...theme }) => ({
    ...theme,
    notes: notes.filter((note) => origins.has(note))
  }));
  const isReason = (note: string) => origins.get(note)?.branch === '';
  const alone = Object.keys(folded).filter(
    (top) => isReason(top) && foldedUnder(top).length > 0 && !inThemes.some(({ notes }) => notes.includes(top))
  );

  /** Where each note that is read elsewhere is read: the note that stands for it, or null for the block of themes. */
  const moved = new Map<string, string | null>([
    ...[...inThemes.flatMap(({ notes }) => notes), ...alone].map((note) => [note, null] as const),
    ...[...origins.keys()].flatMap((top) => foldedUnder(top).map((note) => [note, top] as const))
  ]);

  const block = themesBlock();
  const places = new Map((block ? addressesIn([block]) : []).map((note, nth) => [note, nth]));
  /** An index leads through the themes from the first to the last. */
  const asRead = (one: string, other: string) => (places.get(one) ?? places.size) - (places.get(other) ?? places.size);
  const own = moved.size === 0 ? blocks : blocks.map(without);
  return [...(block ? [block] : []), ...own].map(summarized);

  function themesBlock(): SeenOutline | null {
    const branches: SeenBranch[] = inThemes.flatMap(({ id, name, notes }) =>
      notes.length === 0 ? [] : [{ id, head: themeHead(name, words), notes: notes.flatMap((note) => taken(note)) }]
    );
    const together = alone.flatMap((note) => taken(note));
    if (together.length > 0)
      branches.push({ id: TOGETHER, head: { kind: TOGETHER, words: words.outline.together }, notes: together });
    if (branches.length === 0) return null;
    const title = { kind: THEMES, words: words.outline.themes };
    return { kind: 'outline', id: THEMES, of: 'gathering', title, branches, figures: [] };
  }

  /** A note as it is read away from where it was written. */
  function taken(id: string): SeenNote[] {
    const origin = origins.get(id);
    if (!origin) return [];
    const { note, from } = origin;
    return [{ ...note, ...(from.length > 0 && { from }), notes: under(note) }];
  }

  /** What is read under a note: what was written there, as far as it stays, then what says the same. */
  function under(note: SeenNote): SeenNote[] {
    const here = origins.get(note.id)?.branch;
    const same = foldedUnder(note.id).flatMap((id): SeenNote[] => {
      const isNear = here !== '' && origins.get(id)?.branch === here && homeOf(note.id) !== null;
      return taken(id).map(({ from, ...each }) => ({ ...each, folded: true, ...(!isNear && from && { from }) }));
    });
    return [...staying(note.notes), ...same];
  }

  function staying(notes: readonly SeenNote[]): SeenNote[] {
    return notes.flatMap((note) => (moved.has(note.id) ? [] : [{ ...note, notes: under(note) }]));
  }

  /** The branch a note is read in; null: in the block of themes. */
  function homeOf(note: string): string | null {
    const to = moved.get(note);
    if (to === null) return null;
    return to === undefined ? (origins.get(note)?.branch ?? null) : homeOf(to);
  }

  function without(block: SeenBlock): SeenBlock {
    if (block.kind === 'outline')
      return { ...block, branches: block.branches.map((branch) => inBranch(branch, block.id)) };
    if (block.kind !== 'continuum' || !block.reasons) return block;
    return { ...block, reasons: block.reasons.filter(({ id }) => !moved.has(id)) };
  }

  function inBranch({ notes, index = [], branches, ...branch }: SeenBranch, above: string): SeenBranch {
    const place = `${above}/${branch.id}`;
    const gone = everyNote(notes)
      .map(({ id }) => id)
      .filter((note) => moved.has(note) && homeOf(note) !== place);
    const pointed = [...index, ...gone.filter((note) => !index.includes(note)).sort(asRead)];
    return {
      ...branch,
      notes: staying(notes),
      ...(pointed.length > 0 && { index: pointed }),
      ...(branches && { branches: branches.map((each) => inBranch(each, place)) })
    };
  }

  function summarized(block: SeenBlock): SeenBlock {
    const own = summaryOf(block.id);
    if (block.kind !== 'outline') return { ...block, ...own };
    const inside = (branch: SeenBranch): SeenBranch => ({
      ...branch,
      ...summaryOf(`${block.id}/${branch.id}`),
      ...(branch.branches && { branches: branch.branches.map(inside) })
    });
    return { ...block, ...own, branches: block.branches.map(inside) };
  }

  function summaryOf(place: string): { summary?: string } {
    const summary = getOwn(summaries, place);
    return summary === undefined ? {} : { summary };
  }
}

const themeHead = (name: string | null, words: HarvestWords): SeenHead =>
  name === null ? { kind: 'unnamed-theme', words: words.outline.unnamedTheme } : { kind: 'theme', name };

/**
 * Every note and reason by its address, with where it was written. Where all were written to one question, none says
 * which.
 */
export function originsOf(blocks: readonly SeenBlock[]): ReadonlyMap<string, Origin> {
  const withNotes = blocks.filter(({ kind }) => kind !== 'table');
  const isOne = withNotes.length === 1;
  return new Map(withNotes.flatMap((block) => originsIn(block, isOne)));
}

function originsIn(block: SeenBlock, isOne: boolean): [string, Origin][] {
  if (block.kind === 'continuum') return reasonsIn(block);
  if (block.kind === 'table') return [];
  const inside = (branches: readonly SeenBranch[], heads: readonly SeenHead[], above: string): [string, Origin][] =>
    branches.flatMap((branch) => {
      // “In no group” says nothing of a note that is in a theme now.
      const from = isFilled(branch.head) ? [branch.head, ...heads] : heads;
      const place = `${above}/${branch.id}`;
      const own = everyNote(branch.notes).map((note): [string, Origin] => [note.id, { note, from, branch: place }]);
      return [...own, ...inside(branch.branches ?? [], from, place)];
    });
  return inside(block.branches, isOne ? [] : [block.title], block.id);
}

/** A reason as a note: what was said for a place on a line, and from which side. */
const reasonsIn = ({ statement, retitled, poles, reasons = [] }: SeenContinuum): [string, Origin][] =>
  reasons.map(({ id, round, from, why, ...standing }) => [
    id,
    {
      note: { id, text: why, round, notes: [], ...standing },
      from: [
        { kind: 'side', from, poles },
        { kind: 'question', text: statement, ...(retitled !== undefined && { retitled }) }
      ],
      branch: ''
    }
  ]);
