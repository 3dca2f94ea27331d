/** Words on printed paper: people read them at arm's length, with a cup in the other hand. */
export const printWords = {
  sheets: [
    ['tables', 'Cards for the tables'],
    ['seats', 'Cards for people without a phone'],
    ['notes', 'Sheets to write on']
  ] as const,
  table: 'Table',
  tableOf: (number: number) => `Table ${number}`,
  scan: 'Scan when you sit here',
  scanAbout: 'Then you can write on your phone.',
  qr: (number: number) => `Code to come in at table ${number}`,
  or: (host: string) => `or type ${host}`,
  code: (code: string) => `code ${code}`,
  noTables: 'There are no tables yet. Set them on the console, or make a plan.',

  start: 'Begin at table',
  letter: 'Your letter',
  rounds: 'Your tables',
  round: (round: number) => `Round ${round}`,
  unknown: '…',
  keep: 'The board says when to move. If your table is gone, ask a helper.',
  yourName: 'Name',
  noSeats:
    'Once people are told their tables, the cards of those without a phone are here. These are to be filled in by hand.',
  spare: 'The empty ones are for those who come late, to be filled in by hand.',

  sheet: (number: number, round: number, of: number) =>
    of > 1 ? `Table ${number} · round ${round} of ${of}` : `Table ${number}`,
  sheetScan: 'Scan, then “Photo of the sheet”',
  sheetAbout: 'One thought on each line. Draw where words are not enough.',
  order: (tables: number) => (tables > 1 ? `First all ${tables} tables of round 1, then of the next.` : '')
};
