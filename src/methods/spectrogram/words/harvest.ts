import type { Part } from '#contract/people-counts.ts';
import { outOf } from '#words/en/shares.ts';
import type { MethodHarvestWords } from '#contract/harvest-words.ts';

/** What a spectrogram leaves behind is a block of its own kind, whose words are those of the house. */
export const harvestWords = {
  headings: {},
  figures: {
    /** Of those who answered, the people who did so before they could see the others. */
    'before-reveal': (part: Part) =>
      part === 'few'
        ? 'A few answered before they could see the others.'
        : part === 'most'
          ? 'Nearly everybody answered before they could see the others.'
          : `Of those who answered, ${outOf(part)} did so before they could see the others.`,
    'zones-heard': (zones: number) => `People from ${zones} of the five parts of the line were asked to speak.`,
    'still-open': (rounds: number) =>
      `Rounds that wait: ${rounds}. What people answered is told once the round is revealed and its line closed, or the gathering has closed.`
  },
  leftOut: [
    'Who stood where, except of people who agreed to be named. Beside one to four others nobody is named, because the places of these could be worked out.',
    'Any part of a line with fewer than five people: it is told together with the part beside it, so that it points at nobody.',
    'How many people moved from round to round: the moves of a few could be worked out from it. What the whole room did is told.',
    'Reasons that are not on the board, because nobody pinned them or somebody hid them: they are not meant for everybody.',
    'Warm-ups, unless there is nothing else: they are there to get people moving.',
    'Statements that were not opened: nobody could answer them.',
    'Answers of people who were removed, or came in twice. In an anonymous spectrogram they stay, because nobody knows which they are.'
  ]
} as const satisfies MethodHarvestWords;
