import * as v from 'valibot';
import { EVERYWHERE, LEADS, SHOWN, commandOf, defineMethod, refuse, type AnyMethod } from '#methods/method.ts';
import { passage, text, type Text } from '#methods/text.ts';
import { agendaCommands, agendaEvolve, agendaTouches, type AgendaEvents } from './agenda.ts';
import { PLACE_LONGEST, SUMMARY_LONGEST, TITLE_LONGEST } from './limits.ts';
import { peopleCommands, peopleEvolve, peopleTouches, type PeopleEvents } from './people.ts';
import { LICENCES, type GatheringState, type Licence } from './state.ts';
import { gatheringView } from './views.ts';

export type Convening = { title: Text; place: Text | null; code: string; licence: Licence; rehearsal: boolean };

export type GatheringEvents = PeopleEvents &
  AgendaEvents & {
    Convened: Convening;
    Described: { title: Text; place: Text | null };
    Blanked: { blank: boolean };
    Closed: object;
    Reopened: object;
    Published: { edition: string; title: Text; summary: Text | null };
  };

const command = commandOf<GatheringState, GatheringEvents>();

/** The gathering itself, as a method among methods: the host knows only one kind of thing. */
export const gathering = (methods: Readonly<Record<string, AnyMethod>>) =>
  defineMethod<object, GatheringState, GatheringEvents>({
    name: 'gathering',
    settings: v.strictObject({}),
    begin: planned,
    commands: { ...peopleCommands, ...agendaCommands(methods), ...frameCommands },
    evolve: {
      ...peopleEvolve,
      ...agendaEvolve,
      Convened(draft, { title, place, code, licence, rehearsal }, at) {
        Object.assign(draft, { phase: 'open', title, place, code, licence, rehearsal, convenedAt: at });
      },
      Described(draft, { title, place }) {
        draft.title = title;
        draft.place = place;
      },
      Blanked(draft, { blank }) {
        draft.blank = blank;
      },
      Closed(draft, _data, at) {
        draft.phase = 'closed';
        draft.closedAt = at;
      },
      Reopened(draft) {
        draft.phase = 'open';
        draft.closedAt = null;
      },
      Published(draft, { edition, title, summary }, at) {
        draft.edition = edition;
        draft.imprint = { title, summary, at };
      }
    },
    touches: {
      ...peopleTouches,
      ...agendaTouches,
      Convened: () => EVERYWHERE,
      Described: () => EVERYWHERE,
      Blanked: () => SHOWN,
      Closed: () => EVERYWHERE,
      Reopened: () => EVERYWHERE,
      Published: () => EVERYWHERE
    },
    view: gatheringView,
    next: () => null,
    again: () => ({}),
    harvest: () => []
  });

const frameCommands = {
  convene: command({
    who: ['organizer'],
    input: v.strictObject({
      title: text(TITLE_LONGEST),
      place: v.nullable(text(PLACE_LONGEST)),
      code: v.pipe(v.string(), v.regex(/^\d{6}(\d\d)?$/)),
      licence: v.picklist(LICENCES),
      rehearsal: v.boolean()
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
  blank: command({
    who: LEADS,
    input: v.strictObject({ blank: v.boolean() }),
    decide: (state, { blank }) => (state.blank === blank ? [] : [{ type: 'Blanked', data: { blank } }])
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
      summary: v.nullable(passage(SUMMARY_LONGEST))
    }),
    decide(state, input) {
      if (state.phase !== 'closed') return refuse('close-before-publishing');
      return state.edition ? refuse('already-published') : [{ type: 'Published', data: input }];
    }
  })
};

const planned = (): GatheringState => ({
  phase: 'planned',
  title: null,
  place: null,
  code: null,
  licence: 'CC-BY-SA-4.0',
  rehearsal: false,
  convenedAt: 0,
  closedAt: null,
  people: {},
  arrived: 0,
  agenda: {},
  now: null,
  blank: false,
  edition: null,
  imprint: null
});
