/** For how long a gathering goes on after it has closed. */
export const periods = {
  title: (gathering: string) => `After “${gathering}” has closed`,
  /** As they stand in the form. */
  chosen: (correctionDays: string, keptDays: string) =>
    `After it has closed: ${correctionDays || '…'} days for corrections, gone after ${keptDays || '…'} days`,
  correctionDays: 'Days for corrections',
  correctionDaysAbout:
    'For this many days people may mend what they wrote and object to any note, on the phones they wrote with. With 0 they can only leave out what they wrote.',
  keptDays: 'Days until it goes by itself',
  keptDaysAbout:
    'Counted from closing, and again from each edition you publish. Then names, notes, photos and places go for good; editions stay.',
  readBefore: 'People read this before they join.',
  onlyShorter: 'People read this before they joined, so it can only become shorter.',
  button: 'Save',
  change: 'Change the days',
  correctableUntil: (when: string) => `What was noted can be corrected until ${when}.`,
  correctionsEnded: (when: string) => `What was noted could be corrected until ${when}.`,
  noCorrections: 'No time is given for corrections. Everybody can leave out what they wrote.',
  kept: 'How long it is kept',
  keptUntil: (day: string) =>
    `Names, notes, photos and places go by themselves on ${day}; editions stay. Each edition you publish moves that day.`,
  keptUntilShort: (day: string) => `kept until ${day}`,
  keptUntilMine: (day: string) =>
    `All of this is kept until ${day}. Then it goes by itself, and nobody can say any more who wrote what. What is published stays.`,
  onlyOrganizers: 'Only the organizer of this gathering can change that.',
  refusals: {
    'not-understood': 'Please give whole days within the limits.',
    'kept-no-longer': 'People joined after they had read for how long it is kept. It can only become shorter.',
    'gone-at-once': 'That day is past already. To remove everything now, delete the gathering.'
  } as Record<string, string>
};
