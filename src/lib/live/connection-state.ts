import type { Refusal } from '#contract/method.ts';
import type { Later } from '#wire/messages.ts';

/** How a page's connection stands. */
export type ConnectionState = {
  state: 'arriving' | 'live' | 'away';
  /** Commands that are stored here and not yet durable there. */
  waiting: number;
  /** When `state` began, by this device's clock, in milliseconds since 1970. */
  sinceMs: number;
  /** Why the server puts commands off, while it does. */
  held: Later | null;
  /** The last refusal, until another command is sent. */
  refused: Refused | null;
  /** Why the server ended the connection for good; the page does not connect again. */
  gone: Refusal | null;
};

/**
 * `activity`: the activity whose method has the sentence. `orphaned`: the page that sent the command is gone, so only
 * the status line can show it.
 */
export type Refused = Refusal & { readonly activity?: string; readonly orphaned?: boolean };

/**
 * What the status line shows. A connection that is lost for a moment only changes nothing.
 */
export type Status = 'arriving' | 'ready' | 'sending' | 'held' | 'reconnecting' | 'offline' | 'refused' | 'gone';

const WORTH_A_WORD_MS = 1_500;
const OFFLINE_MS = 10_000;

/** Never says that a command is saved: only the answer to the command tells that. */
export function statusOf(link: ConnectionState, nowMs: number): Status {
  if (link.gone) return 'gone';
  const awayMs = link.state === 'live' ? 0 : nowMs - link.sinceMs;
  if (awayMs >= OFFLINE_MS) return 'offline';
  if (link.state === 'away' && awayMs >= WORTH_A_WORD_MS) return 'reconnecting';
  if (link.waiting > 0) return link.held && link.held !== 'too-fast' ? 'held' : 'sending';
  if (link.refused) return 'refused';
  return link.state === 'arriving' ? 'arriving' : 'ready';
}
