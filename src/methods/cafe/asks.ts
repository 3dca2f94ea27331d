import type { NoteKind } from './limits.ts';
import type { HostMode, Exposure } from './settings.ts';

type For = { for?: string };
type WrittenAt = { note: string; table: string; round: number };

export type ParticipantAsks = {
  /** Whoever has no table yet is given a seat, or waits for the next where all are taken; who has one is left there. Phones ask by themselves. */
  comeIn: For;
  /** I sit at this table: the planned one, or where I came to sit instead. `round` is the one the sender saw: said late, it seats nobody. */
  here: For & { table: string; round: number };
  /**
   * Ids of notes are made on the device that writes them. `table` and `round`: what was on where and when it was written, however late it
   * arrives.
   */
  addNote: For & WrittenAt & { kind: NoteKind; text: string; parent: string | null; gem: boolean };
  /** Comes over its own way, since a picture is too large for the live line (`src/lib/photo`). */
  addPhoto: For & WrittenAt & { photo: string };
  rewriteNote: { note: string; text: string; rev: number };
  removeNote: { note: string };
  carry: { text: string | null };
  /** Whoever sits at a table without a host may take it on; a host may hand it on, `for` somebody at the table. */
  takeHost: For & { table: string };
};

/** The host of a table, scribes, helpers and those who lead. */
export type HostAsks = {
  starNote: { notes: string[]; on: boolean };
  gemNote: { notes: string[]; on: boolean };
  mergeNotes: { from: string[]; into: string };
  unmergeNote: { note: string };
  chooseCard: { table: string; note: string | null };
  setLines: { table: string; lines: string[] };
  needs: { table: string; what: 'chair' | 'person' | 'help' | null };
};

export type HelperAsks = {
  /** To another table, in this round: later ones stay as they are planned. `pin` keeps somebody at a table for good. */
  movePerson: { person: string; table: string };
  makeHost: { table: string; person: string };
  /** For whoever waits without one: they are seated by it. */
  addChair: { table: string; seats?: number };
  hear: { table: string };
};

export type LeadAsks = {
  setQuestion: { round: number; of?: number; question: string };
  addQuestion: { question: string };
  removeQuestion: { round: number; of?: number };
  setTables: { count: number; seats: number };
  describeTable: {
    table: string;
    name: string | null;
    topic: string | null;
    zone: string | null;
    /** As browsers name it: `es`, `pt-BR`. */
    language: string | null;
    seats: number;
  };
  closeTable: { table: string; closed: boolean };
  setHosts: { hosts: HostMode };
  setReturnHome: { on: boolean };
  setMinutes: { minutes: number };
  setExposure: { to: Exposure };
  setReview: { on: boolean };
  pin: { person: string; table: string | null };
  keepTogether: { people: string[] };
  keepApart: { people: string[] };
  dropWish: { wish: string };
  /** A short mark, not a name: it is compared, so it does not lie in the vault, and is not forgotten with what people typed. */
  tag: { person: string; tag: string | null };
  speak: { person: string; language: string | null };
  /** Makes a plan from those present; it is looked at before it counts. During the café: for the rounds to come. */
  /** `after`: how many plans had been asked for when the sender looked. */
  plan: { after?: number };
  dropPlan: { after?: number };
  /** The exchange that is offered, as it was read. */
  takeSwap: { round: number; one: string; other: string };
  /** People are told their tables; during the café: the draft counts for the rounds to come. */
  seat: object;
  /** Shows the question. Refused under nine in ten seated, unless `anyway`. */
  ask: { anyway: boolean };
  /** To the next round: everybody is told where to go. */
  move: { from: number };
  addMinutes: { minutes: number; table: string | null };
  mergeTables: { from: string; into: string };
  /** One more table, and those who wait for a chair sit there. */
  openTable: { number?: number };
  splitTable: { table: string; people: string[] };
  makeScribe: { person: string; on: boolean };
  harvest: object;
  close: object;
  reopen: object;
  showAbout: { about: string | null };
  /** Boards show who met whom instead of what was written; `showAbout` leads back. */
  showEncounters: object;
  showNote: { note: string };
  hideNote: { note: string };
  /** Into a cluster, a new one when `cluster` is not known yet, or back to the loose pile. Ids of clusters are made by whoever makes them. */
  clusterNotes: { notes: string[]; cluster: string | null };
  nameCluster: { cluster: string; name: string | null };
  mergeClusters: { from: string; into: string };
};

/** To whoever asked first, as soon as there is a chair. */
export type ClockAsks = { seatNext: { person: string; order: number } };

export type WorkerAsks = { planned: { asking: string; answer: object } };

export type Asks = ParticipantAsks & HostAsks & HelperAsks & LeadAsks & ClockAsks & WorkerAsks;
