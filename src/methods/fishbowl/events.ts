import type { OutlineEvents } from '../shared/outline/events.ts';
import type { Text } from '#contract/text.ts';
import type { Exposure, Form, Policy } from './settings.ts';
import type { Card, Chair, Ended, Request, SitterId, Speaker, State } from './state.ts';
import type { Stage } from './stages/stage-order.ts';

/** What can happen in a fishbowl. Each fact is decided, folded and taken back in the part of its name. */
export type Events = RequestEvents &
  TurnEvents &
  ChairEvents &
  StageEvents &
  GroupEvents &
  CardEvents &
  TalkEvents &
  CorrectionEvents &
  RemindingEvents &
  ExposureEvents &
  ShowingEvents &
  NoteEvents;

export type OnesRequest = { request: string; person: string };
export type Wish = { why: Text | null; tag: number | null; chair: string | null };
export type OnesTurn = { turn: string; sitter: SitterId };
export type OnesCard = { card: string; person: string };

export type RequestEvents = {
  /** `name`: what they are called as they ask; phones are told this one. */
  Requested: OnesRequest & Wish & { name: Text | null };
  /** Taken back: it never was. */
  RequestTakenBack: OnesRequest;
  /** Taken back: they wait where they waited. */
  RequestPutBack: OnesRequest & { kept: Request };
  /** Asked again in other words: the place in the line stays. */
  RequestChanged: OnesRequest & Wish;
  RequestEnded: OnesRequest & { how: Ended['how'] };
  /** Somebody was called to this chair and has until then to sit down. */
  ChairHeld: OnesRequest & { chair: string; until: number };
  /**
   * `passed`: by themselves. `lapsed`: the time was over. `left`: they are not here any more. `taken`: somebody else
   * was seated, or nobody comes in now.
   */
  HoldReleased: OnesRequest & { chair: string; why: 'passed' | 'lapsed' | 'left' | 'taken' };
};

type TurnEvents = {
  /** `name`: what they are called as they sit down. */
  TurnBegan: OnesTurn & { chair: string; name: Text | null; tag: number | null };
  TurnEnded: OnesTurn;
  /** Taken back: it goes on, if nothing has come in between. */
  TurnResumed: OnesTurn;
  /** Taken back: it never was. */
  TurnTakenBack: OnesTurn;
};

type ChairEvents = {
  /** `behind`: who stood behind it when it was removed, by request; they stand there again. */
  ChairAdded: { chair: string; kind: Chair['kind']; order: number; behind: Record<string, string> };
  /** `behind`: who stood behind it, by request. Any chair will do for them now. */
  ChairRemoved: { chair: string; behind: Record<string, string> };
};

type StageEvents = {
  StageSet: { stage: Stage; endsAt: number | null };
  /** Taken back: where it was, with the time that those who sat had then. */
  StagePutBack: Pick<State, 'stage' | 'endsAt' | 'openedAt' | 'wasAsking'> & { froms: Record<string, number> };
  FormSet: { form: Form; stage: Stage };
  EndSet: { endsAt: number | null };
  /** Everybody who still waits, by request: nobody comes in any more. */
  LineClosed: { requests: Record<string, string> };
  /** It goes on with the same line. */
  LineReopened: { requests: Record<string, string> };
};

type GroupEvents = {
  /** `concerned`: who is in another group than before. */
  GroupsMade: { groups: string[][]; group: number; concerned: string[] };
  /** This group talks now, counted from 1. */
  GroupSet: { group: number };
};

type CardEvents = {
  CardSent: { card: string; person: string; text: Text };
  CardTakenBack: { card: string; person: string };
  CardMarked: { card: string; person: string; state: Card['state'] };
  /** One at most is on the board; `before` is what was there until now. */
  CardShown: { card: OnesCard | null; before: OnesCard | null };
  CardsTaken: { on: boolean };
};

/** Talk time is taken by a tap, and never by a microphone. */
type TalkEvents = { TalkBegan: { turn: string }; TalkEnded: { turn: string } };

type CorrectionEvents = {
  /** The turn was another's. `speakers`: both of them as they are by now; null for whoever has not sat after all. */
  TurnCorrected: {
    turn: string;
    from: SitterId;
    to: SitterId;
    speakers: Record<SitterId, Speaker | null>;
  };
};

type RemindingEvents = {
  /** Told to them alone: others wait. */
  Nudged: { turn: string; sitter: SitterId };
  NudgeSet: { minutes: number | null };
};

type ExposureEvents = {
  ExposureSet: { to: Exposure };
  /** L3: whether the harvest may name this person, or somebody who was invited. */
  Consented: { person: SitterId; named: boolean };
};

type ShowingEvents = {
  QuestionSet: { question: Text };
  PolicySet: { policy: Policy };
  ScribeSet: { person: string; on: boolean };
  AirtimeShown: { on: boolean };
  NotesShown: { on: boolean };
};

/** `of`: people of whom this is noted. They see it on their phones, and may mend it. */
export type NoteEvents = { [Type in keyof OutlineEvents]: OutlineEvents[Type] & { of: string[] } };
