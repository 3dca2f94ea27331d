import type { Spread } from './figures.ts';

export const SYSTEMS = ['plenary', 'floor', 'floor-shape', 'colyseus', 'store'] as const;
export type System = (typeof SYSTEMS)[number];

export const WORKLOADS = [
  '2hz',
  'drag10',
  'durable',
  'stage',
  'storm',
  'reconnect',
  'cold',
  'growth',
  'cafe',
  'rotation',
  'likeness',
  'harvest'
] as const;
export type Workload = (typeof WORKLOADS)[number];

/** One measured window. What does not apply is absent; what was not measured is null. */
export type Row = {
  workload: Workload;
  system: System;
  /** Phones, or for `cold` and `growth` events in the gathering. */
  n: number;
  /** From a finger to the board, to a phone; from a command to its answer. */
  board?: Spread | null;
  phone?: Spread | null;
  ack?: Spread | null;
  /** Processor seconds of the server, all its threads, in one second. */
  cpu?: number | null;
  /** Seconds in each second in which others had the server's core. Over {@link WAITED} its latencies are theirs. */
  waited?: number | null;
  /** Received by a phone in a second, WebSocket framing included. */
  bytesPerPhone?: number;
  /** Resident memory of the server, grown since before the first phone, by phone. */
  kibPerPhone?: number | null;
  /** Last positions that never arrived, commands without an answer, connections that broke. Must be 0. */
  lost?: number;
  /** How late the load sent what was due, p99. Over {@link LATE_MS} the row says nothing about the server. */
  lateMs?: number;
  /** What only this workload measures, by name with its unit. */
  more?: Record<string, number>;
};

export const LATE_MS = 30;
export const WAITED = 0.1;
export const isLate = (row: Row): boolean => (row.lateMs ?? 0) > LATE_MS;
export const isDisturbed = (row: Row): boolean => (row.waited ?? 0) > WAITED;
export const isUsed = (row: Row): boolean => !isLate(row) && !isDisturbed(row);
