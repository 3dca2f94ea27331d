import type { Exposure, StatementForm, Way } from './settings.ts';
import type { Answer, Position, Zone } from './views.ts';

type OnStatement = { statement: string };
type OnLine = { statement: string; version: number; round: number };
type For = { for?: string };
type Point = OnLine & { ticket: string; k: number; why?: string } & ({ x: Position } | { answer: Answer });

export type ParticipantAsks = {
  place: OnLine & For & ({ x: Position } | { answer: Answer });
  giveReason: OnLine & For & { why: string | null };
  raiseHand: OnLine & For & { on: boolean };
  /** Which call: from where, and how many there were from there so far in this round. */
  heard: { zone?: Zone; nth?: number };
  passCall: { zone?: Zone; nth?: number };
  propose: { text: string; poleA: string; poleB: string };
  consent: For & { named: boolean };
  drawTicket: { blinded: string };
};

export type HelperAsks = {
  lift: OnLine & { for: string };
  call: { zone: Zone; person?: string };
  placePaper: OnLine & { points: ({ x: Position } | { answer: Answer })[] };
};

export type LeadAsks = {
  addStatement: { settings: StatementForm; after?: string };
  duplicateStatement: OnStatement;
  reviseStatement: OnStatement & StatementForm;
  moveStatement: OnStatement & { to: number };
  removeStatement: OnStatement;
  open: OnStatement;
  show: OnStatement;
  reveal: OnStatement;
  lock: OnStatement;
  reopen: OnStatement;
  anotherRound: OnStatement & { keepPlaces?: boolean };
  setWay: OnStatement & { way: Way };
  setWarmUp: OnStatement & { on: boolean };
  setExposure: { to: Exposure };
  pin: { reason: string };
  unpin: { reason: string };
  hide: { reason: string };
  unhide: { reason: string };
  setProposals: { on: boolean };
  acceptProposal: { proposal: string; after?: string };
  declineProposal: { proposal: string };
  cross: { across: string; up: string };
  uncross: object;
  compare: OnStatement & { rounds: [number, number] };
  closeCompare: object;
  replay: OnStatement & { round: number };
  endReplay: object;
};

export type WorkerAsks = { release: { points: Point[] } };

export type Asks = ParticipantAsks & HelperAsks & LeadAsks & WorkerAsks;
