import type { Question } from './problem.ts';

/**
 * A question in numbers: units (people who move as one), tables and rounds by index. Everything that counts works on
 * this.
 */
export type IndexedQuestion = {
  question: Question;
  rounds: number;
  /** Rounds whose encounters count: the way home does not. */
  counted: number;
  tables: number;
  tableAt: ReadonlyMap<string, number>;
  units: readonly Unit[];
  persons: readonly Person[];
  /** Persons of a unit who are there: `[round * units + unit]`. */
  present: Uint8Array;
  /** Chairs by round and table: `seats[round * tables + table]`, 0 when closed. */
  seats: Int16Array;
  /** Where a round already shown has a unit: `shown[round * units + unit]`, or `NOWHERE`. */
  shown: Int16Array;
  /** Pairs of units that must not, and that should not, share a table: `[a * units + b]`. Null when nobody asked. */
  apart: Uint8Array | null;
  unwished: Uint8Array | null;
  /** See `choicesIn` in wishes.ts. */
  choices: Uint8Array | null;
};

export type Unit = {
  /** Indices of persons. */
  members: readonly number[];
  /** The table this unit stays at in every round that is not shown yet, or `NOWHERE`. */
  stays: number;
  isHost: boolean;
  /** Tables this unit may sit at; null means all. */
  may: Uint8Array | null;
};

export type Person = { id: string; unit: number; from: number; until: number };

/** Persons of a unit who are there in a round. */
export const chairs = ({ present, units }: IndexedQuestion, unit: number, round: number): number =>
  present[round * units.length + unit] ?? 0;
