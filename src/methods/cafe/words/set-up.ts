/** What facilitators read when they add a café to the run of show. */
export const setUpWords = {
  layout: 'What the tables talk about',
  questions: 'The questions, one on each line',
  questionsAbout: 'Each is a round. Three are usual. You can change them later.',
  above: 'A question above all topics (optional)',
  topics: 'The topics, one on each line',
  topicsAbout: 'Each gets a table. Where there are more topics than rounds, people choose on their phones.',
  visits: 'How many tables does everybody visit?',
  seats: 'Chairs at each table, the host’s included',
  seatsAbout: 'Four or five. With more, some only watch.',
  minutes: 'Minutes for each round',
  hosts: 'Who stays at a table',
  more: 'More choices',
  tables: 'How many tables?',
  tablesAbout: 'Leave it empty for as many as are needed.',
  returnHome: 'The last round leads home, to the first table',
  review: 'Look at notes before the wall shows them',
  exposure: 'Who learns who sits where'
};
