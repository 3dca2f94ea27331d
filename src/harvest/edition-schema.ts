import * as v from 'valibot';
import {
  COLUMN_KINDS,
  type ColumnKind,
  type FigureValue,
  type FilledHead,
  type Scope
} from '#contract/harvest-blocks.ts';
import { everyBranch } from '#contract/outline-notes.ts';
import { FEWEST, isFew } from '#contract/people-counts.ts';
import type { Seen } from '#contract/typed-text.ts';
import { WHY_LEFT_OUT } from '#contract/why-left-out.ts';
import {
  SCHEMA_VERSION,
  type Edition,
  type SeenBlock,
  type SeenBranch,
  type SeenCell,
  type SeenContinuum,
  type SeenFigure,
  type SeenHead,
  type SeenNote,
  type SeenOutline,
  type SeenTable,
  type NoteStanding,
  type Retitled
} from './document.ts';
import { addressesIn } from './note-addresses.ts';

/**
 * Without it a field that blocks have and schemas lack would compile, and its edition would be published and never
 * found.
 */
type All<Name extends PropertyKey> = Record<Name, unknown>;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const position = v.pipe(v.number(), v.minValue(0), v.maxValue(1000));
const words = v.nullable(v.string());
const line = v.pipe(v.string(), v.minLength(1));
const title = { retitled: v.exactOptional(words) } satisfies All<keyof Retitled>;

const tenths = v.multipleOf(100);
const spread = v.strictObject({
  median: v.pipe(position, tenths),
  polarisation: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  agreement: v.nullable(v.pipe(v.number(), v.minValue(-1), v.maxValue(1))),
  twoCamps: v.boolean(),
  ranges: v.array(v.strictObject({ from: position, to: position, count: v.pipe(count, v.minValue(FEWEST)) }))
});

const round = v.strictObject({
  round: v.pipe(count, v.minValue(1)),
  present: count,
  placed: count,
  unsure: count,
  passed: count,
  spread: v.nullable(spread)
} satisfies All<keyof SeenContinuum['rounds'][number]>);

/** As `/n/…` and the anchors of every format say it. */
const address = v.pipe(v.string(), v.regex(/^[0-9a-z]{1,40}$/));

const partOf = v.pipe(v.array(address), v.minLength(1));

const standing = {
  mended: v.exactOptional(v.boolean()),
  struck: v.exactOptional(v.boolean()),
  partOf: v.exactOptional(partOf),
  endorsed: v.exactOptional(v.pipe(count, v.minValue(FEWEST))),
  disputes: v.exactOptional(v.pipe(v.array(words), v.minLength(1)))
} satisfies All<keyof NoteStanding>;

const side = v.picklist(['first', 'middle', 'second', 'beside']);
const reason = v.strictObject({
  id: address,
  round: v.pipe(count, v.minValue(1)),
  from: side,
  why: words,
  ...standing
} satisfies All<keyof NonNullable<SeenContinuum['reasons']>[number]>);

const continuum = v.strictObject({
  kind: v.literal('continuum'),
  id: line,
  statement: words,
  poles: v.strictTuple([words, words]),
  middle: words,
  rounds: v.array(round),
  reasons: v.exactOptional(v.array(reason)),
  named: v.exactOptional(v.array(v.strictObject({ name: words, x: position }))),
  summary: v.exactOptional(words),
  ...title
} satisfies All<keyof SeenContinuum>);

const one = v.pipe(count, v.minValue(1));

const code = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/), v.maxLength(40));

const filledHeads = {
  speaker: v.strictObject({ kind: v.literal('speaker'), name: words, number: one }),
  question: v.strictObject({ kind: v.literal('question'), text: words, ...title }),
  theme: v.strictObject({ kind: v.literal('theme'), name: words, ...title }),
  table: v.strictObject({ kind: v.literal('table'), number: one, name: words, topic: words, ...title }),
  round: v.strictObject({ kind: v.literal('round'), round: one, question: words, ...title }),
  side: v.strictObject({ kind: v.literal('side'), from: side, poles: v.strictTuple([words, words]) })
} satisfies All<FilledHead['kind']>;

export const isFilled = (head: SeenHead): head is Seen<FilledHead> & Retitled => Object.hasOwn(filledHeads, head.kind);

const ownCode = v.strictObject({
  kind: v.pipe(
    code,
    v.check((kind) => !Object.hasOwn(filledHeads, kind))
  ),
  words: v.exactOptional(line)
});
const ownHead = v.strictObject({ ...ownCode.entries, ...title });
const head = v.union([v.variant('kind', Object.values(filledHeads)), ownHead]);

const picture = v.strictObject({
  name: v.pipe(v.string(), v.regex(/^[0-9a-z]+$/)),
  // Readers put it into links as it stands.
  address: v.pipe(v.string(), v.regex(/^[0-9a-z-]+\/photo\/[0-9a-z]+\.jpg$/)),
  size: v.nullable(v.strictObject({ width: one, height: one }))
});

const note: v.GenericSchema<unknown, SeenNote> = v.strictObject({
  id: address,
  text: words,
  photo: v.exactOptional(picture),
  gem: v.exactOptional(v.boolean()),
  table: v.exactOptional(one),
  round: v.exactOptional(one),
  cards: v.exactOptional(v.pipe(v.array(one), v.minLength(1))),
  ...standing,
  from: v.exactOptional(v.pipe(v.array(head), v.minLength(1))),
  folded: v.exactOptional(v.boolean()),
  notes: v.array(v.lazy(() => note))
} satisfies All<keyof SeenNote>);

const branch: v.GenericSchema<unknown, SeenBranch> = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,80}$/)),
  head,
  notes: v.array(note),
  index: v.exactOptional(v.array(address)),
  branches: v.exactOptional(v.array(v.lazy(() => branch))),
  summary: v.exactOptional(words)
} satisfies All<keyof SeenBranch>);

const blockTitle = v.union([filledHeads.question, ownHead]);

const share = v.pipe(
  v.strictObject({ count, of: v.pipe(count, v.minValue(1)) }),
  v.check(({ count, of }) => count <= of)
);
const number = v.pipe(v.number(), v.finite());
const figurePart = v.union([share, number, v.null(), v.record(code, number)]);
const figureValue: v.GenericSchema<unknown, FigureValue> = v.union([
  figurePart,
  v.picklist(['few', 'most']),
  v.record(code, figurePart)
]);
const scope = v.strictObject({
  round: v.exactOptional(one),
  table: v.exactOptional(one),
  statement: v.exactOptional(words)
} satisfies All<keyof Scope>);
const figure = v.strictObject({
  code,
  value: figureValue,
  scope: v.exactOptional(scope),
  words: v.exactOptional(line)
} satisfies All<keyof SeenFigure>);

const outline = v.strictObject({
  kind: v.literal('outline'),
  id: line,
  of: code,
  title: blockTitle,
  branches: v.array(branch),
  figures: v.array(figure),
  summary: v.exactOptional(words)
} satisfies All<keyof SeenOutline>);

const heldTime = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d[+-]\d\d:\d\d$/),
  v.check((time) => !Number.isNaN(Date.parse(time)))
);

const partOfPeople = v.union([
  v.picklist(['few', 'most']),
  v.pipe(
    share,
    v.check(({ count, of }) => !isFew(count) && !isFew(of - count))
  )
]);
const cells: { [Kind in ColumnKind]: v.GenericSchema<unknown, SeenCell> } = {
  text: v.string(),
  label: ownCode,
  amount: number,
  share,
  headcount: count,
  people: v.union([
    v.literal('untold'),
    v.pipe(
      count,
      v.check((people) => !isFew(people))
    )
  ]),
  part: partOfPeople,
  time: heldTime
};
const columns = v.pipe(
  v.array(v.strictObject({ heading: code, kind: v.picklist(COLUMN_KINDS), words: v.exactOptional(line) })),
  v.minLength(1)
);
const table = v.pipe(
  v.strictObject({
    kind: v.literal('table'),
    id: line,
    of: code,
    title: blockTitle,
    columns,
    rows: v.array(v.array(v.nullable(v.union(Object.values(cells))))),
    figures: v.array(figure),
    summary: v.exactOptional(words)
  } satisfies All<keyof SeenTable>),
  v.check(({ columns, rows }) => rows.every((row) => row.length === columns.length)),
  v.check(({ columns, rows }) =>
    rows.every((row) => columns.every(({ kind }, nth) => row[nth] === null || v.is(cells[kind], row[nth])))
  ),
  // One that is untold beside others that are told is what is missing from their sum.
  v.check(({ columns, rows }) =>
    columns.every(({ kind }, nth) => {
      const untold = rows.filter((row) => row[nth] === 'untold').length;
      return kind !== 'people' || untold !== 1 || rows.length === 1;
    })
  )
);

const blocks = { continuum, outline, table } satisfies All<SeenBlock['kind']>;

/** Checks a document before it is believed: from a store, from another server, or before it is published. */
export const editionSchema: v.GenericSchema<unknown, Edition> = v.strictObject({
  schemaVersion: v.literal(SCHEMA_VERSION),
  generator: line,
  id: line,
  slug: v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), v.maxLength(120)),
  version: v.pipe(count, v.minValue(1)),
  title: line,
  summary: v.nullable(v.string()),
  gathering: v.strictObject({
    name: line,
    held: v.strictObject({ from: heldTime, to: heldTime, timeZone: line }),
    place: v.nullable(v.string()),
    language: line,
    people: count,
    rehearsal: v.boolean()
  }),
  licence: line,
  dataLicence: line,
  attribution: line,
  publishedAt: v.pipe(v.string(), v.isoTimestamp()),
  gone: v.array(
    v.strictObject({
      id: address,
      by: v.picklist(['author', 'team']),
      at: v.pipe(v.string(), v.isoTimestamp()),
      why: v.exactOptional(v.picklist(WHY_LEFT_OUT)),
      partOf: v.exactOptional(partOf)
    })
  ),
  unshown: v.exactOptional(one),
  blocks: v.pipe(
    v.array(v.union(Object.values(blocks))),
    v.check((blocks) => {
      const there = addressesIn(blocks);
      const known = new Set(there);
      return known.size === there.length && pointed(blocks).every((note) => known.has(note));
    })
  )
});

/** What the indexes of a document point to. */
const pointed = (blocks: readonly SeenBlock[]): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'outline' ? everyBranch(block.branches).flatMap(({ index = [] }) => index) : []
  );

/** Whether a document can be read as an edition, by this Plenary and by any other of its version. */
export const isEdition = (document: unknown): document is Edition => v.is(editionSchema, document);
