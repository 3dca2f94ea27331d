/** How many people stand somewhere, as it may be told: a percentage, “some”, or nobody. */
type Share = { percent: number } | 'few' | 'none';

const people = (count: number): string => (count === 1 ? 'One person' : count === 0 ? 'Nobody' : `${count} people`);
const share = (part: Share): string =>
  part === 'few' ? 'some' : part === 'none' ? 'nobody' : `${part.percent}\u00a0%`;
const some = (count: number | null): string => (count === null ? 'Some' : count === 0 ? 'Nobody' : `${count}`);
const percent = (share: number): string => `${Math.round(100 * share)}\u00a0%`;
const minutes = (ms: number): string =>
  ms < 60_000 ? `${Math.round(ms / 1000)}\u00a0s` : `${Math.round(ms / 60_000)}\u00a0min`;
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What a gathering leaves behind, in sentences: on the board, in its text twin, and in every format of an edition. */
export const harvest = {
  withdrawn: 'withdrawn',
  quote: (words: string) => `“${words}”`,
  between: (poleA: string, poleB: string) => `${poleA} ↔ ${poleB}`,
  placed: (count: number) => `${people(count)} placed themselves.`,
  stood: (nearerA: Share, between: Share, nearerB: Share, poleA: string, poleB: string) =>
    `${capital(share(nearerA))} stood nearer ${poleA}, ${share(between)} in the middle, ${share(nearerB)} nearer ${poleB}.`,
  unsure: (count: number) => (count === 1 ? 'One was not sure.' : `${count} were not sure.`),
  passed: (count: number) => `${people(count)} passed.`,
  moved: (count: number | null, towards: string | null) =>
    `${some(count)} moved by more than a tenth of the line${towards === null ? '' : `, on the whole towards ${towards}`}.`,
  crossed: (count: number | null) => `${some(count)} crossed the middle.`,
  round: (round: number) => `Round ${round}`,
  middle: (label: string) => `In the middle: ${label}`,
  where: 'Where people stood',
  from: 'From',
  to: 'To',
  people: 'People',
  median: (position: number) => `Middle person: ${position} of 1000`,
  quartiles: (from: number, to: number) => `Middle half: ${from} to ${to}`,
  polarisation: (value: string) => `Polarisation: ${value} (0 one spot, 1 half at each end)`,
  agreement: (value: string) => `Agreement: ${value} (−1 two ends, +1 one spot)`,
  twoCamps: 'The room stood in two camps.',
  zonesHeard: (zones: number) => `People from ${zones} of the five parts of the line were asked to speak.`,
  reasons: 'What people said',
  reasonsFrom: (poleA: string, poleB: string) => ({
    first: `Nearer ${poleA}`,
    middle: 'In the middle',
    second: `Nearer ${poleB}`,
    beside: 'Not sure, or beside the line'
  }),
  named: 'Who agreed to be named',
  name: 'Name',
  position: 'Position from 0 to 1000',
  scale: (poleA: string, poleB: string) => `0 is ${poleA}, 1000 is ${poleB}.`,
  date: 'Date',
  place: 'Place',
  present: (count: number) => (count === 1 ? 'One person took part.' : `${count} people took part.`),
  rehearsal: 'This was a rehearsal. The people in it were simulated.',
  by: (gathering: string, place: string | null) => `The people of ${gathering}${place === null ? '' : `, ${place}`}`,
  licence: (text: string, data: string) => `Text: ${text}. Figures: ${data}.`,
  outline: {
    speaker: (number: number) => `Speaker ${number}`,
    table: (number: number) => `Table ${number}`,
    discussion: 'Discussion',
    questions: 'Questions nobody answered',
    loose: 'Without a theme',
    lines: 'What its host told those who came',
    tableNamed: (number: number, names: string[]) => [`Table ${number}`, ...names].join(' · '),
    roundAsked: (round: number, question: string) => `Round ${round}: ${question}`,
    titles: { tables: 'What each table said', course: 'How the World Café went' },
    gem: 'gem',
    card: 'card for everybody',
    cardOf: (round: number) => `card for everybody in round ${round}`,
    marks: (marks: string[]) => `${capital(marks.join(', '))}:`,
    figures: {
      sat: (count: number) => (count === 1 ? 'One person sat in the circle.' : `${count} people sat in the circle.`),
      present: (count: number) => (count === 1 ? 'One person was there.' : `${count} people were there.`),
      turns: (count: number) => `Turns: ${count}`,
      'first-timers': (share: number) => `Turns that were somebody’s first: ${percent(share)}`,
      gini: (value: number) => `How unequally seat time was shared: ${value.toFixed(2)} (0 equal, 1 one person only)`,
      'wait-median': (ms: number) => `Usual wait for a chair: ${minutes(ms)}`,
      'wait-longest': (ms: number) => `Longest wait for a chair: ${minutes(ms)}`,
      unserved: (share: number) => `Asked to come in and did not get to: ${percent(share)}`,
      tables: (count: number) => `Tables: ${count}`,
      rounds: (count: number) => `Rounds: ${count}`,
      notes: (count: number) => `Notes: ${count}`,
      'met-median': (count: number) => `Usually somebody met ${count} others.`,
      'met-fewest': (count: number) => `Everybody met at least ${count} others.`
    }
  },
  nothing: 'Nothing was kept from this gathering.'
};
