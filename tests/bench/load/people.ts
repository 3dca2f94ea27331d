import type { ShapeRange } from '#wire/motion-frames.ts';

/** A room full of fingers, whichever server it is. Phones are numbered from 0. */
export type People = {
  /** Phones that joined, in the time it took. */
  joinedMs: number;
  move(phone: number, x: number): void;
  /** Called when a receiver shows this phone's dot at `x`. Receiver 0 is the board, the others are phones. */
  onDot(seen: (receiver: number, phone: number, x: number) => void): void;
  /** Called when a phone is told how many stand on each part of the line. */
  onShape(seen: (receiver: number, ranges: readonly ShapeRange[]) => void): void;
  /** Whether phones are shown dots; else they are shown shapes. */
  phonesSeeDots: boolean;
  /** Received by all phones since they joined. */
  received(): number;
  lost(): number;
  leave(): void;
};

/** Phones beside the board that read everything they are sent. The others only take it off the cable. */
export const READERS = 5;
/** The most places on the line; they tell which move it was. Outer parts of the line are kept free for probes. */
export const LOW = 50;
export const PLACES = 900;
