import type { Proposed, OwnProposal, Call, Course, Lens, Spot } from './state.ts';
import type { ConsentEvents, ExposureEvents } from '#kit/rules/exposure.ts';
import type { Text } from '#contract/typed-text.ts';
import type { Exposure, StatementSettings, Way } from './settings.ts';
import type { Mark, ReasonZone, Via, Zone } from './placement.ts';

/** All facts of a spectrogram. The part that a fact is grouped under here decides it, folds it and takes it back. */
export type Events = StatementEvents &
  ExposureEvents<Exposure> &
  ConsentEvents &
  HearingEvents &
  LookEvents &
  PlacingEvents &
  ProposalEvents &
  ReasonEvents &
  TicketEvents;

type StatementEvents = {
  /** `order`: its place in the list, counted from 1. `version` is 1, except when a removed statement comes back. */
  StatementAdded: { statement: string; order: number; version: number; settings: StatementSettings };
  /** Rewords a version that exists, or begins a new version with an empty line. */
  StatementRevised: { statement: string; version: number; settings: StatementSettings };
  StatementMoved: { statement: string; order: number };
  StatementRemoved: { statement: string };
  WaySet: { statement: string; way: Way };
  WarmUpSet: { statement: string; on: boolean };
  /** The board shows this statement. */
  Shown: { statement: string };
  /** The board shows this statement and people can move. The statements in `locks` close. */
  Opened: { statement: string; revealed: boolean; locks: string[] };
  Revealed: { statement: string };
  Locked: { statement: string };
  RoundBegun: { statement: string; round: number; empty: boolean; revealed: boolean; locks: string[] };
  /** A step was taken back: these statements return to the stage they had. No placement is lost. */
  TakenBack: { now: string | null; courses: Record<string, Course>; lens: Lens | null };
};

type HearingEvents = {
  HandRaised: Spot & { person: string };
  HandLowered: Spot & { person: string };
  /** `before`: the person who was called until now. That call counts as heard. */
  Called: Call & { before: string | null };
  /** `passed`: the person did not speak, so the call does not count as heard. */
  CallEnded: Call & { passed: boolean };
  /**
   * A call or its end was taken back: everything it changed is as before. `concerned`: the people whose phones change.
   */
  HearingPutBack: Spot & {
    call: Call | null;
    zone: Zone;
    called: number;
    person: string | null;
    hand: number | null;
    heard: number;
    concerned: string[];
  };
};

type LookEvents = {
  /** What the board shows in place of the line; null: the line itself. */
  Looked: { lens: Lens | null };
};

type PlacingEvents = {
  Placed: OnesSpot & { mark: Mark; via: Via; dot: number };
  /** A helper took a dot off the line, because it was a mistake or a trial. */
  Lifted: OnesSpot & { dot: number };
};

type ProposalEvents = {
  ProposalsSet: { on: boolean };
  Proposed: Proposed & { proposal: string; person: string };
  ProposalAnswered: { proposal: string; person: string; state: OwnProposal['state'] };
};

type ReasonEvents = {
  /** Replaces the reason that this person gave before in this round. A new reason is neither pinned nor hidden. */
  ReasonGiven: Spot & { person: string; reason: string; why: Text; zone: ReasonZone };
  ReasonWithdrawn: Spot & { person: string };
  /** `person` is null for a reason that came with a ticket. */
  ReasonMarked: Spot & Marked & { reason: string; ticket: string | null; person: string | null };
};

type TicketEvents = {
  TicketDrawn: { person: string; blinded: string };
  /** Sorted by ticket. Tickets are random, so the order does not tell who came first. */
  Released: { points: Released[]; shown: boolean };
};

export type Released = Spot & {
  ticket: string;
  k: number;
  mark: Mark;
  via: Via;
  why: { reason: string; why: Text } | null;
};

/** `shown`: this round is revealed, so phones show the shape of the room and must be updated. */
export type OnesSpot = Spot & { person: string; shown: boolean };

export type Marked = { pinned: boolean; hidden: boolean };
