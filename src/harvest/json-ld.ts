import { everyBranch, everyNote } from '#contract/outline-notes.ts';
import { COVERAGE } from './coverage.ts';
import type { Edition, SeenBlock, SeenNote, SeenTable } from './document.ts';
import { licenceUrl } from './licence-url.ts';
import { noteNumbers } from './note-addresses.ts';
import { originalsOf, type Original } from './originals.ts';
import { questionOf, summariesOf, titleOf } from './outline.ts';
import { saidIn } from './reasons.ts';
import { orWithdrawn, type HarvestWords } from './sentence.ts';
import { cellText, headingOf } from './table.ts';

/**
 * The edition and each of its notes for machines, as schema.org and PROV say it: on its page, as a file, and in an
 * archive. `home` stands before every address; in an archive nothing does. No character of it can end the element it
 * stands in on a page, or needs an entity there.
 */
export function jsonLd(edition: Edition, words: HarvestWords, home: string): string {
  const { gathering, version } = edition;
  const address = `${home}/commons/${edition.slug}`;
  const own = `${address}/${version}`;
  const license = licenceUrl(edition.licence) ?? edition.licence;
  const numbers = noteNumbers(edition.blocks);
  const originals = originalsOf(edition.blocks, words);
  const notes = notesOf(edition.blocks).map(({ id, text, photo, from, endorsed, disputes = [] }) => ({
    '@type': 'CreativeWork',
    '@id': noteAt(id),
    name: words.outline.note(numbers.get(id) ?? ''),
    ...(text !== null && { text }),
    ...(photo && { image: `${home}/commons/${photo.address}` }),
    datePublished: edition.publishedAt,
    license,
    isPartOf: { '@id': own },
    ...(from.length > 0 && derivedFrom(from.map(noteAt))),
    ...(endorsed !== undefined && agreed(endorsed)),
    ...(disputes.length > 0 && { comment: disputes.map(objection) })
  }));
  const data = {
    '@context': ['https://schema.org', { prov: 'http://www.w3.org/ns/prov#' }],
    '@type': 'CreativeWork',
    '@id': own,
    url: address,
    name: edition.title,
    ...(edition.summary === null ? {} : { abstract: edition.summary }),
    version,
    ...(version > 1 && { 'prov:wasRevisionOf': { '@id': `${address}/${version - 1}` } }),
    datePublished: edition.publishedAt,
    inLanguage: gathering.language,
    license,
    creditText: edition.attribution,
    isAccessibleForFree: true,
    about: edition.blocks.flatMap((block) => askedAbout(block, originals)),
    hasPart: [
      ...edition.blocks.flatMap((block) => inShort(block, words)),
      ...notes,
      ...edition.blocks.flatMap((block) =>
        coverageIn(block, licenceUrl(edition.dataLicence) ?? edition.dataLicence, words)
      )
    ],
    recordedAt: {
      '@type': 'Event',
      name: gathering.name,
      startDate: gathering.held.from,
      endDate: gathering.held.to,
      ...(gathering.place === null ? {} : { location: { '@type': 'Place', name: gathering.place } })
    },
    encoding: { '@type': 'MediaObject', encodingFormat: 'application/json', contentUrl: `${own}.json` }
  };
  return JSON.stringify(data).replace(/[<>&]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

  function objection(why: string | null) {
    const { outline } = words;
    return { '@type': 'Comment', text: outline.disputed(why) };
  }

  function noteAt(note: string): string {
    return `${home}/n/${note}`;
  }
}

const agreed = (people: number) => ({
  interactionStatistic: {
    '@type': 'InteractionCounter',
    interactionType: 'https://schema.org/AgreeAction',
    userInteractionCount: people
  }
});

/** schema.org and PROV have a word each for it, and readers of one do not know the other's. */
function derivedFrom(notes: readonly string[]) {
  const from = notes.map((note) => ({ '@id': note }));
  return { isBasedOn: from, 'prov:wasDerivedFrom': from };
}

/** By its title, and by what was asked in the room. */
function askedAbout(block: SeenBlock, originals: readonly Original[]) {
  const name = questionOf(block);
  const asked = originals.find((each) => each.block === block.id && each.path.length === 0);
  return name === null ? [] : [{ '@type': 'Question', name, ...(asked && { alternateName: asked.text }) }];
}

type Told = Pick<SeenNote, 'id' | 'text' | 'photo' | 'endorsed' | 'disputes'> & {
  /** The notes it was split from, and those that were folded into it. */
  from: readonly string[];
};

/** Every note, and every reason that says something, as they follow each other in print. */
const notesOf = (blocks: readonly SeenBlock[]): Told[] =>
  blocks.flatMap((block): Told[] => {
    if (block.kind === 'continuum')
      return saidIn(block).map(({ why, ...reason }) => ({ ...reason, text: why, from: reason.partOf ?? [] }));
    if (block.kind === 'table') return [];
    return everyBranch(block.branches)
      .flatMap(({ notes }) => everyNote(notes))
      .map((note) => ({ ...note, from: [...(note.partOf ?? []), ...foldedInto(note)] }));
  });

const foldedInto = ({ notes }: SeenNote): string[] => notes.flatMap(({ id, folded }) => (folded ? [id] : []));

/** What those who led say in short of a block or a part of it. */
const inShort = (block: SeenBlock, words: HarvestWords) =>
  summariesOf(block, words).map(({ path, text }) => ({
    '@type': 'CreativeWork',
    name: [orWithdrawn(titleOf(block), words), ...path].join(' › '),
    abstract: text
  }));

/** Where every note is: as a sentence and, where they are in several places, as counts of the whole and of each table and round. */
function coverageIn(block: SeenBlock, license: string, words: HarvestWords) {
  if (block.id !== COVERAGE || block.kind === 'continuum') return [];
  return [
    {
      '@type': 'Dataset',
      name: orWithdrawn(titleOf(block), words),
      description: block.figures.map(({ words }) => words).join(' '),
      license,
      ...(block.kind === 'table' && { hasPart: countsIn(block, words) })
    }
  ];
}

/** A row says first what it counts. */
const countsIn = ({ columns: [of, ...columns], rows }: SeenTable, words: HarvestWords) =>
  rows.map(([place = null, ...counts]) => ({
    '@type': 'Dataset',
    name: of ? cellText(place, of, words) : '',
    variableMeasured: columns.map((column, nth) => ({
      '@type': 'PropertyValue',
      name: headingOf(column),
      value: counts[nth]
    }))
  }));
