import type { ConsentEvents, ExposureEvents } from '#kit/rules/exposure.ts';
import type { ScribeEvents } from '#kit/rules/scribes.ts';
import type { OutlineEvents } from '#kit/rules/outline/events.ts';
import type { SoftEndEvents } from '#kit/rules/stages/soft-end.ts';
import type { Text } from '#contract/typed-text.ts';
import type { Exposure, Form, Policy } from './settings.ts';
import type { Card, Chair, Ended, Request, SitterId, Speaker, State } from './state.ts';
import type { Stage } from './stages/stage-order.ts';

/** All facts of a fishbowl. Each is decided, folded and taken back in the part with its name. */
export type Events = RequestEvents &
  TurnEvents &
  ChairEvents &
  StageEvents &
  SoftEndEvents &
  GroupEvents &
  CardEvents &
  TalkEvents &
  CorrectionEvents &
  RemindingEvents &
  ExposureEvents<Exposure> &
  ConsentEvents &
  ScribeEvents &
  ShowingEvents &
  NoteEvents;

export type RequestRef = { request: string; person: string };
export type Wish = { why: Text | null; tag: number | null; chair: string | null };
export type TurnRef = { turn: string; sitter: SitterId };
export type CardRef = { card: string; person: string };

export type RequestEvents = {
  /** `name`: the name at the time of asking. Phones get this one. */
  Requested: RequestRef & Wish & { name: Text | null };
  /** Taken back: it never was. */
  RequestTakenBack: RequestRef;
  /** Taken back: the person waits again at the same place. */
  RequestPutBack: RequestRef & { kept: Request };
  /** The person asked again with another reason, tag or chair, and keeps the place in the queue. */
  RequestChanged: RequestRef & Wish;
  RequestEnded: RequestRef & { how: Ended['how'] };
  /** A person was called to this chair and has until `until` to sit down. */
  ChairHeld: RequestRef & { chair: string; until: number };
  /**
   * `passed`: the person let it pass. `lapsed`: the time was over. `left`: the person has left the meeting. `taken`:
   * another person was seated, or nobody is called any more.
   */
  HoldReleased: RequestRef & { chair: string; why: 'passed' | 'lapsed' | 'left' | 'taken' };
};

type TurnEvents = {
  /** `name`: the name at the time of sitting down. */
  TurnBegan: TurnRef & { chair: string; name: Text | null; tag: number | null };
  TurnEnded: TurnRef;
  /** Taken back: the turn goes on, if nothing has happened in between. */
  TurnResumed: TurnRef;
  /** Taken back: it never was. */
  TurnTakenBack: TurnRef;
};

type ChairEvents = {
  /** `behind`: by request, the people who stood behind it when it was removed. They stand there again. */
  ChairAdded: { chair: string; kind: Chair['kind']; order: number; behind: Record<string, string> };
  /** `behind`: by request, the people who stood behind it. They now wait for any chair. */
  ChairRemoved: { chair: string; behind: Record<string, string> };
};

type StageEvents = {
  StageSet: { stage: Stage; endsAt: number | null };
  /** Taken back: the stage before. `froms`: by turn that goes on, when it began before the stage was set. */
  StagePutBack: Pick<State, 'stage' | 'endsAt' | 'openedAt' | 'wasAsking'> & { froms: Record<string, number> };
  FormSet: { form: Form; stage: Stage };
  /** By request, everybody who still waits: nobody is called any more. */
  LineClosed: { requests: Record<string, string> };
  /** The meeting goes on with the same queue. */
  LineReopened: { requests: Record<string, string> };
};

type GroupEvents = {
  /** `concerned`: people who are now in another group than before. */
  GroupsMade: { groups: string[][]; group: number; concerned: string[] };
  /** This group talks now, counted from 1. */
  GroupSet: { group: number };
};

type CardEvents = {
  CardSent: { card: string; person: string; text: Text };
  CardTakenBack: { card: string; person: string };
  CardMarked: { card: string; person: string; state: Card['state'] };
  /** At most one card is on the board. `before`: the one that was there until now. */
  CardShown: { card: CardRef | null; before: CardRef | null };
  CardsTaken: { on: boolean };
};

/** A tap of a helper measures talk time, never a microphone. */
type TalkEvents = { TalkBegan: { turn: string }; TalkEnded: { turn: string } };

type CorrectionEvents = {
  /**
   * The turn belonged to another person. `speakers`: both speakers after the correction; null for one who has not sat
   * at all then.
   */
  TurnCorrected: {
    turn: string;
    from: SitterId;
    to: SitterId;
    speakers: Record<SitterId, Speaker | null>;
  };
};

type RemindingEvents = {
  /** Only the sitter is told that others wait. */
  Nudged: { turn: string; sitter: SitterId };
  NudgeSet: { minutes: number | null };
};

type ShowingEvents = {
  QuestionSet: { question: Text };
  PolicySet: { policy: Policy };
  AirtimeShown: { on: boolean };
  NotesShown: { on: boolean };
};

/** `of`: the people whom these notes are about. Their phones show the notes, and they may correct them. */
export type NoteEvents = { [Type in keyof OutlineEvents]: OutlineEvents[Type] & { of: string[] } };
