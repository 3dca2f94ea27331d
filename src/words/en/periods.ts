/** For how long a gathering goes on after it has closed. */
export const periods = {
  title: (gathering: string) => `After “${gathering}” has closed`,
  chosen: 'After it has closed',
  correctionDays: 'Days for corrections',
  correctionDaysAbout:
    'So long people may mend and object to what was noted, on the phones they wrote with. 0: not at all; everybody may still leave out what they wrote.',
  button: 'Save',
  change: 'Change the days',
  correctableUntil: (when: string) => `What was noted can be corrected until ${when}.`,
  correctionsEnded: (when: string) => `What was noted could be corrected until ${when}.`,
  noCorrections: 'No time is given for corrections. Everybody can leave out what they wrote.',
  onlyOrganizers: 'Only the organizer of this gathering can change that.',
  refusals: { 'not-understood': 'Please give whole days within the limits.' } as Record<string, string>
};
