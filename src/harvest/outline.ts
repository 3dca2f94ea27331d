import type { SeenBlock, SeenBranch, SeenCode, SeenHead, SeenNote, SeenOutline, NoteStanding } from './document.ts';
import { isFilled } from './edition-schema.ts';
import { addressesIn } from './note-addresses.ts';
import { orWithdrawn, type HarvestWords } from './sentence.ts';

/** What a block is about, as a list of contents says it; null where those words were withdrawn. */
export function titleOf(block: SeenBlock): string | null {
  if (block.kind === 'continuum') return block.retitled ?? block.statement;
  const { title } = block;
  return title.retitled ?? ('text' in title ? title.text : wordsOfCode(title));
}

/** What was asked, for those who look for questions; null where there was none or its words were withdrawn. */
export function questionOf(block: SeenBlock): string | null {
  return block.kind === 'continuum' || 'text' in block.title ? titleOf(block) : null;
}

/**
 * Without notes that say nothing, and without branches that hold none. A note that was withdrawn stays while others
 * hang on it; a place goes with the name of its person. An index points only to what is there.
 */
export function tidied(blocks: readonly SeenBlock[]): SeenBlock[] {
  const saying = blocks.map((block): SeenBlock => {
    if (block.kind === 'outline') return { ...block, branches: block.branches.map(worded) };
    if (block.kind === 'table') return block;
    return block.named ? { ...block, named: block.named.filter(({ name }) => name !== null) } : block;
  });
  const there = new Set(addressesIn(saying));
  return saying.map((block) =>
    block.kind === 'outline' ? { ...block, branches: filled(block.branches, there) } : block
  );
}

/** A branch's heading, in the reader's words. */
export function headOf({ head }: Pick<SeenBranch, 'head'>, words: HarvestWords): string {
  if (!isFilled(head)) return head.retitled ?? wordsOfCode(head);
  switch (head.kind) {
    case 'speaker':
      return head.name ?? words.outline.speaker(head.number);
    case 'question':
      return orWithdrawn(head.retitled ?? head.text, words);
    case 'theme':
      return orWithdrawn(head.retitled ?? head.name, words);
    case 'table':
      return words.outline.tableNamed(
        head.number,
        [head.name, head.retitled ?? head.topic].filter((said) => said !== null)
      );
    case 'round': {
      const asked = head.retitled ?? head.question;
      return asked === null ? words.round(head.round) : words.outline.roundAsked(head.round, asked);
    }
    case 'side': {
      const [poleA, poleB] = head.poles.map((pole) => words.quote(orWithdrawn(pole, words)));
      return words.reasonsFrom(poleA ?? '', poleB ?? '')[head.from];
    }
  }
}

/** What the method said for it; the code itself where it had no words. */
const wordsOfCode = ({ kind, words }: SeenCode): string => words ?? kind;

/** A note as one line: how deep it stands, from 1, and the headings it stands under. */
export type NoteLine = { path: string[]; level: number; note: SeenNote };

/** Every note of a block. */
export function linesOf(block: SeenOutline, words: HarvestWords): NoteLine[] {
  const under = (branches: readonly SeenBranch[], above: readonly string[]): NoteLine[] =>
    branches.flatMap((branch) => {
      const path = [...above, headOf(branch, words)];
      return [...noteLines(branch.notes, path), ...under(branch.branches ?? [], path)];
    });
  return under(block.branches, []);
}

/** What those who lead say in short: of a block, whose path is empty, and of each of its branches. */
export function summariesOf(block: SeenBlock, words: HarvestWords): { path: string[]; text: string }[] {
  const under = (branches: readonly SeenBranch[], above: readonly string[]): { path: string[]; text: string }[] =>
    branches.flatMap((branch) => {
      const path = [...above, headOf(branch, words)];
      return [...(branch.summary ? [{ path, text: branch.summary }] : []), ...under(branch.branches ?? [], path)];
    });
  const own = block.summary ? [{ path: [], text: block.summary }] : [];
  return block.kind === 'outline' ? [...own, ...under(block.branches, [])] : own;
}

/** Every heading of a block, but those over an index. */
export const headsOf = (branches: readonly SeenBranch[], words: HarvestWords): string[] =>
  branches.flatMap((branch) => (branch.index ? [] : [headOf(branch, words), ...headsOf(branch.branches ?? [], words)]));

export const noteLines = (notes: readonly SeenNote[], path: string[] = [], level = 1): NoteLine[] =>
  notes.flatMap((note) => [{ path, level, note }, ...noteLines(note.notes, path, level + 1)]);

/**
 * Where a note was written, as far as the headings above it do not say so already: its table, its round, and the
 * headings it stood under where it is read elsewhere. Null when there is nothing to add.
 */
export function whereOf(
  { table, round, from = [] }: SeenNote,
  above: readonly SeenBranch[],
  words: HarvestWords
): string | null {
  const heads = [...above.map(({ head }) => head), ...from].filter(isFilled);
  const inTable = heads.some((head) => head.kind === 'table' && head.number === table);
  const inRound = heads.some((head) => head.kind === 'round' && head.round === round);
  const where = [
    ...(table === undefined || inTable ? [] : [words.outline.table(table)]),
    ...(round === undefined || inRound ? [] : [words.round(round)]),
    ...from.filter(says).map((head) => headOf({ head }, words))
  ];
  return where.length > 0 ? where.join(', ') : null;
}

/** A heading whose words were withdrawn says nothing of where a note was written. */
const says = (head: SeenHead): boolean =>
  !isFilled(head) ||
  (head.kind === 'question' ? (head.retitled ?? head.text) : head.kind === 'side' ? head.poles[0] : true) !== null;

/** The headings that a note stood under where it was written, from the outermost; empty where it still stands there. */
export const writtenUnder = ({ from = [] }: SeenNote, words: HarvestWords): string =>
  from
    .toReversed()
    .map((head) => headOf({ head }, words))
    .join(' › ');

/** The words of a note; nothing beside a photo. */
export const wordsOf = ({ text, photo }: SeenNote, words: HarvestWords): string =>
  photo && text === null ? '' : orWithdrawn(text, words);

/** Text in place of a photo, for readers who cannot see it. */
export const altOf = ({ table, round }: SeenNote, words: HarvestWords): string =>
  words.outline.photo([
    ...(table === undefined ? [] : [words.outline.table(table)]),
    ...(round === undefined ? [] : [words.round(round)])
  ]);

/** What became of a note after the gathering: split, mended, stood by, disputed with why. */
export const standingOf = (
  { partOf, mended, struck, endorsed, disputes = [] }: NoteStanding,
  { outline }: HarvestWords
) => [
  ...(partOf ? [outline.part] : []),
  ...(mended ? [outline.mended] : []),
  ...(struck ? [outline.struck] : []),
  ...(endorsed ? [outline.endorsed(endorsed)] : []),
  ...disputes.map(outline.disputed)
];

/** What a note was marked as, to stand before it; null when it was not. */
export function markOf({ folded, gem, round, cards = [] }: SeenNote, words: HarvestWords): string | null {
  const { outline } = words;
  const others = cards.filter((chosen) => chosen !== round);
  const marks = [
    ...(folded ? [outline.folded] : []),
    ...(gem ? [outline.gem] : []),
    ...(others.length < cards.length ? [outline.card] : []),
    ...others.map(outline.cardOf)
  ];
  return marks.length > 0 ? outline.marks(marks) : null;
}

const worded = (branch: SeenBranch): SeenBranch => ({
  ...branch,
  notes: saying(branch.notes),
  ...(branch.branches && { branches: branch.branches.map(worded) })
});

const filled = (branches: readonly SeenBranch[], there: ReadonlySet<string>): SeenBranch[] =>
  branches.flatMap((branch) => {
    const index = branch.index?.filter((note) => there.has(note));
    const under = branch.branches && filled(branch.branches, there);
    if (branch.notes.length === 0 && !index?.length && !under?.length) return [];
    return [{ ...branch, ...(index && { index }), ...(under && { branches: under }) }];
  });

const saying = (notes: readonly SeenNote[]): SeenNote[] =>
  notes.flatMap((note) => {
    const under = saying(note.notes);
    const says = note.text || note.photo || under.length > 0;
    return says ? [{ ...note, text: note.text || null, notes: under }] : [];
  });
