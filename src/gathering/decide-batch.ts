import { create } from 'mutative';
import { isRefusal, refuse, type Actor, type Facts, type Refusal } from '#contract/method.ts';
import type { Answer, Say } from '#wire/messages.ts';
import { decide, refusedAt } from './decide.ts';
import type { Decided } from './decided.ts';
import { contentOf } from './digest.ts';
import { fold, halted, heardFrom, noteHeard, type Ledger, type Rules, type StoredEvent } from './ledger.ts';
import type { RememberedRefusals } from './remembered-refusals.ts';
import type { Receipt, WrittenText } from './ports.ts';

/** `afresh`: the command is a form, which a person may send again after a refusal to have it decided anew. */
export type Asked = { say: Say; by: Actor; afresh?: boolean };

/** A batch ready to be kept: what it would make of the ledger, and what each sender is told once it is durable. */
export type DecidedBatch = {
  ledger: Ledger;
  events: StoredEvent[];
  receipts: Receipt[];
  texts: WrittenText[];
  answers: Answer[];
  /** An answer says no, or that it is so already: it is only as true as the ledger is new. */
  rests: boolean;
};

/** `noes`: what this node refused before. `shared`: other nodes may have copies of these commands. */
export type BatchContext = { refusals: RememberedRefusals; shared: boolean };

/** Decides commands in order, each against a draft that already holds the events of those before it. */
export function decideBatch(
  ledger: Ledger,
  asked: readonly Asked[],
  facts: Facts,
  rules: Rules,
  { refusals, shared }: BatchContext
): DecidedBatch {
  const events: StoredEvent[] = [];
  const receipts: Receipt[] = [];
  const texts: WrittenText[] = [];
  let rests = false;
  const [draft, finish] = create(ledger);

  function keep({ say, by }: Asked, made: Decided): void {
    const { no } = made;
    const receipt = { device: say.device, n: say.n, digest: contentOf(say), person: by.person, ...(no && { no }) };
    receipts.push({ ...receipt, role: by.role, events: made.events.length });
    events.push(...made.events);
    texts.push(...made.texts);
    // The fold gets its own copy: a later command of this batch may write into what an earlier one put into the draft.
    for (const event of made.events) fold(draft, JSON.parse(JSON.stringify(event)) as StoredEvent, rules);
    noteReceipt(draft, receipt);
  }

  function decideOne(one: Asked): Answer {
    const { say, by, afresh } = one;
    const at = Math.max(draft.at, facts.at);
    const seen = numbering(draft, say, by);
    if (seen && !isRefusal(seen)) return seen;
    // What was said again may have been taken by another node since this one refused it.
    const fenced = shared && say.again === true;
    const before = fenced || afresh ? null : refusals.to(say);
    if (before) return before;
    const decided = seen ?? decide(draft, say, by, { id: facts.id, at }, rules);
    if (isRefusal(decided)) {
      if (fenced && !seen && mayTurn(decided) && !halted(draft))
        keep(one, { events: [refusedAt(at)], texts: [], no: decided });
      else rests = true;
      return decided;
    }
    if (decided.events.length > 0) keep(one, decided);
    else rests = true;
    if (decided.no) return decided.no;
    return { version: draft.version, ...(decided.events.length === 0 && { already: true }) };
  }

  const answers = asked.map(decideOne);
  return { ledger: finish(), events, receipts, texts, answers, rests };
}

export function noteReceipt(ledger: Ledger, { device, n, digest, person, no }: Omit<Receipt, 'role' | 'events'>): void {
  noteHeard(ledger, device, { n, digest, person, ...(no && { no }) });
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
  return heard.no ? plainly(heard.no) : { version: ledger.version };
}

/** Who may do what never changes; all other noes may turn into a yes a moment later. */
const mayTurn = ({ refused }: Refusal): boolean => refused !== 'not-yours-to-do';

/** What comes out of a draft is gone with it. */
const plainly = ({ refused, figures }: Refusal): Refusal => refuse(refused, figures && { ...figures });
