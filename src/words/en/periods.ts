import { counted } from './counted.ts';

const days = (count: number): string => counted(count, 'day', 'days');

/** For how long a gathering goes on after it has closed. */
export const periods = {
  title: (gathering: string) => `After “${gathering}” has closed`,
  chosen: 'After it has closed',
  correctionDays: 'Days for corrections',
  correctionDaysAbout:
    'For so long people may mend what they wrote, and object to any note, on the phones they wrote with. 0: not at all; everybody may still leave out what they wrote.',
  keptDays: 'Days until it goes by itself',
  keptDaysAbout:
    'They begin when it has closed, and anew with every edition you publish. Then names, notes, photos and places go for good; editions stay. People read this before they join.',
  onlyShorter: 'People have joined and have read this, so it can only become shorter.',
  button: 'Save',
  change: 'Change the days',
  correctableUntil: (when: string) => `What was noted can be corrected until ${when}.`,
  correctionsEnded: (when: string) => `What was noted could be corrected until ${when}.`,
  noCorrections: 'No time is given for corrections. Everybody can leave out what they wrote.',
  kept: 'How long it is kept',
  keptUntil: (day: string) =>
    `Everything but the editions goes by itself on ${day}. Each edition you publish moves that day.`,
  keptUntilShort: (day: string) => `kept until ${day}`,
  keptUntilMine: (day: string) =>
    `It is kept until ${day}. Then it goes by itself, and nobody can say any more who wrote what. What is published stays.`,
  keptFor: (count: number) =>
    `What is written here is kept for ${days(count)} after it has closed, or after its last edition. What is published stays.`,
  onlyOrganizers: 'Only the organizer of this gathering can change that.',
  refusals: { 'not-understood': 'Please give whole days within the limits.' } as Record<string, string>
};
