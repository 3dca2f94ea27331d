import { counted } from './counted.ts';

/** The projector. Short: it is read from the last row. */
export const board = {
  name: (title: string) => `Board: ${title}`,
  untitled: 'Welcome',
  joinAt: 'Join at',
  locked: 'The door is locked',
  withCode: 'with',
  scanOr: 'Scan, or go to',
  andType: 'and type',
  /** Read aloud and typed in two halves. */
  code: (code: string) => `${code.slice(0, code.length / 2)}\u00a0${code.slice(code.length / 2)}`,
  qr: (address: string) => `QR code to join at ${address}`,
  here: (count: number) => `${count} here`,
  nobodyYet: 'Be the first to join',
  soon: 'In a moment',
  thanks: 'Thank you for being here',
  keep: 'What we made together stays',
  readAt: 'Read it at',
  editionQr: 'QR code to the published harvest',
  beingWritten: 'The harvest is being written. It will be published for everybody to read.',
  away: 'Last picture',
  frozen: 'Frozen',
  blank: 'The board is blank',
  twin: 'This board as text',
  picture: 'The board as a picture',
  keys: 'Keys',
  close: 'Close',
  keyList: {
    q: 'QR code to join, on any picture',
    f: 'Full screen',
    b: 'Blank this board',
    d: 'Light, dark, or for a sunny wall',
    plus: 'Larger or smaller',
    help: 'This list',
    escape: 'Back'
  },
  text: {
    title: 'Now',
    join: 'Join',
    joinLine: (host: string, code: string) => `Go to ${host} and type ${code}.`,
    people: (count: number) => counted(count, 'person is here.', 'people are here.'),
    welcome: 'We have not begun yet, or we are between two parts.',
    closed: 'This gathering has ended.'
  }
};
