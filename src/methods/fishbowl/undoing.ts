import type { Fact } from '#contract/method.ts';
import { takenBack as notesTakenBack } from '../shared/outline/deciding.ts';
import type { Events } from './events.ts';
import { ofThose } from './notes/notes.ts';
import { heldFor } from './sitting/ring.ts';
import { find } from '#contract/find.ts';
import { type State } from './state.ts';

type Back = { [Type in keyof Events]?: (before: State, data: Events[Type]) => Fact<Events>[] };

/**
 * What takes each fact back, told by the state before it. People go on meanwhile, so every one of these changes nothing where it
 * would seat somebody twice or on a chair that is taken by now.
 */
const BACK: Back = {
  Requested: (_before, data) => [{ type: 'RequestTakenBack', data: { request: data.request, person: data.person } }],
  RequestChanged: ({ requests }, { request, person }) => {
    const former = find(requests, request);
    if (!former) return [];
    const { why, tag, chair } = former;
    return [{ type: 'RequestChanged', data: { request, person, why, tag, chair } }];
  },
  RequestEnded(before, { request, person }) {
    const kept = find(before.requests, request);
    const held = heldFor(before, request);
    if (!kept) return [];
    const back: Fact<Events> = { type: 'RequestPutBack', data: { request, person, kept } };
    return held ? [back, { type: 'ChairHeld', data: { request, person, ...held } }] : [back];
  },
  ChairHeld: (_before, { request, person, chair }) => [
    { type: 'HoldReleased', data: { request, person, chair, why: 'taken' } }
  ],
  HoldReleased({ chairs }, { request, person, chair }) {
    const held = find(chairs, chair)?.held;
    return held ? [{ type: 'ChairHeld', data: { request, person, chair, until: held.until } }] : [];
  },
  TurnBegan: (_before, { turn, sitter }) => [{ type: 'TurnTakenBack', data: { turn, sitter } }],
  TurnEnded: (_before, data) => [{ type: 'TurnResumed', data }],
  TurnCorrected({ speakers }, { turn, from, to }) {
    const former = { [from]: find(speakers, from) ?? null, [to]: find(speakers, to) ?? null };
    return [{ type: 'TurnCorrected', data: { turn, from: to, to: from, speakers: former } }];
  },
  PartSet: ({ part, endsAt, openedAt, wasAsking, turns }) => {
    const on = Object.entries(turns).filter(([, { to }]) => to === null);
    const froms = Object.fromEntries(on.map(([id, { from }]) => [id, from]));
    return [{ type: 'PartPutBack', data: { part, endsAt, openedAt, wasAsking, froms } }];
  },
  FormSet: ({ form, part }) => [{ type: 'FormSet', data: { form, part } }],
  EndSet: ({ endsAt }) => [{ type: 'EndSet', data: { endsAt } }],
  LineClosed: (_before, data) => [{ type: 'LineReopened', data }],
  LineReopened: (_before, data) => [{ type: 'LineClosed', data }],
  ChairAdded: (_before, { chair }) => [{ type: 'ChairRemoved', data: { chair, behind: {} } }],
  ChairRemoved({ chairs }, { chair, behind }) {
    const former = find(chairs, chair);
    return former ? [{ type: 'ChairAdded', data: { chair, kind: former.kind, order: former.order, behind } }] : [];
  },
  GroupsMade: ({ groups, group }, { concerned }) => [{ type: 'GroupsMade', data: { groups, group, concerned } }],
  GroupSet: ({ group }) => [{ type: 'GroupSet', data: { group } }],
  CardSent: (_before, { card, person }) => [{ type: 'CardTakenBack', data: { card, person } }],
  CardMarked({ cards }, { card, person }) {
    const former = find(cards, card);
    return former ? [{ type: 'CardMarked', data: { card, person, state: former.state } }] : [];
  },
  CardShown({ cards }, { card, before }) {
    const former = find(cards, card?.card ?? null);
    const back: Fact<Events> = { type: 'CardShown', data: { card: before, before: card } };
    return card && former ? [back, { type: 'CardMarked', data: { ...card, state: former.state } }] : [back];
  },
  CardsTaken: ({ takesCards }) => [{ type: 'CardsTaken', data: { on: takesCards } }],
  NudgeSet: ({ nudgeMinutes }) => [{ type: 'NudgeSet', data: { minutes: nudgeMinutes } }],
  QuestionSet: ({ question }) => [{ type: 'QuestionSet', data: { question } }],
  PolicySet: ({ policy }) => [{ type: 'PolicySet', data: { policy } }],
  ScribeSet: (_before, { person, on }) => [{ type: 'ScribeSet', data: { person, on: !on } }],
  AirtimeShown: (_before, { on }) => [{ type: 'AirtimeShown', data: { on: !on } }],
  NotesShown: (_before, { on }) => [{ type: 'NotesShown', data: { on: !on } }],
  NoteMoved: (before, { of, ...data }) => ofThose(notesTakenBack(before.notes, [{ type: 'NoteMoved', data }]), of)
};

/** The last fact is taken back first. */
export const takenBack = <Input>(before: State, _input: Input, done: readonly Fact<Events>[]): Fact<Events>[] =>
  [...done].reverse().flatMap(({ type, data }) => BACK[type]?.(before, data as never) ?? []);
