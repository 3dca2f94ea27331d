import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { gathering as gatheringMethod } from '#gathering/gathering.ts';
import type { Host } from '#gathering/host.ts';
import { methods } from '#methods/index.ts';
import { personal } from '#contract/method.ts';
import { mergedText } from '#kit/outline-editor/yjs-text.ts';
import { blind, unblind, type Blinded } from '#lib/live/blind-ticket.ts';
import type { Dropped } from '#wire/ballot.ts';
import { openHosts, type Hosts } from '#server/hosting/hosted-gatherings.ts';
import type { BoxTimes } from '#server/ballots/ballot-box.ts';
import { openBallots } from '#server/ballots/ballots.ts';
import { openMemory } from '#server/log/memory/memory.ts';
import type { Stores } from '#server/log/stores.ts';
import { newId } from '#server/access/ids.ts';
import { ana, CONVENING, device, phone, spectrogramBlock, STATEMENT } from './test-host.ts';

const rules = { gathering: gatheringMethod(methods), methods };

export type BallotGathering = Awaited<ReturnType<typeof openBallotGathering>>;

/**
 * A gathering whose one activity is at L0, with these people in it, its first line open. No network: hosts and boxes as
 * they are.
 */
export async function openBallotGathering(
  names: readonly string[],
  times: Partial<BoxTimes> = {},
  stores: Stores = openMemory(),
  more: { exposure?: 'L0' | 'L1'; key?: string } = {}
) {
  const gathering = newId();
  const faults: unknown[] = [];
  const report = (error: unknown) => void faults.push(error);
  const ports = {
    ...stores,
    now: () => Date.now(),
    id: newId,
    pause: () => Promise.resolve(),
    report,
    merged: mergedText,
    fold: 'test'
  };
  const hosts: Hosts = openHosts(ports, rules, () => () => {});
  const { host } = await hosts.hold(gathering);
  const short = { gatherMs: 20, closingMs: 30, patienceMs: 3_000, againMs: 20, ...times };
  const begin = () =>
    openBallots({ hosts, rules, records: stores.records, missing: async () => null, report, times: short });
  let ballots = begin();

  const lead = device(() => host, ana);
  const leads = async (command: string, input: object, activity = 'gathering') =>
    expect(await lead(command, input, activity)).toEqual({ version: expect.any(Number) });
  await leads('convene', CONVENING);
  const block = spectrogramBlock(Array(3).fill({ ...STATEMENT, way: 'live', warmUp: false }) as object[]);
  await leads('addBlock', { ...block, settings: { ...block.settings, exposure: more.exposure ?? 'L0' } });
  const activity = Object.keys(host.ledger().gathering.agenda)[0] ?? '';
  await leads('turnTo', { activity, from: null });
  // Making a key takes longer than everything else here: who runs a thousand rooms brings one.
  if (more.key) await stores.records.put('ballot-key', `${gathering} ${activity}`, more.key);
  const lineAt = (order: number) => ({ statement: `${activity}-${order}`, version: 1, round: 1 });
  await leads('open', { statement: lineAt(1).statement }, activity);

  const joins = (name: string) => device(() => host, phone(name))('join', { name, rehearsed: false });
  for (const name of names) await joins(name);

  /** The phone of one person, as far as it is about tickets. */
  async function draws(name: string) {
    const key = await ballots.key(gathering, activity);
    if ('refused' in key) throw new Error(key.refused);
    const blinded = blind(key.modulus) as Blinded;
    const pass = { gathering, role: 'participant', person: name } as const;
    const signed = await ballots.sign(pass, { activity, blinded: blinded.blinded });
    if ('refused' in signed) throw new Error(signed.refused);
    const signature = unblind(blinded, signed.signature, key.modulus) ?? '';
    const counts: Record<string, number> = {};
    const drops = (x: number, at = lineAt(1), again = false): Promise<Dropped> => {
      const k = (counts[at.statement] ??= 0) + (again ? 0 : 1);
      counts[at.statement] = k;
      return ballots.drop(gathering, { activity, ticket: blinded.ticket, signature, k, point: { ...at, x } });
    };
    /** What stands in the log in place of the ticket. Only who holds the ticket can tell. */
    const mask = (at = lineAt(1)) =>
      createHash('sha256')
        .update(`${blinded.ticket} ${activity} ${at.statement}.${at.version}`)
        .digest('hex')
        .slice(0, 32);
    return { name, blinded, signature, signed: signed.signature, drops, mask };
  }

  return {
    gathering,
    activity,
    host,
    stores,
    faults,
    leads,
    joins,
    draws,
    /** At L1: a person places themselves as a page does. */
    places: (name: string) => {
      const says = device(() => host, phone(name), `page-of-${name}`);
      return (x: number, at = lineAt(1)) => says('place', { ...at, x }, activity);
    },
    lineAt,
    get ballots() {
      return ballots;
    },
    /** As after a crash: what was in the boxes is gone. */
    restart() {
      ballots.close();
      ballots = begin();
    },
    released: () => releasedIn(host, stores, gathering),
    view: (channel: string) => host.view(channel),
    own: (name: string) => host.view(personal(name)),
    async close() {
      ballots.close();
      await hosts.close();
      await stores.close();
    }
  };
}

export type Batch = { at: number; points: { ticket: string; k: number; mark: { x: number } }[] };

async function releasedIn(_host: Host, { log }: Stores, gathering: string): Promise<Batch[]> {
  const entries = await log.read(`gathering:${gathering}`, 0);
  return entries.flatMap(({ batch }) =>
    batch.events.flatMap(({ type, at, data }) => (type === 'Released' ? [{ at, points: (data as Batch).points }] : []))
  );
}
