import type { OutlineAsks } from '../shared/outline/views.ts';
import type { Exposure, Form, Policy } from './settings.ts';

type For = { for?: string };
/** `turn`: whose the sender saw on this chair, null where it was free. Of another turn by now, the press is refused. */
type OnChair = { chair: string; turn?: string | null };

/** Participants ask for themselves; helpers and those who lead ask `for` somebody. */
export type ParticipantAsks = {
  /** To come in: to any free chair, or to stand behind this one. `tag` is an index into the tags. */
  ask: For & { why: string | null; chair: string | null; tag: number | null };
  withdraw: For;
  /** Sits down on the chair that is held for them. */
  sit: For;
  /** Gives up the chair that is held for them, and keeps the place in the line: the next one is called. */
  letPass: For;
  stepOut: For;
  /** Samoan: takes the place of whoever sits on the chair one stands behind. */
  tapIn: For;
  /** A silent question or a word for the inner circle. */
  sendCard: For & { card: string };
  takeBackCard: For & { card: string };
  consent: For & { named: boolean };
};

/** Scribes are participants who were made so; helpers and those who lead may always write. Speakers may write in what was noted of them. */
export type ScribeAsks = OutlineAsks;

export type HelperAsks = {
  /** Seats a person, or somebody invited, in the line or not. Whoever sat there makes room. */
  seat: OnChair & ({ person: string } | { invited: string });
  unseat: OnChair;
  /** Talk time is taken by a tap, never by a microphone. */
  beginTalk: OnChair;
  endTalk: OnChair;
  /** The wrong person was seated: the turn is another's, and its notes with it. */
  correctTurn: { turn: string; person: string } | { turn: string; invited: string };
  nudge: OnChair;
  answerCard: { card: string };
};

export type LeadAsks = {
  /** On to a part; `from` is what the sender saw. */
  turnTo: { part: 'pairs' | 'starters' | 'bowl' | 'asking' | 'last-words' | 'pairs-again' | 'closed'; from: string };
  setForm: { form: Form };
  setQuestion: { question: string };
  setPolicy: { policy: Policy };
  setExposure: { to: Exposure };
  addChair: { kind: 'free' | 'remote' };
  removeChair: { chair: string };
  addMinutes: { minutes: number };
  setNudge: { minutes: number | null };
  takeCards: { on: boolean };
  showCard: { card: string | null };
  hideCard: { card: string };
  makeScribe: { person: string; on: boolean };
  /** Divides those present into groups of as many as there are chairs, by chance of their ids; or names a group. */
  makeGroups: object;
  nextGroup: object;
  showAirtime: { on: boolean };
  showNotes: { on: boolean };
};

/** Sent by the clock. */
export type ClockAsks = {
  /** The time to sit down is over. */
  lapse: { request: string; until: number };
  /** Whoever a chair is held for has left. */
  free: { request: string; until: number };
  /** Somebody has come back while a chair is free. */
  call: { request: string; chances: number };
  /** Somebody has sat for long while others wait. */
  remind: { turn: string };
};

export type Asks = ParticipantAsks & ScribeAsks & HelperAsks & LeadAsks & ClockAsks;
