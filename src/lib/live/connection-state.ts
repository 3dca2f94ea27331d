import type { Refusal } from '#contract/method.ts';
import type { Later } from '#wire/messages.ts';

/** How a page's connection stands. */
export type ConnectionState = {
  state: 'arriving' | 'live' | 'away';
  /** Commands that are stored here and not yet durable there. */
  waiting: number;
  /** When `state` began, by this device's clock, in milliseconds since 1970. */
  sinceMs: number;
  /** Why what waits is put off by the server, as long as it is. */
  held: Later | null;
  /** The last no, until something else is said. */
  refused: Refused | null;
  /** Set when the door closed for good: nothing knocks any more. */
  gone: Refusal | null;
};

/**
 * `activity`: whose sentences say why. `orphaned`: the page that asked is gone, so that nobody but the status line can
 * tell.
 */
export type Refused = Refusal & { readonly activity?: string; readonly orphaned?: boolean };

/**
 * What the status line shows. `lost` for a moment only is not worth a word, and the screen says what it said before.
 */
export type Status = 'arriving' | 'ready' | 'sending' | 'held' | 'reconnecting' | 'offline' | 'refused' | 'gone';

const WORTH_A_WORD_MS = 1_500;
const OFFLINE_MS = 10_000;

/** Never says that something is saved: whoever said it knows that, from its answer. */
export function statusOf(link: ConnectionState, nowMs: number): Status {
  if (link.gone) return 'gone';
  const awayMs = link.state === 'live' ? 0 : nowMs - link.sinceMs;
  if (awayMs >= OFFLINE_MS) return 'offline';
  if (link.state === 'away' && awayMs >= WORTH_A_WORD_MS) return 'reconnecting';
  if (link.waiting > 0) return link.held && link.held !== 'too-fast' ? 'held' : 'sending';
  if (link.refused) return 'refused';
  return link.state === 'arriving' ? 'arriving' : 'ready';
}
