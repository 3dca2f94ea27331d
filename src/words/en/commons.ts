import { counted } from './counted.ts';
import { harvest } from './harvest.ts';

/** The commons: searching, and reading an edition. */
export const commons = {
  title: 'Commons',
  about: 'What gatherings found out together, free to use again.',
  home: 'Plenary',
  search: 'Search the commons',
  searchAbout: 'Questions, places, titles. The beginning of a word is enough.',
  searchButton: 'Search',
  all: 'Show everything',
  listed: (total: number) => counted(total, 'edition, newest first', 'editions, newest first'),
  matches: (total: number, query: string) => `${counted(total, 'edition has', 'editions have')} “${query}” in it`,
  empty: 'Nothing has been published here yet.',
  emptyAbout: 'When a gathering has closed and is published, what it found out can be read here by everybody.',
  noMatch: (query: string) => `No edition has “${query}” in it.`,
  noMatchAbout: 'Try fewer words, or only how a word begins.',
  noPage: 'There is nothing on this page.',
  took: (people: number) => counted(people, 'person', 'people'),
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  pages: 'More pages',
  newer: 'Back a page',
  older: 'Next page',
  licences: 'Every edition names its licence. All of them allow you to read, share and build on what is written.',
  busy: 'Many files are being made just now. Please try again in a few seconds.',
  missing: 'There is no such edition',
  missingAbout: 'The address may have been typed wrongly, or the edition was never published.',
  toCommons: 'To the commons',

  heldOn: 'Held',
  calendar: 'For your calendar (ICS)',
  place: 'Place',
  tookPart: 'Took part',
  version: 'Edition',
  versionOf: (version: number, date: string) => `${version}, published ${date}`,
  licence: 'Licence',
  figures: 'Figures',
  licenceNames: {
    'CC-BY-SA-4.0': 'Creative Commons Attribution-ShareAlike 4.0',
    'CC-BY-4.0': 'Creative Commons Attribution 4.0',
    'CC0-1.0': 'Creative Commons Zero 1.0'
  } as Record<string, string>,
  licenceMeans: {
    'CC-BY-SA-4.0': 'Use it and change it for anything, if you name the gathering and share alike.',
    'CC-BY-4.0': 'Use it and change it for anything, if you name the gathering.',
    'CC0-1.0': 'Use it for anything.'
  } as Record<string, string>,
  by: 'By',
  contents: 'In this edition',
  untitled: 'A statement that was withdrawn',
  linkTo: (statement: string) => `Link to “${statement}”`,
  linkToNote: (number: string) => `Link to note ${number}`,
  index: (heading: string) => `Notes of ${heading}`,
  permanent: 'Permanent address',
  noNote: 'There is no such note',
  noteGone: {
    ...harvest.gone.by,
    house: (day: string) => `A note stood here. The edition that held it was taken out of this Plenary on ${day}.`
  },
  takenOut: (day: string) =>
    `An edition that another Plenary published stood here. It was taken out of this Plenary on ${day}.`,
  broughtIn: (day: string) => `Published by another Plenary, and brought in here on ${day}.`,
  editionNumber: (version: number) => `Edition ${version}`,
  editionOf: (version: number, title: string) => `${title}, edition ${version}`,
  editions: 'All editions',
  isNewest: 'This is the newest edition.',
  readNewest: (version: number) => `There is a newer one: read edition ${version}`,
  same: 'Its words are the same.',
  changes: (count: number, since: number) =>
    count === 1
      ? `One thing is not the same in edition ${since}`
      : `${count} things are not the same in edition ${since}`,
  changed: {
    retitled: 'Another title',
    came: 'Added',
    gone: 'Left out',
    changed: 'Changed',
    takenBack: 'Taken back: its words are gone',
    title: 'The edition has another title',
    summary: 'The edition’s own summary',
    inShort: 'In short',
    objected: 'One more objection',
    unobjected: 'One objection fewer'
  },
  seeNow: 'Where it stands now',
  from: (gathering: string, placed: number, present: number) =>
    `${gathering}: ${placed} of ${present} people placed themselves`,
  tooFew: 'Too few people for a picture: with fewer than five, somebody could be recognised.',
  rounds: (first: number, last: number) => `Round ${last} stands above the line, round ${first} hangs below it.`,
  middlePerson: 'Half the room on each side',
  middlePersonIn: (round: number) => `Half the room on each side, round ${round}`,
  drawing: (statement: string) => `Where people stood: ${statement}`,
  asTable: 'The figures as a table',
  range: 'Part of the line',
  rangeOf: (from: number, to: number) => `${from} to ${to}`,
  counts: (present: number, placed: number, unsure: number, passed: number) =>
    `${present} present, ${placed} placed, ${unsure} not sure, ${passed} passed`,
  picture: { svg: 'Picture (SVG)', png: 'Picture (PNG)' },
  noFonts: 'This Plenary has no fonts to draw a picture with. Take the SVG: your own machine draws it.',
  reuse: 'Use this again',
  cite: 'Citation',
  citeAbout: 'Select the text and copy it.',
  citation: (by: string, year: string, title: string, version: number, licence: string, url: string) =>
    `${by} (${year}). ${title}. Version ${version}. ${licence}. ${url}`,
  formats: 'Files',
  pdf: 'To read and print, on A4 (PDF)',
  pdfLetter: 'To read and print, on US Letter (PDF)',
  docx: 'Word document (DOCX)',
  xlsx: 'Excel workbook (XLSX)',
  markdown: 'Markdown, as plain text',
  csv: 'CSV, everything in one table',
  json: 'JSON, the whole document',
  jsonld: 'JSON-LD, the notes and where they come from, for programs',
  schema: 'How the JSON is built',
  zip: 'Everything, with photos (ZIP)',
  print: 'To print it or keep a PDF, use “Print” in the menu of your browser. This page is laid out for paper.',
  written: (generator: string) => `Written with ${generator}`
};
