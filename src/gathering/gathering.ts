import * as v from 'valibot';
import { EVERYWHERE, LEADS, BOARD_AND_CONSOLE, commandOf, refuse, type AnyMethod } from '#contract/method.ts';
import { defineMethod, partOf } from '#contract/part.ts';
import { passage, text } from '#contract/typed-text.ts';
import { isTimeZone } from '#wire/local-time.ts';
import { agenda } from './agenda.ts';
import { boards } from './boards.ts';
import { deskParts } from './desk.ts';
import type { GatheringEvents } from './events.ts';
import { CORRECTION_DAYS, KEPT_DAYS, PLACE_LONGEST, SUMMARY_LONGEST, TITLE_LONGEST } from './limits.ts';
import { becomesFormer } from './former-words.ts';
import { forgetNaming, naming } from './naming.ts';
import { people } from './people.ts';
import { periods, periodsOrUsual } from './periods.ts';
import { hidden } from './hidden.ts';
import { markEnded, markReopened } from './held-times.ts';
import { LICENCES, type GatheringState } from './state.ts';
import { gatheringView } from './views.ts';

const command = commandOf<GatheringState, GatheringEvents>();

/** The gathering itself, as a method among methods: the host knows only one kind of thing. */
export const gathering = (methods: Readonly<Record<string, AnyMethod>>) =>
  defineMethod<object, GatheringState, GatheringEvents>()({
    name: 'gathering',
    settings: v.strictObject({}),
    begin: planned,
    parts: [people, naming, agenda(methods), boards, periods, ...deskParts, frame],
    view: gatheringView,
    hidden,
    next: () => [],
    again: () => ({}),
    harvest: () => []
  });

/** From 1970 to 9999: what forms and ISO 8601 can write with four digits. */
const instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(253_402_300_799_999));
// Not `check`, whose no is understood as a text that is too long.
const timeZone = v.pipe(
  v.string(),
  v.rawCheck(({ dataset, addIssue }) => {
    if (dataset.typed && !isTimeZone(dataset.value)) addIssue();
  })
);
export const startSchema = v.strictObject({ at: instant, timeZone });

const frame = partOf<GatheringState, GatheringEvents>()({
  commands: {
    convene: command({
      who: ['organizer'],
      input: v.strictObject({
        title: text(TITLE_LONGEST),
        place: v.nullable(text(PLACE_LONGEST)),
        starts: startSchema,
        code: v.pipe(v.string(), v.regex(/^\d{6}(\d\d)?$/)),
        licence: v.picklist(LICENCES),
        rehearsal: v.boolean(),
        ...periodsOrUsual
      }),
      decide: (state, input) =>
        state.phase === 'planned' ? [{ type: 'Convened', data: input }] : refuse('already-convened')
    }),
    describe: command({
      who: LEADS,
      input: v.strictObject({ title: text(TITLE_LONGEST), place: v.nullable(text(PLACE_LONGEST)) }),
      decide: (_state, input) => [{ type: 'Described', data: input }],
      undo: ({ title, place }) => (title ? [{ type: 'Described', data: { title, place } }] : [])
    }),
    schedule: command({
      who: LEADS,
      input: v.strictObject({ starts: startSchema }),
      decide({ starts, edition }, input) {
        if (edition) return refuse('already-published');
        const same = starts.at === input.starts.at && starts.timeZone === input.starts.timeZone;
        return same ? [] : [{ type: 'Scheduled', data: input }];
      },
      undo: ({ starts }) => [{ type: 'Scheduled', data: { starts } }]
    }),
    close: command({
      who: LEADS,
      input: v.strictObject({}),
      decide: (state) => (state.phase === 'closed' ? refuse('gathering-closed') : [{ type: 'Closed', data: {} }]),
      undo: () => [{ type: 'Reopened', data: {} }]
    }),
    reopen: command({
      who: LEADS,
      input: v.strictObject({}),
      decide: (state) =>
        state.edition ? refuse('already-published') : state.phase === 'closed' ? [{ type: 'Reopened', data: {} }] : []
    }),
    publish: command({
      who: LEADS,
      input: v.strictObject({
        edition: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,80}$/)),
        title: text(TITLE_LONGEST),
        summary: v.nullable(passage(SUMMARY_LONGEST)),
        /** Null: as the ledger has it. */
        held: v.nullable(v.strictObject({ from: instant, to: instant, timeZone })),
        /** How many editions the sender saw: of two who publish at once, the second is told. */
        after: v.pipe(v.number(), v.integer(), v.minValue(0))
      }),
      decide(state, { after, ...input }) {
        if (input.held && input.held.to < input.held.from) return refuse('ends-before-it-begins');
        if (state.phase !== 'closed') return refuse('close-before-publishing');
        // The first address is kept: links lead to it.
        const edition = state.edition ?? input.edition;
        return after === state.editions
          ? [{ type: 'Published', data: { ...input, edition } }]
          : refuse('already-published');
      }
    })
  },
  evolve: {
    Convened(draft, convening, at) {
      Object.assign(draft, convening, { phase: 'open', convenedAt: at });
    },
    Described(draft, { title, place }) {
      draft.title = title;
      draft.place = place;
    },
    Scheduled(draft, { starts }) {
      draft.starts = starts;
    },
    Closed(draft, _data, at) {
      draft.phase = 'closed';
      draft.closedAt = at;
      markEnded(draft, at);
    },
    Reopened(draft, _data, at) {
      draft.phase = 'open';
      draft.closedAt = null;
      forgetNaming(draft);
      markReopened(draft, at);
    },
    Published(draft, { edition, title, summary, held }, at) {
      becomesFormer(draft, draft.imprint?.title, draft.imprint?.summary);
      draft.edition = edition;
      draft.editions += 1;
      draft.publishedAt = at;
      draft.imprint = { title, summary, held, at };
    }
  },
  touches: {
    Convened: () => EVERYWHERE,
    Described: () => EVERYWHERE,
    Scheduled: () => BOARD_AND_CONSOLE,
    Closed: () => EVERYWHERE,
    Reopened: () => EVERYWHERE,
    Published: () => EVERYWHERE
  }
});

const planned = (): GatheringState => ({
  phase: 'planned',
  title: null,
  place: null,
  code: null,
  licence: 'CC-BY-SA-4.0',
  rehearsal: false,
  correctionDays: CORRECTION_DAYS.usual,
  keptDays: KEPT_DAYS.usual,
  starts: { at: 0, timeZone: 'UTC' },
  convenedAt: 0,
  closedAt: null,
  begunAt: null,
  endedAt: null,
  people: {},
  present: 0,
  shownOut: 0,
  locked: false,
  erased: [],
  formerNames: {},
  arrived: 0,
  agenda: {},
  now: null,
  blank: false,
  frozen: false,
  textSize: null,
  theme: null,
  pages: { held: false, turn: 0 },
  edition: null,
  editions: 0,
  publishedAt: null,
  corrections: {},
  takenBack: [],
  former: [],
  struck: [],
  remade: {},
  themes: {},
  sorted: {},
  placed: 0,
  splits: {},
  parts: {},
  summaries: {},
  titles: {},
  appendix: false,
  imprint: null
});
