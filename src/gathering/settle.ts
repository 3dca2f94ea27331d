import { create } from 'mutative';
import { isRefusal, refuse, type Actor, type Facts } from '#methods/method.ts';
import type { Answer, Say } from '#wire/messages.ts';
import { decide } from './decide.ts';
import { digest } from './digest.ts';
import { fold, heardFrom, noteHeard, type Ledger, type Rules } from './ledger.ts';
import type { Receipt, StoredEvent, WrittenText } from './ports.ts';

export type Asked = { say: Say; by: Actor };

/** A batch ready to be kept: what it would make of the ledger, and what each sender is told once it is durable. */
export type Settled = {
  ledger: Ledger;
  events: StoredEvent[];
  receipts: Receipt[];
  texts: WrittenText[];
  answers: Answer[];
};

/** Decides commands in order, each against a draft that already holds the events of those before it. */
export function settle(ledger: Ledger, asked: readonly Asked[], facts: Facts, rules: Rules): Settled {
  const events: StoredEvent[] = [];
  const receipts: Receipt[] = [];
  const texts: WrittenText[] = [];
  const [draft, finish] = create(ledger);
  const answers = asked.map(({ say, by }): Answer => {
    const seen = numbering(draft, say, by);
    if (seen) return seen;
    const decided = decide(draft, say, by, { id: facts.id, at: Math.max(draft.at, facts.at) }, rules);
    if (isRefusal(decided)) return decided;
    if (decided.events.length === 0) return { version: draft.version, already: true };

    const receipt = { device: say.device, n: say.n, digest: contentOf(say), role: by.role, person: by.person };
    receipts.push({ ...receipt, events: decided.events.length });
    events.push(...decided.events);
    texts.push(...decided.texts);
    // The fold gets its own copy: a later command of this batch may write into what an earlier one put into the draft.
    for (const event of decided.events) fold(draft, JSON.parse(JSON.stringify(event)) as StoredEvent, rules);
    noteReceipt(draft, receipt);
    return { version: draft.version };
  });
  return { ledger: finish(), events, receipts, texts, answers };
}

export function noteReceipt(ledger: Ledger, { device, n, digest, person }: Omit<Receipt, 'role' | 'events'>): void {
  noteHeard(ledger, device, { n, digest, person });
}

/** The answer to a number that was heard before or comes too early; null when it is its turn. */
function numbering(ledger: Ledger, say: Say, by: Actor): Answer | null {
  const heard = heardFrom(ledger, say.device);
  if (heard && heard.person !== by.person) return refuse('not-your-device');
  const expected = Math.max(heard?.n ?? 0, say.settled) + 1;
  if (say.n > expected) return refuse('out-of-order', { expected });
  if (say.n === expected) return null;
  // Of a number that lies behind another, nothing is known any more: neither whether it took effect nor what it said.
  if (heard?.n !== say.n) return refuse('answered-before');
  if (heard.digest !== contentOf(say)) return refuse('number-taken');
  return { version: ledger.version };
}

const contentOf = ({ activity, command, input }: Say) => digest(JSON.stringify([activity, command, input]));
