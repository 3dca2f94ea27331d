import { notesIn } from '#contract/outline-notes.ts';
import { anchorOf } from './anchor.ts';
import type { Edition, SeenBlock, SeenBranch } from './document.ts';
import { headOf, titleOf } from './outline.ts';
import { orWithdrawn, type HarvestWords } from './sentence.ts';
import { notesAndReasons, partsIn } from './split.ts';

/**
 * What became of a note between two editions: its words before and after, null where it was not there. Both are null of
 * a note that was taken back: nobody has its words any more.
 */
export type Change = { readonly note: string; readonly before: string | null; readonly after: string | null };

/**
 * What a later edition says otherwise, note by note: what was changed or left out in the order of the older one, then
 * what came in. A note is the same by its address, wherever it stands now.
 */
export function changesBetween(older: Edition, newer: Edition): Change[] {
  const [before, after] = [wordsByNote(older.blocks), wordsByNote(newer.blocks)];
  // A note that was split changed into each of its parts.
  const parts = partsIn(newer.blocks).filter(({ id }) => !before.has(id));
  const whole = new Map(parts.map(({ id, partOf }) => [id, before.get(partOf.find((note) => before.has(note)) ?? '')]));
  const split = new Set(parts.flatMap(({ partOf }) => partOf));
  const changed = [...before].flatMap(([note, words]): Change[] => {
    const now = after.get(note) ?? null;
    return now === words || split.has(note) ? [] : [{ note, before: words, after: now }];
  });
  const came = [...after].flatMap(([note, words]): Change[] =>
    before.has(note) ? [] : [{ note, before: whole.get(note) ?? null, after: words }]
  );
  const told = new Set([...older.gone.map(({ id }) => id), ...changed.map(({ note }) => note)]);
  const takenBack = newer.gone.flatMap(({ id }): Change[] =>
    told.has(id) ? [] : [{ note: id, before: null, after: null }]
  );
  return [...changed, ...came, ...takenBack];
}

/** A heading that both editions have, and what each calls it. `anchor`: where it stands in the later one. */
export type TitleChange = { readonly anchor: string; readonly before: string; readonly after: string };

/** What a later edition calls otherwise: themes that were named, and questions that were given a title. */
export function titlesBetween(older: Edition, newer: Edition, words: HarvestWords): TitleChange[] {
  const before = new Map(headingsOf(older.blocks, words));
  return headingsOf(newer.blocks, words).flatMap(([anchor, after]) => {
    const was = before.get(anchor);
    return was === undefined || was === after ? [] : [{ anchor, before: was, after }];
  });
}

/** Null: it was not there, or nobody has its words any more. `anchor`: where it stands in the later one. */
export type Wording = {
  readonly kind: 'title' | 'summary' | 'inShort' | 'objected' | 'unobjected';
  readonly anchor: string | null;
  readonly before: string | null;
  readonly after: string | null;
};

/** What a later edition says otherwise beside its notes and headings: its title, its summary, and what was said in short. */
export function wordingsBetween(older: Edition, newer: Edition): Wording[] {
  const places = new Set(placesOf(newer.blocks).map(([anchor]) => anchor));
  const [before, after] = [inShortOf(older), inShortOf(newer)];
  const inShort = [...new Set([...after.keys(), ...before.keys()])].map((anchor) =>
    wording('inShort', places.has(anchor) ? anchor : null, before.get(anchor), after.get(anchor))
  );
  const own = [
    wording('title', null, older.title, newer.title),
    wording('summary', null, older.summary, newer.summary),
    ...inShort
  ];
  return own.filter(({ before, after }) => before !== after);
}

const wording = (
  kind: Wording['kind'],
  anchor: string | null,
  before: string | null | undefined,
  after: string | null | undefined
): Wording => ({ kind, anchor, before: before ?? null, after: after ?? null });

/** Each objection that came or went, of the notes that are read now: one that came brings what is said against it, one that went takes it along. */
export function objectionsBetween(older: Edition, newer: Edition): Wording[] {
  const before = new Map(notesAndReasons(older.blocks).map(({ id, disputes = [] }) => [id, disputes]));
  return notesAndReasons(newer.blocks).flatMap(({ id, partOf = [], disputes: now = [] }) => {
    // What was said against a note that was split is said against its parts.
    const said = before.get([id, ...partOf].find((note) => before.has(note)) ?? '') ?? [];
    return [
      ...without(said, now).map((why) => wording('unobjected', id, why, null)),
      ...without(now, said).map((why) => wording('objected', id, null, why))
    ];
  });
}

/** Two may have said the same: each takes one away. */
function without<Item>(items: readonly Item[], others: readonly Item[]): Item[] {
  const left = [...others];
  return items.filter((item) => {
    const nth = left.indexOf(item);
    if (nth >= 0) left.splice(nth, 1);
    return nth < 0;
  });
}

const inShortOf = ({ blocks }: Edition): Map<string, string> =>
  new Map(placesOf(blocks).flatMap(([anchor, { summary }]) => (summary ? [[anchor, summary] as const] : [])));

const headingsOf = (blocks: readonly SeenBlock[], words: HarvestWords): [anchor: string, title: string][] =>
  placesOf(blocks).map(([anchor, place]) => [
    anchor,
    'kind' in place ? orWithdrawn(titleOf(place), words) : headOf(place, words)
  ]);

/** Blocks and the branches under them, each with its anchor. */
function placesOf(blocks: readonly SeenBlock[]): [anchor: string, place: SeenBlock | SeenBranch][] {
  return blocks.flatMap((block) => [
    [anchorOf(block), block] as [string, SeenBlock],
    ...(block.kind === 'outline' ? under(block.branches, [block]) : [])
  ]);

  function under(branches: readonly SeenBranch[], above: readonly { id: string }[]): [string, SeenBranch][] {
    return branches.flatMap((branch) => {
      const path = [...above, branch];
      return [[anchorOf(...path), branch] as [string, SeenBranch], ...under(branch.branches ?? [], path)];
    });
  }
}

/** Notes whose words were taken back are like notes that are not there. */
const wordsByNote = (blocks: readonly SeenBlock[]): Map<string, string> =>
  new Map(notesIn(blocks).flatMap(({ id, text }) => (text === null ? [] : [[id, text] as const])));
