import type { Proposed, OwnProposal, Call, Course, Lens, Spot } from './state.ts';
import type { Text } from '#contract/text.ts';
import type { Exposure, StatementSettings, Way } from './settings.ts';
import type { Mark, ReasonZone, Via, Zone } from './placement.ts';

/** What can happen in a spectrogram. Each fact is decided, folded and taken back in the part of its name. */
export type Events = StatementEvents &
  ExposureEvents &
  HearingEvents &
  LookEvents &
  PlacingEvents &
  ProposalEvents &
  ReasonEvents &
  TicketEvents;

type StatementEvents = {
  /** `order`: its place in the list, counted from 1. `version` is 1 unless a removed statement comes back. */
  StatementAdded: { statement: string; order: number; version: number; settings: StatementSettings };
  /** A version that exists is reworded in place, a new one begins with nobody on its line. */
  StatementRevised: { statement: string; version: number; settings: StatementSettings };
  StatementMoved: { statement: string; order: number };
  StatementRemoved: { statement: string };
  WaySet: { statement: string; way: Way };
  WarmUpSet: { statement: string; on: boolean };
  /** It is on the board now. */
  Shown: { statement: string };
  /** It is on the board and people can move; the statements in `locks` no longer take anybody. */
  Opened: { statement: string; revealed: boolean; locks: string[] };
  Revealed: { statement: string };
  Locked: { statement: string };
  RoundBegun: { statement: string; round: number; empty: boolean; revealed: boolean; locks: string[] };
  /** A step was taken back: these statements are where they were. Nobody's placement is lost by it. */
  TakenBack: { now: string | null; courses: Record<string, Course>; lens: Lens | null };
};

type ExposureEvents = {
  ExposureSet: { to: Exposure };
  /** L3: whether the harvest may name this person. */
  Consented: { person: string; named: boolean };
};

type HearingEvents = {
  HandRaised: Spot & { person: string };
  HandLowered: Spot & { person: string };
  /** `before`: who was asked until now, and counts as heard. */
  Called: Call & { before: string | null };
  /** `passed`: nobody spoke, and the call does not count. */
  CallEnded: Call & { passed: boolean };
  /** A step was taken back: everything it changed is as it was. `concerned`: whose phones it changes. */
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
  /** The board shows this in place of its line; null is the line itself. */
  Looked: { lens: Lens | null };
};

type PlacingEvents = {
  Placed: OnesSpot & { mark: Mark; via: Via; dot: number };
  /** A dot was taken off the line: placed by mistake, or to try things out. */
  Lifted: OnesSpot & { dot: number };
};

type ProposalEvents = {
  ProposalsSet: { on: boolean };
  Proposed: Proposed & { proposal: string; person: string };
  ProposalAnswered: { proposal: string; person: string; state: OwnProposal['state'] };
};

type ReasonEvents = {
  /** Replaces what this person said before in this round, and begins neither pinned nor hidden. */
  ReasonGiven: Spot & { person: string; reason: string; why: Text; zone: ReasonZone };
  ReasonWithdrawn: Spot & { person: string };
  /** `person` is null for a reason that came with a ticket. */
  ReasonMarked: Spot & Marked & { reason: string; ticket: string | null; person: string | null };
};

type TicketEvents = {
  TicketDrawn: { person: string; blinded: string };
  /** In the order of their tickets, which are chance: it tells nothing of who came first. */
  Released: { points: Released[]; shown: boolean };
};

export type Released = Spot & {
  ticket: string;
  k: number;
  mark: Mark;
  via: Via;
  why: { reason: string; why: Text } | null;
};

/** `shown`: this round is revealed, so that phones see its shape. */
export type OnesSpot = Spot & { person: string; shown: boolean };

export type Marked = { pinned: boolean; hidden: boolean };
