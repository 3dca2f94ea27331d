import { counted } from './counted.ts';

/** Between the code and the gathering. */
export const join = {
  name: (title: string) => `Join: ${title}`,
  welcome: 'You are joining',
  untitled: 'A gathering',
  yourName: 'Your name',
  optional: 'optional',
  button: 'Come in',
  keptFor: (days: number) =>
    `What is written here is kept for ${counted(days, 'day', 'days')} after it has closed, or after its last edition. What is published stays.`,
  again: 'Look again',
  licences: {
    'CC-BY-SA-4.0': 'What we make together may be published and shared alike (CC BY-SA 4.0).',
    'CC-BY-4.0': 'What we make together may be published and reused (CC BY 4.0).',
    'CC0-1.0': 'What we make together may be published for any use (CC0 1.0).'
  },
  rehearsal: 'This is a rehearsal: simulated people may take part.',
  cookie:
    'Two cookies let this phone find your place again, and tell phones apart at the door. Nobody else can read them.',
  /** A participant who gave the same name as a facilitator. */
  notTheLead: (name: string) => `${name} · guest`,
  nameTooLong: 'A name has at most 40 characters.',
  otherCode: 'Another code'
};
