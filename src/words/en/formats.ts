/** The tables of an edition, for those who count: names of sheets, headings of columns, and what stands in each. */
export const formats = {
  reuse: 'Use this again',
  version: (version: number, published: string, generator: string) =>
    `Version ${version}, published ${published}. Written with ${generator}.`,
  contents: 'In this edition',
  files: 'Files beside this page',
  inArchive: {
    docx: 'Word document',
    xlsx: 'Excel workbook',
    md: 'Markdown',
    json: 'The whole document (JSON)',
    jsonld: 'The notes and where they come from, for programs (JSON-LD)',
    csv: 'Everything in one table (CSV)',
    table: (about: string) => `Table (CSV). ${about}`,
    ics: 'When it was held, for a calendar (ICS)',
    columns: 'What stands in each column of the tables (JSON)'
  },
  drawing: (statement: string) => `Where people stood: ${statement}`,
  about: 'About',
  table: (nth: number) => `Table ${nth}`,
  lines: {
    title: 'Title',
    gathering: 'Gathering',
    rehearsal: 'Rehearsal',
    summary: 'Summary',
    by: 'By',
    licence: 'Licence',
    version: 'Version'
  },
  tables: {
    notes: { title: 'Notes', about: 'One row for each note, and for each reason somebody gave for their place.' },
    originals: {
      title: 'Asked in the room',
      about:
        'One row for each question or heading that those who led gave a title: what was asked in the room, or what it was called there.'
    },
    summaries: {
      title: 'In short',
      about: 'One row for each text in which those who led say what a question or a part of it comes to.'
    },
    figures: { title: 'Figures', about: 'One row for each number of a figure.' },
    continua: { title: 'Lines', about: 'One row for each count of a round, and for each range of the line.' },
    tables: { title: 'Tables', about: 'One row for each cell of a table.' },
    named: { title: 'Named', about: 'One row for each person who agreed to be named.' }
  },
  columns: {
    note_id: { title: 'Address', about: 'The permanent address of the note: /n/ and these characters.' },
    number: { title: 'Number', about: 'The number of the note in this edition, as in 12.2.1.' },
    part_of: {
      title: 'Part of',
      about: 'The addresses of the notes it was split from, the nearest first, with a space between two.'
    },
    block: { title: 'Block', about: 'The block of the edition it is from.' },
    question: { title: 'Question', about: 'What the block is about.' },
    heading: { title: 'Heading', about: 'The headings it stands under, from the top.' },
    written_under: {
      title: 'Written under',
      about: 'The headings it was written under, where it is read in a theme or under another note.'
    },
    depth: { title: 'Depth', about: 'How deep it stands under other notes, from 1.' },
    table: { title: 'Table', about: 'The number of the table where it was written.' },
    round: { title: 'Round', about: 'The round it is from, from 1.' },
    gem: { title: 'Gem', about: '1 where it was marked as a gem, otherwise 0.' },
    folded: { title: 'Folded', about: '1 where it says the same as the note above it, which stands for it.' },
    chosen_in_rounds: { title: 'Chosen in rounds', about: 'The rounds in which its table chose it.' },
    text: { title: 'Text', about: 'What was written.' },
    photo: { title: 'Photo', about: 'Where the photo is.' },
    mended: { title: 'Mended', about: '1 where its words were changed after the gathering.' },
    struck: { title: 'Struck', about: '1 where some of its words were struck out.' },
    endorsed: { title: 'Stand by it', about: 'How many people stand by it, where five or more do.' },
    disputes: { title: 'Disputed', about: 'Why people say that this is not what was said, each on a line.' },
    statement: { title: 'Statement', about: 'The statement it is about.' },
    code: { title: 'Code', about: 'The name programs know it by.' },
    sentence: { title: 'Sentence', about: 'What the figure says.' },
    value: { title: 'Value', about: 'The number.' },
    of: { title: 'Of', about: 'How many the number is a part of.' },
    told: { title: 'In words', about: 'What it says in words, where it is no number or more than one.' },
    pole_at_0: { title: 'At 0', about: 'What stands at the beginning of the line.' },
    pole_at_1000: { title: 'At 1000', about: 'What stands at the end of the line.' },
    counted: { title: 'Counted', about: 'Who is counted: present, placed, unsure, passed, or those in a range.' },
    from: { title: 'From', about: 'Where the range begins, from 0 to 1000.' },
    to: { title: 'To', about: 'Where the range ends, from 0 to 1000.' },
    people: { title: 'People', about: 'How many people.' },
    line: { title: 'Row', about: 'The row of the table, from 1.' },
    column: { title: 'Column', about: 'The heading of the column.' },
    unit: { title: 'Unit', about: 'What the column counts or holds.' },
    name: { title: 'Name', about: 'The name of a person who agreed to be named.' },
    position: { title: 'Position', about: 'Where this person stood in the last round, from 0 to 1000.' }
  }
};
