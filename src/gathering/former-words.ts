import * as v from 'valibot';
import { commandOf, LEADS, refuse } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import type { Text } from '#contract/typed-text.ts';
import type { GatheringEvents } from './events.ts';
import { FORMER_AT_ONCE } from './limits.ts';
import { publishAnew } from './publish-anew.ts';
import { wordingOf } from './split-notes.ts';
import type { GatheringState } from './state.ts';
import { textsIn } from './validate.ts';

const command = commandOf<GatheringState, GatheringEvents>();

/** Marks of the words: nobody else can have them, and they say nothing. */
const marks = v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.minLength(1), v.maxLength(FORMER_AT_ONCE));

/**
 * What those who lead wrote for readers and changed since: names of themes, texts in short, titles of questions, title
 * and summary of an edition. The rule is CO17 of docs/corrections.md.
 */
export const formerWords = partOf<GatheringState, GatheringEvents>()({
  commands: {
    strikeFormer: command({
      who: LEADS,
      input: v.strictObject({ words: marks }),
      decide(state, { words }) {
        const former = new Set(formerIn(state).map(({ text }) => wordingOf(text)));
        const there = words.filter((mark) => former.has(mark));
        return there.length > 0 ? [{ type: 'FormerStruck', data: { words: there } }] : refuse('already-moved-on');
      }
    })
  },
  evolve: {
    FormerStruck(draft, { words }, at) {
      const going = formerIn(draft).filter(({ text }) => words.includes(wordingOf(text)));
      draft.former = draft.former.filter((each) => !going.includes(each));
      draft.struck.push(...going.map(({ text }) => text));
      // Nothing was published since they were changed: the newest edition says them.
      if (going.some(({ editions }) => editions === draft.editions)) publishAnew(draft, at);
    }
  },
  touches: { FormerStruck: () => ['console'] }
});

/** Notes that this is about to be said in other words. Where nothing is public, no edition says it. */
export function becomesFormer(draft: GatheringState, ...texts: readonly (Text | null | undefined)[]): void {
  const { editions, former } = draft;
  if (editions > 0) former.push(...texts.flatMap((text) => (text ? [{ text, editions }] : [])));
}

/** Whether these words are gone for good: an undo would put a name without words in their place. */
export const isStruck = ({ struck }: GatheringState, words: Text | null): boolean =>
  words !== null && struck.some(({ text }) => text === words.text);

/** Those that are not said again, as after an undo. */
export function formerIn(state: GatheringState): GatheringState['former'] {
  const now = wordsNow(state);
  return state.former.filter(({ text }) => !now.has(text.text));
}

/** What those who lead wrote, as the next edition says it. */
export const wordsNow = ({ themes, summaries, titles, imprint }: GatheringState): Set<string> =>
  textsIn([Object.values(themes).map(({ name }) => name), summaries, titles, imprint?.title, imprint?.summary]);
