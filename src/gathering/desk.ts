import { appendix } from './appendix.ts';
import { corrections } from './corrections.ts';
import { formerWords } from './former-words.ts';
import { GATHERING, type Place } from './ledger.ts';
import { splits } from './splits.ts';
import { themes } from './themes.ts';
import { titles } from './titles.ts';

/** What is done at the desk. */
export const deskParts = [corrections, formerWords, themes, titles, splits, appendix] as const;

const AT_DESK = new Set<string>(deskParts.flatMap(({ commands }) => Object.keys(commands)));

/**
 * Where a command is given. Each place takes back its own steps: while a meeting goes on, one person is at the console
 * and another at the desk, and neither sees what the other did last. A list for each person was rejected, because two
 * who sort together take back what either did, as two at the console do.
 */
export const placeOf = ({ activity, command }: { activity: string; command: string }): Place =>
  activity === GATHERING && AT_DESK.has(command) ? 'desk' : 'console';
