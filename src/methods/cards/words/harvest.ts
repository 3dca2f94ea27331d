import type { MethodHarvestWords } from '#contract/harvest-words.ts';
import type { Part } from '#contract/people-counts.ts';
import { counted } from '#words/en/counted.ts';

/** What cards leave behind, by the codes of the blocks. */
export const harvestWords = {
  headings: {
    loose: 'In no group',
    chosen: 'What people chose',
    option: 'Chosen',
    people: 'People',
    dots: 'Dots or points'
  },
  figures: {
    cards: (count: number) => `Cards: ${count}`,
    groups: (count: number) => `Groups: ${count}`,
    matched: (part: Part) =>
      typeof part === 'string'
        ? 'A few people were matched.'
        : `${counted(part.count, 'person was', 'people were')} matched.`,
    /** While the gathering goes on. */
    asked: (count: number) =>
      `Pairs who were asked whether they want to meet: ${count}. How many people do is told once the gathering has closed.`,
    'still-choosing': (count: number) =>
      `People choose among ${count}. What they chose is told once nobody chooses any more.`,
    voted: (part: Part) =>
      typeof part === 'string' ? 'A few people chose.' : `${counted(part.count, 'person', 'people')} chose.`
  },
  leftOut: [
    'Cards that were removed or hidden, or that nobody looked at in time.',
    'Who wrote a card, and what any one person chose.',
    'Proposals from phones for where a card belongs: the groups show what became of them.',
    'Who was matched with whom, and what they told each other to meet.',
    'How often something was chosen, where fewer than five people chose it.'
  ]
} as const satisfies MethodHarvestWords;
