import type { Row, System } from '../row.ts';
import type { Place } from './gathering.ts';

/** What the load process is asked to do. `pid` is the server's, to see what it uses. */
export type Task = {
  does: 'cafe' | 'crowd' | 'durable' | 'stage' | 'storm' | 'reconnect' | 'growth' | 'line';
  system: System;
  url: string;
  pid: number;
  n: number;
  seconds: number;
  /** Only Plenary has doors, people and roles. */
  place?: Place;
  styles?: ('2hz' | 'drag10')[];
  /** For `storm`: pages are loaded, too, as a browser does. */
  pages?: boolean;
  /** For `durable`: commands offered in a second; absent, as many as are answered. */
  perSecond?: number;
  /** For `growth`: who is there already, and the line that is open. */
  cookies?: string[];
  line?: { activity: string; statement: string; version: number; round: number };
};

/** What it answers: rows, or for `line` what later tasks need. */
export type Outcome = { rows: Row[]; cookies?: string[]; line?: Task['line'] };

export const RESULT = 'RESULT ';
