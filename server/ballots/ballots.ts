import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { Host } from '#gathering/host.ts';
import type { Rules } from '#gathering/ledger.ts';
import { isRefusal, refuse, type Refusal, type TicketPoint } from '#contract/method.ts';
import type { Drop, Dropped } from '#wire/ballot.ts';
import { newId, idFrom } from '../access/ids.ts';
import type { Ballots } from '../page-api.ts';
import { submitWithRetry } from '../gatherings/submit-form.ts';
import type { Hosts } from '../hosting/hosted-gatherings.ts';
import type { Records } from '../log/records.ts';
import { currentBallot, type CurrentBallot } from './current-ballot.ts';
import { openBallotBox, type BallotBox, type BoxTimes } from './ballot-box.ts';
import { createBallotKeys } from './ballot-keys.ts';

type Parts = {
  hosts: Hosts;
  rules: Rules;
  records: Records;
  /** Why there is no such gathering; null where there is. */
  missing(gathering: string): Promise<Refusal | null>;
  report(error: unknown): void;
  times?: Partial<BoxTimes>;
};
type Open = { box: BallotBox; release(): void; usedAt: number };

const IDLE_MS = 10 * 60_000;
const SWEEP_MS = 60_000;

const hex = (characters: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${characters}}$`)));
const drop: v.GenericSchema<unknown, Drop> = v.strictObject({
  activity: v.pipe(v.string(), v.maxLength(64)),
  ticket: hex(32),
  signature: hex(512),
  k: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
  point: v.looseObject({})
});

/** Signs the tickets of this node's anonymous ballots, and holds a box for each ballot. */
export function openBallots(parts: Parts): Ballots & { forget(gathering: string): Promise<void>; close(): void } {
  const { hosts, rules, report } = parts;
  const keys = createBallotKeys(parts.records);
  const boxes = new Map<string, Promise<Open>>();

  const sweeping = setInterval(() => void sweep().catch(report), SWEEP_MS);
  sweeping.unref();

  const onBallot = (host: Host, activity: string): CurrentBallot | null =>
    currentBallot(host.ledger(), activity, rules);

  /** Opens the box when the first phone asks for the key: it must have seen a line close to know when it did. */
  async function boxOf(gathering: string, activity: string): Promise<Open> {
    const name = `${gathering} ${activity}`;
    const opening = boxes.get(name) ?? begin(gathering, activity);
    boxes.set(name, opening);
    opening.catch(() => boxes.delete(name));
    const open = await opening;
    open.usedAt = Date.now();
    return open;
  }

  async function begin(gathering: string, activity: string): Promise<Open> {
    const { host, release } = await hosts.hold(gathering);
    const times = parts.times ? { times: parts.times } : {};
    const box = openBallotBox(activity, host, { rules, report, device: `box-${newId()}`, ...times });
    return { box, release, usedAt: Date.now() };
  }

  async function sweep(): Promise<void> {
    for (const [name, opening] of boxes) {
      const { box, usedAt } = await opening;
      if (box.empty() && Date.now() - usedAt >= IDLE_MS) await shut(name, opening);
    }
  }

  async function shut(name: string, opening: Promise<Open>): Promise<void> {
    boxes.delete(name);
    const { box, release } = await opening;
    box.close();
    release();
  }

  /** Refuses where the activity draws no tickets: a client may name any activity. */
  async function within<Outcome>(
    gathering: string,
    activity: string,
    use: (host: Host, on: CurrentBallot) => Promise<Outcome>
  ): Promise<Outcome | Refusal> {
    const missing = await parts.missing(gathering);
    if (missing) return missing;
    return hosts.with<Outcome | Refusal>(gathering, (host) => {
      const on = onBallot(host, activity);
      return on ? use(host, on) : refuse('no-tickets-here');
    });
  }

  return {
    key: (gathering, activity) =>
      within(gathering, activity, async () => {
        await boxOf(gathering, activity);
        return { modulus: (await keys.of(gathering, activity)).modulus };
      }),

    async sign({ gathering, role, person }, { activity, blinded }) {
      if (person === null || role !== 'participant') return refuse('not-yours-to-do');
      return within(gathering, activity, async (host) => {
        const signature = (await keys.of(gathering, activity)).sign(blinded);
        if (signature === null) return refuse('not-understood');
        const hash = createHash('sha256').update(Buffer.from(blinded, 'hex')).digest('hex');
        // One ticket for each person: the log says so before anything is signed. The same ticket is signed again at
        // every request.
        const drawn = () => onBallot(host, activity)?.ballot.drawnWith(onBallot(host, activity)?.state, person);
        if (drawn() !== hash) {
          const say = { n: 1, settled: 0, activity, command: 'drawTicket', input: { blinded: hash } };
          const device = idFrom('ticket', gathering, activity, person, hash);
          const answer = await submitWithRetry(host, { device, ...say }, { role, person });
          if (isRefusal(answer)) return answer;
        }
        return drawn() === hash ? { signature } : refuse('went-wrong');
      });
    },

    async drop(gathering, said) {
      const understood = v.safeParse(drop, said, { abortEarly: true });
      if (!understood.success) return refuse('not-understood');
      const { activity, ticket, signature, k, point } = understood.output;
      return within(gathering, activity, async (_host, { method, ballot }): Promise<Dropped> => {
        const whole: TicketPoint = { ...point, ticket, k };
        // Checked alone: a point that cannot be read would have its whole batch refused, and its neighbours with it.
        const readable = method.commands.release && v.is(method.commands.release.input, { points: [whole] });
        if (!readable) return refuse('not-understood');
        if (!(await keys.of(gathering, activity)).verify(ticket, signature)) return refuse('ticket-not-valid');
        const masked = maskOf(ticket, activity, ballot.wording(whole));
        return (await boxOf(gathering, activity)).box.drop({ ...whole, ticket: masked }, ticket);
      });
    },

    async forget(gathering) {
      for (const [name, opening] of boxes) if (name.startsWith(`${gathering} `)) await shut(name, opening);
      await keys.forget(gathering);
    },

    close() {
      clearInterval(sweeping);
      for (const [name, opening] of boxes) shut(name, opening).catch(report);
    }
  };
}

/** A one-way mask: a ticket is 128 bits of chance that only its phone holds, so two masks of it cannot be joined. */
const maskOf = (ticket: string, activity: string, wording: string): string =>
  createHash('sha256').update(`${ticket} ${activity} ${wording}`).digest('hex').slice(0, 32);
