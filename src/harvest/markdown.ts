import type { ContinuumRound, Spread } from '#contract/harvest-blocks.ts';
import { when } from '#words/en.ts';
import {
  dayHeld,
  type Edition,
  type SeenBlock,
  type SeenBranch,
  type SeenContinuum,
  type SeenOutline,
  type SeenOwn,
  type SeenTable
} from './document.ts';
import { figuresByScope } from './figure-sentences.ts';
import { noteNumbers } from './note-addresses.ts';
import { altOf, headOf, markOf, noteLines, standingOf, titleOf, whereOf, wordsOf } from './outline.ts';
import { reasonsByPart } from './reasons.ts';
import { spreadLines } from './spread-lines.ts';
import { cellText, hasUntold, headingOf, isNumbers } from './table.ts';
import { movement, sentence, orWithdrawn, type HarvestWords } from './sentence.ts';

const TOP_BRANCH_LEVEL = 3;

/** A page to read, edit and keep: front matter for a vault or a site, then each block under its own anchor. */
export function markdown(edition: Edition, words: HarvestWords): string {
  const { gathering } = edition;
  const numbers = noteNumbers(edition.blocks);
  const where = [when.held(gathering.held), gathering.place].filter((part) => part !== null).map(plain);
  return [
    frontMatter(edition),
    `# ${plain(edition.title)}`,
    `${plain(gathering.name)} · ${where.join(' · ')}. ${words.present(gathering.people)}`,
    ...(gathering.rehearsal ? [`**${words.rehearsal}**`] : []),
    ...(edition.summary ? [lines(edition.summary)] : []),
    ...(edition.blocks.length > 0 ? edition.blocks.map((block) => blockOf(block, numbers, words)) : [words.nothing]),
    '---',
    `${plain(edition.attribution)} · ${plain(words.licence(edition.licence, edition.dataLicence))}`
  ]
    .join('\n\n')
    .concat('\n');
}

function frontMatter({ gathering, ...edition }: Edition): string {
  const fields = {
    title: edition.title,
    gathering: gathering.name,
    date: dayHeld({ gathering }),
    held_from: gathering.held.from,
    held_to: gathering.held.to,
    time_zone: gathering.held.timeZone,
    place: gathering.place,
    language: gathering.language,
    people: gathering.people,
    rehearsal: gathering.rehearsal,
    version: edition.version,
    published: edition.publishedAt,
    licence: edition.licence,
    data_licence: edition.dataLicence,
    attribution: edition.attribution,
    id: edition.id,
    generator: edition.generator
  };
  // JSON's strings, numbers and null are YAML as they stand: nothing a person typed can end the block early.
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return ['---', ...lines, '---'].join('\n');
}

type Numbers = ReadonlyMap<string, string>;

/** Where a link leads to. Nothing that could end the attribute is left of an id. */
const anchor = (id: string): string => `<a id="${id.replace(/[^\w-]/g, '')}"></a>`;

const blockOf = (block: SeenBlock, numbers: Numbers, words: HarvestWords): string =>
  block.kind === 'continuum' ? continuum(block, words) : own(block, numbers, words);

const own = (block: SeenOwn, numbers: Numbers, words: HarvestWords): string =>
  [
    anchor(block.id),
    `## ${plain(orWithdrawn(titleOf(block), words))}`,
    ...inShort(block, words),
    ...(block.kind === 'outline' ? outline(block, numbers, words) : ownTable(block, words)),
    ...ownFigures(block, words)
  ].join('\n\n');

/** Notes as nested bullets with the numbers of the edition: Markdown's own would begin anew in every list. */
function outline(block: SeenOutline, numbers: Numbers, words: HarvestWords): string[] {
  const branches = (all: readonly SeenBranch[], above: readonly SeenBranch[]): string[] =>
    all.flatMap((branch) => {
      const path = [...above, branch];
      return [
        `${'#'.repeat(Math.min(TOP_BRANCH_LEVEL + above.length, 6))} ${plain(headOf(branch, words))}`,
        ...inShort(branch, words),
        ...(branch.notes.length > 0 ? [notes(branch, path, numbers, words)] : []),
        ...(branch.index ? [indexOf(branch, branch.index, numbers, words)] : []),
        ...branches(branch.branches ?? [], path)
      ];
    });
  return block.branches.length + block.figures.length === 0 ? [words.outline.nothing] : branches(block.branches, []);
}

function ownTable(block: SeenTable, words: HarvestWords): string[] {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    [
      row(block.columns.map((column) => plain(headingOf(column)))),
      row(block.columns.map((column) => (isNumbers(column) ? '---:' : '---'))),
      ...block.rows.map((cells) =>
        row(block.columns.map((column, nth) => plain(cellText(cells[nth] ?? null, column, words))))
      )
    ].join('\n'),
    ...(hasUntold(block) ? [words.table.untoldWhy] : [])
  ];
}

const ownFigures = ({ figures }: SeenOwn, words: HarvestWords): string[] =>
  figuresByScope(figures, words).flatMap(({ of, sentences }) => [
    ...(of === null ? [] : [`**${plain(of)}**`]),
    sentences.map((sentence) => `- ${plain(sentence)}`).join('\n')
  ]);

const inShort = ({ summary }: Pick<SeenBlock, 'summary'>, words: HarvestWords): string[] =>
  summary ? [`*${words.inShort}:* ${lines(summary)}`] : [];

const indexOf = ({ notes }: SeenBranch, index: readonly string[], numbers: Numbers, words: HarvestWords): string =>
  [
    ...(notes.length > 0 ? [words.outline.alsoHere] : []),
    index.map((note) => `[${numbers.get(note) ?? ''}](#${note})`).join(' · ')
  ].join(' ');

const notes = ({ notes }: SeenBranch, above: readonly SeenBranch[], numbers: Numbers, words: HarvestWords): string =>
  noteLines(notes)
    .map(({ level, note }) => {
      const [mark, where] = [markOf(note, words), whereOf(note, above, words)];
      const inside = '  '.repeat(level);
      const said = [
        ...(mark ? [`**${mark}**`] : []),
        ...(note.photo
          ? [`![${plain(altOf(note, words))}](${note.photo.address})`]
          : [lines(wordsOf(note, words), inside)]),
        ...(where ? [`(${where})`] : []),
        ...standingOf(note, words).map((told) => `\\\n${inside}*${plain(told)}*`)
      ];
      return `${'  '.repeat(level - 1)}- ${anchor(note.id)}${numbers.get(note.id) ?? ''} ${said.join(' ')}`;
    })
    .join('\n');

function continuum(block: SeenContinuum, words: HarvestWords): string {
  const [poleA, poleB] = block.poles.map((pole) => orWithdrawn(pole, words));
  const many = block.rounds.length > 1;
  const moved = movement(block, words);
  return [
    anchor(block.id),
    `## ${plain(orWithdrawn(block.statement, words))}`,
    ...inShort(block, words),
    plain(words.between(poleA ?? '', poleB ?? '')),
    ...(block.middle === null ? [] : [plain(words.middle(block.middle))]),
    ...block.rounds.flatMap((round) => [
      ...(many ? [`### ${words.round(round.round)}`] : []),
      plain(sentence(round, block.poles, words)),
      ...figures(round, words),
      ...heard(round, words)
    ]),
    ...(moved === null ? [] : [plain(moved)]),
    ...reasons(block, words),
    ...named(block, words),
    plain(words.scale(words.quote(poleA ?? ''), words.quote(poleB ?? '')))
  ].join('\n\n');
}

function figures({ spread }: ContinuumRound, words: HarvestWords): string[] {
  return spread ? [table(spread, words), list(spread, words)] : [];
}

const heard = ({ zonesHeard }: ContinuumRound, words: HarvestWords): string[] =>
  zonesHeard ? [words.zonesHeard(zonesHeard)] : [];

function reasons(block: SeenContinuum, words: HarvestWords): string[] {
  const parts = reasonsByPart(block, words);
  if (parts.length === 0) return [];
  return [
    `### ${words.reasons}`,
    ...parts.flatMap(({ from, said }) => [
      `**${plain(from)}**`,
      said.map(({ id, why }) => `- ${anchor(id)}${plain(why)}`).join('\n')
    ])
  ];
}

function named({ named = [] }: SeenContinuum, words: HarvestWords): string[] {
  const rows = named.flatMap(({ name, x }) => (name === null ? [] : [`| ${plain(name)} | ${x} |`]));
  if (rows.length === 0) return [];
  return [`### ${words.named}`, [`| ${words.name} | ${words.position} |`, '| --- | ---: |', ...rows].join('\n')];
}

const table = ({ ranges }: Spread, words: HarvestWords): string =>
  [
    `| ${words.from} | ${words.to} | ${words.people} |`,
    '| ---: | ---: | ---: |',
    ...ranges.map(({ from, to, count }) => `| ${from} | ${to} | ${count} |`)
  ].join('\n');

const list = (spread: Spread, words: HarvestWords): string =>
  spreadLines(spread, words)
    .map((line) => `- ${line}`)
    .join('\n');

/**
 * Typed words of several lines, each as {@link plain} says it, with what Markdown takes for a line break and for an
 * empty line.
 */
const lines = (text: string, inside = ''): string =>
  text
    .split(/\n\n+/)
    .map((part) => part.split('\n').map(plain).join(`\\\n${inside}`))
    .join(`\n\n${inside}`);

/** Typed words as they were typed: on one line, with nothing in them that Markdown or HTML would act on. */
function plain(text: string): string {
  return text
    .replace(/[^\S\u00a0]+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]#|~&!]/g, '\\$&')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+=:])/, '\\$1');
}
