/** How many people stand somewhere, as it may be told: a percentage, “some”, or nobody. */
type Share = { percent: number } | 'few' | 'none';

const people = (count: number): string => (count === 1 ? 'One person' : count === 0 ? 'Nobody' : `${count} people`);
const share = (part: Share): string =>
  part === 'few' ? 'some' : part === 'none' ? 'nobody' : `${part.percent}\u00a0%`;
const some = (count: number | null): string => (count === null ? 'Some' : count === 0 ? 'Nobody' : `${count}`);
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
  nothing: 'Nothing was kept from this gathering.'
};
