import { partOf } from '#contract/part.ts';
import { presentPersonFor } from '#kit/rules/people.ts';
import * as v from 'valibot';
import { commandOf, EVERYWHERE, STAFF, personal, type Actor, type Fact, type Roster } from '#contract/method.ts';
import type { Events } from '../events.ts';
import { refuse } from '../refuse.ts';
import { mustActThemselves } from '../anonymity/who-acted.ts';
import { isAnonymous, showsPeople } from '../anonymity/exposure.ts';
import { forField, openedLine, spotFields } from '../continuum/command-fields.ts';
import { getOwn } from '#contract/get-own.ts';
import {
  isRevealed,
  roundAt,
  roundOf,
  spotOf,
  placementOf,
  versionOf,
  type Call,
  type State,
  type Statement
} from '../state.ts';
import type { Zone } from '../placement.ts';
import { ZONES, zoneOf } from '../figures/zones.ts';
import { timesHeard } from './heard-zones.ts';

const command = commandOf<State, Events>();

const byHand = ({ person }: { person: string }): string[] => ['console', personal(person)];
const everywhereAnd = (people: readonly (string | null)[]): string[] => [
  ...EVERYWHERE,
  ...people.flatMap((person) => (person === null ? [] : [personal(person)]))
];

/**
 * The call that the sender saw: its zone, and its number among the calls of this zone in this round. Without them, the
 * current call.
 */
const ofCall = v.strictObject({
  zone: v.optional(v.picklist(ZONES)),
  nth: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)))
});
type SeenCall = v.InferOutput<typeof ofCall>;

export const hearing = partOf<State, Events>()({
  commands: {
    raiseHand: command({
      who: ['participant', ...STAFF],
      /** `on`: “I'd say something”; otherwise the hand goes down. */
      input: v.strictObject({ ...spotFields, for: forField, on: v.boolean() }),
      decide(state, { on, for: other, ...seen }, by, _facts, roster) {
        const person = presentPersonFor(other, by, roster);
        if (typeof person !== 'string') return person;
        const line = openedLine(state, seen);
        if ('refused' in line) return line;
        const { spot, found, round } = line;
        if (mustActThemselves(state, line, person, by, roster)) return refuse('their-own-dot');
        if (on === Object.hasOwn(round.hands, person)) return [];
        if (!on) return [{ type: 'HandLowered', data: { ...spot, person } }];
        if (!isAnonymous(state) && !placementOf(versionOf(found), spot.round, person))
          return refuse('place-yourself-first');
        return [{ type: 'HandRaised', data: { ...spot, person } }];
      },
      undo: (_before, _input, done) =>
        done.flatMap(({ type, data }): Fact<Events>[] => {
          if (type === 'HandRaised') return [{ type: 'HandLowered', data }];
          return type === 'HandLowered' ? [{ type: 'HandRaised', data }] : [];
        })
    }),
    call: command({
      who: STAFF,
      /** Calls a zone of the current line. `person`: a willing person, only where the console shows who that is. */
      input: v.strictObject({ zone: v.picklist(ZONES), person: v.optional(v.string()) }),
      decide(state, { zone, person }, _by, _facts, roster) {
        const now = getOwn(state.statements, state.now);
        if (!now || now.stage === 'ready') return refuse('not-open-yet');
        if (!isRevealed(now)) return refuse('not-revealed-yet');
        if (person !== undefined && !showsPeople(state)) return refuse('not-at-this-exposure');
        const willing = isAnonymous(state) ? [null] : willingIn(state, now, zone, roster);
        const chosen = person === undefined ? willing[0] : willing.find((one) => one === person);
        if (chosen === undefined) return refuse('nobody-willing-there');
        const before = state.call?.person ?? null;
        return [{ type: 'Called', data: { ...spotOf(now), zone, person: chosen, before } }];
      },
      undo: putBack
    }),
    heard: command({
      who: ['participant', ...STAFF],
      input: ofCall,
      decide: (state, seen: SeenCall, by) => ended(state, seen, by, false),
      undo: putBack
    }),
    passCall: command({
      who: ['participant', ...STAFF],
      /**
       * The call passes to nobody: a person who does not want to speak must not see another person pushed in their
       * place.
       */
      input: ofCall,
      decide: (state, seen: SeenCall, by) => ended(state, seen, by, true),
      undo: putBack
    })
  },
  evolve: {
    HandRaised(draft, { person, ...spot }) {
      const round = roundAt(draft, spot);
      draft.raised += 1;
      if (round) round.hands[person] = draft.raised;
    },
    HandLowered(draft, { person, ...spot }) {
      const round = roundAt(draft, spot);
      if (round) delete round.hands[person];
    },
    Called(draft, { statement, version, round: number, zone, person }) {
      const spot = { statement, version, round: number };
      const round = roundAt(draft, spot);
      if (!round) return;
      draft.call = { ...spot, zone, person };
      round.called[zone] = (round.called[zone] ?? 0) + 1;
      if (person === null) return;
      delete round.hands[person];
      draft.heard[person] = (getOwn(draft.heard, person) ?? 0) + 1;
    },
    CallEnded(draft, { zone, person, passed, ...spot }) {
      draft.call = null;
      const round = roundAt(draft, spot);
      if (!passed || !round) return;
      round.called[zone] = (round.called[zone] ?? 1) - 1;
      if (person !== null) draft.heard[person] = (getOwn(draft.heard, person) ?? 1) - 1;
    },
    HearingPutBack(draft, { call, zone, called, person, hand, heard, ...spot }) {
      draft.call = call;
      const round = roundAt(draft, spot);
      if (!round) return;
      round.called[zone] = called;
      if (person === null) return;
      draft.heard[person] = heard;
      if (hand === null) delete round.hands[person];
      else round.hands[person] = hand;
    }
  },
  touches: {
    HandRaised: byHand,
    HandLowered: byHand,
    Called: ({ person, before }) => everywhereAnd([person, before]),
    CallEnded: ({ person }) => everywhereAnd([person]),
    HearingPutBack: ({ concerned }) => everywhereAnd(concerned)
  }
});

/** Willing people in this zone: the person heard least is first, then the person whose hand is up longest. */
function willingIn(state: State, now: Statement, zone: Zone, roster: Roster): string[] {
  return Object.entries(roundOf(now)?.hands ?? {})
    .filter(([person]) => {
      const mark = placementOf(versionOf(now), now.round, person);
      return mark && zoneOf(mark) === zone && getOwn(roster.people, person)?.present;
    })
    .sort(([one, a], [other, b]) => timesHeard(state, one) - timesHeard(state, other) || a - b)
    .map(([person]) => person);
}

function ended(state: State, seen: SeenCall, by: Actor, passed: boolean) {
  const { call } = state;
  if (!call) return refuse('nobody-called');
  const { zone = call.zone, nth = calls(state, call) } = seen;
  if (zone !== call.zone || nth !== calls(state, call)) return refuse('already-moved-on');
  if (by.role === 'participant' && by.person !== call.person) return refuse('not-your-call');
  return [{ type: 'CallEnded' as const, data: { ...call, passed } }];
}

const calls = (state: State, { zone, ...spot }: Call): number => roundAt(state, spot)?.called[zone] ?? 0;

function putBack(before: State, _input: unknown, done: Fact<Events>[]): Fact<Events>[] {
  return done.flatMap(({ type, data }): Fact<Events>[] => {
    if (type !== 'Called' && type !== 'CallEnded') return [];
    const { statement, version, round, zone, person } = data;
    const former = roundAt(before, data);
    const concerned = [person, before.call?.person ?? null].filter((one) => one !== null);
    const put = {
      call: before.call,
      called: former?.called[zone] ?? 0,
      hand: person === null ? null : (getOwn(former?.hands ?? {}, person) ?? null),
      heard: person === null ? 0 : timesHeard(before, person),
      concerned
    };
    return [{ type: 'HearingPutBack', data: { statement, version, round, zone, person, ...put } }];
  });
}
