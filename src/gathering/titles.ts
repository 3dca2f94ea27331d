import * as v from 'valibot';
import { getOwn } from '#contract/get-own.ts';
import { commandOf, LEADS, refuse } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import { text } from '#contract/typed-text.ts';
import type { GatheringEvents } from './events.ts';
import { becomesFormer, isStruck } from './former-words.ts';
import { THEME_LONGEST, TITLES_AT_MOST } from './limits.ts';
import type { GatheringState } from './state.ts';
import { isOfTheme, place } from './themes.ts';

const command = commandOf<GatheringState, GatheringEvents>();

/** What those who lead call questions and headings for readers. The rule is HD13 of docs/desk.md. */
export const titles = partOf<GatheringState, GatheringEvents>()({
  commands: {
    /** `place`: a block, or `block/branch`. Null: what the room was shown. */
    retitle: command({
      who: LEADS,
      input: v.strictObject({ place, title: v.nullable(text(THEME_LONGEST)) }),
      decide(state, { place, title }) {
        if (isOfTheme(place)) return refuse('theme-has-a-name');
        const before = getOwn(state.titles, place);
        if (title === null && before === undefined) return [];
        const isMore = before === undefined && Object.keys(state.titles).length >= TITLES_AT_MOST;
        return isMore
          ? refuse('too-many-titles', { most: TITLES_AT_MOST })
          : [{ type: 'Retitled', data: { place, title } }];
      },
      undo: true
    })
  },
  evolve: {
    Retitled(draft, { place, title }) {
      const { titles } = draft;
      if (isStruck(draft, title)) return;
      becomesFormer(draft, getOwn(titles, place));
      if (title === null) delete titles[place];
      else titles[place] = title;
    }
  },
  touches: { Retitled: () => ['console'] },
  takeBack: {
    Retitled: ({ titles }, { place }) => [{ type: 'Retitled', data: { place, title: getOwn(titles, place) ?? null } }]
  }
});
