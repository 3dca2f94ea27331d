import { hasEnded } from '#gathering/append.ts';
import type { Host } from '#gathering/host.ts';
import type { Rules } from '#gathering/ledger.ts';
import { isErased, whyOut } from '#gathering/people.ts';
import { keptUntil } from '#gathering/periods.ts';
import type { Log, Vault } from '#gathering/ports.ts';
import { namesInAgenda } from '#gathering/names-in-agenda.ts';
import type { NamesInAgenda } from '#wire/messages.ts';
import type { Seen } from '#contract/typed-text.ts';
import { isRefusal, refuse } from '#contract/method.ts';
import { keyOf } from '../access/join-code.ts';
import type { Catalogue, Listed } from '../commons/catalogue.ts';
import type { Account, Gatherings, GatheringSummary, OfferedGathering } from '../page-api.ts';
import type { Hosts } from '../hosting/hosted-gatherings.ts';
import type { Passes } from '../access/passes.ts';
import { findByCode } from './by-code.ts';
import { convene } from './convene.ts';
import { correctable } from './correctable.ts';
import { deskOf } from './harvest-desk.ts';
import { draftOf } from './draft.ts';
import { staysOut } from './stays-out.ts';
import { formerWordsOf } from './former-words.ts';
import { forgetErased } from './forget-erased.ts';
import { forgetTakenBack } from './forget-taken-back.ts';
import { submitWithRetry, isFormDevice } from './submit-form.ts';
import type { Handovers } from './handover.ts';
import { join } from './join.ts';
import { createJoining } from './join-limits.ts';
import { storedAbout, whoseStored } from './stored-about.ts';
import { photoSeen } from './photo-access.ts';
import { materializeEdition, publish } from './publish.ts';
import { photoTakenHome, takeHome } from './take-home.ts';

export type GatheringService = {
  /** The gatherings, for requests from one network: a network that guesses codes has to wait. */
  at(network: string): Gatherings;
  /** Notes that a client on this network has a pass for this gathering: its code is no secret there. */
  told(network: string, gathering: string): void;
  /** Keeps the catalogue in step with a gathering, which opens, closes and is published by commands of its own. */
  follow(gathering: string, host: Host): void;
  /** Deletes a gathering whose time has come, and no other. */
  removeDue(gathering: string): Promise<void>;
};

type Parts = {
  log: Log;
  vault: Vault;
  merged(pieces: readonly string[]): string;
  rules: Rules;
  catalogue: Catalogue;
  hosts: Hosts;
  passes: Passes;
  handovers: Handovers;
  organizers(): Promise<Account[]>;
  now(): number;
  /** Networks from which any number of people may join. */
  exempt(network: string): boolean;
  report(error: unknown): void;
};

export function createGatherings(parts: Parts): GatheringService {
  const { catalogue, hosts, passes, handovers, report } = parts;
  const codes = findByCode(catalogue.byCode, undefined, () => catalogue.rise().catch(() => {}));
  const joining = createJoining(parts.exempt);

  /** Null for a gathering that was never convened, as after a crash in the middle of it: there is nothing in it. */
  async function within<Outcome>(gathering: string, use: (host: Host) => Outcome | Promise<Outcome>) {
    if (!(await catalogue.seek(gathering))) return null;
    const asked = hosts.with(gathering, async (host) => {
      const isPlanned = () => host.ledger().gathering.phase === 'planned';
      if (isPlanned()) await host.rise();
      return isPlanned() ? null : use(host);
    });
    // Another node deleted it, and this one has not heard of that yet.
    return asked.catch((error: unknown) => (hasEnded(error) ? null : Promise.reject(error as Error)));
  }

  const missing = (gathering: string) =>
    refuse(catalogue.isDeleted(gathering) ? 'gathering-deleted' : 'no-such-gathering');

  /** What its editions wait for is done first: afterwards nobody could say whose words are to leave them. */
  async function remove(gathering: string): Promise<void> {
    await within(gathering, (host) => syncCatalogue(gathering, host));
    await catalogue.delete(gathering);
  }

  /** As its own record says: another node may have prolonged it a moment ago. */
  async function removeDue(gathering: string): Promise<void> {
    const isDue = await within(gathering, async (host) => {
      await host.rise();
      await syncCatalogue(gathering, host);
      return (keptUntil(host.ledger().gathering) ?? Infinity) <= parts.now();
    });
    if (isDue) await catalogue.delete(gathering);
  }

  async function summaryOf({ gathering }: Listed): Promise<Omit<GatheringSummary, 'offeredTo'> | null> {
    return within(gathering, (host) => {
      const { gathering: state } = host.ledger();
      const { title, phase, code, starts, edition } = state;
      const seen = (host.words({ title }) as { title: string | null }).title ?? '';
      return {
        id: gathering,
        title: seen,
        phase: phase === 'open' ? phase : 'closed',
        code,
        starts,
        edition,
        keptUntil: keptUntil(state)
      };
    });
  }

  /** Looks up the name of an organizer by the id of their account. */
  async function callers(): Promise<(id: string) => string> {
    const names = new Map((await parts.organizers()).map(({ id, name }) => [id, name]));
    return (id) => names.get(id) ?? '';
  }

  async function summariesOf(account: Account): Promise<GatheringSummary[]> {
    const [summaries, offers, nameOf] = await Promise.all([
      Promise.all(catalogue.of(account.id).map(summaryOf)),
      handovers.of(account),
      callers()
    ]);
    return summaries.flatMap((summary) => {
      const offer = offers.find(({ gathering, from }) => gathering === summary?.id && from === account.id);
      return summary ? [{ ...summary, offeredTo: offer ? nameOf(offer.to) : null }] : [];
    });
  }

  async function offeredTo(account: Account): Promise<OfferedGathering[]> {
    const [offers, nameOf] = await Promise.all([handovers.of(account), callers()]);
    const mine = offers.filter(({ to }) => to === account.id);
    const offered = mine.map(async ({ gathering, from }) => {
      const listed = catalogue.find(gathering);
      const summary = listed && (await summaryOf(listed));
      return summary ? [{ id: gathering, title: summary.title, from: nameOf(from) }] : [];
    });
    return (await Promise.all(offered)).flat();
  }

  async function syncCatalogue(gathering: string, host: Host): Promise<void> {
    const { phase, edition, editions } = host.ledger().gathering;
    await forgetErased(gathering, host, parts);
    if (phase === 'planned') return;
    if (edition === null) await catalogue.setPhase(gathering, phase === 'open' ? 'Reopened' : 'Closed');
    else if ((catalogue.find(gathering)?.version ?? 0) < editions) await materializeEdition(parts, gathering, host);
    // After an edition that was being written meanwhile: it may have taken these words along.
    await forgetTakenBack(gathering, host, parts);
    await catalogue.keepUntil(gathering, keptUntil(host.ledger().gathering));
  }

  const at = (network: string): Gatherings => ({
    convene: (account, form) => convene(catalogue, hosts, account, form),
    of: summariesOf,
    offeredTo,
    offer: handovers.offer,
    withdrawOffer: handovers.withdraw,
    acceptOffer: handovers.accept,
    byCode: (typed) => codes.find(network, typed),
    keyOf,
    async join(gathering, form) {
      const joined = await within(gathering, (host) => join({ host, passes, joining }, { gathering, network }, form));
      if (joined && !isRefusal(joined)) codes.told(network, gathering);
      return joined ?? refuse('no-such-code');
    },
    whyOut: async ({ gathering, person }) =>
      person === null ? null : await within(gathering, (host) => whyOut(host.ledger().gathering, person)),
    isErased: async ({ gathering, person }) =>
      person !== null && (await within(gathering, (host) => isErased(host.ledger().gathering, person))) === true,
    async remove(account, gathering) {
      if (catalogue.isDeleted(gathering)) return null;
      if ((await catalogue.seek(gathering))?.owner !== account.id) return refuse('not-yours-to-do');
      await remove(gathering);
      return null;
    },
    isDeleted: catalogue.isDeleted,
    owns: async (account, gathering) => (await catalogue.seek(gathering))?.owner === account.id,
    names: (gathering) =>
      within(gathering, (host) => host.words(namesInAgenda(host.ledger(), parts.rules)) as Seen<NamesInAgenda>),
    view: (gathering, channel) => within(gathering, (host) => host.view(channel)),
    async say({ gathering, role, person }, { device, activity, command, input }) {
      if (!isFormDevice(device)) return refuse('not-understood');
      const say = { device, n: 1, settled: 0, activity, command, input };
      return (await within(gathering, (host) => submitWithRetry(host, say, { role, person }))) ?? missing(gathering);
    },
    photo: ({ gathering, person }, surface, ref) =>
      within(gathering, async (host) => {
        const seen = await photoSeen({ ...parts, gathering, host, ref }, surface, person);
        return seen ?? (person === null ? null : photoTakenHome(gathering, host, ref, parts));
      }),
    draft: (gathering, summary) => within(gathering, (host) => draftOf(gathering, host, parts, summary)),
    formerWords: (gathering) => within(gathering, (host) => formerWordsOf(gathering, host, parts.vault)),
    staysOut: (gathering) => within(gathering, (host) => staysOut(gathering, host, parts)),
    desk: ({ gathering, role }) => within(gathering, (host) => deskOf(gathering, host, role, parts)),
    takeHome: async ({ gathering, person }) =>
      person === null ? null : within(gathering, (host) => takeHome(gathering, host, parts)),
    correctable: async ({ gathering, person }) =>
      person === null ? null : within(gathering, (host) => correctable(gathering, host, person, parts)),
    storedAbout: async (pass, other) =>
      within(pass.gathering, (host) => {
        const person = whoseStored(pass, host, other);
        return person === null ? null : storedAbout(pass.gathering, host, person, parts);
      }),
    async publish(pass, form) {
      const by = { role: pass.role, person: pass.person };
      const published = await within(pass.gathering, (host) => publish(parts, pass.gathering, host, by, form));
      return published ?? missing(pass.gathering);
    }
  });

  return {
    at,
    told: codes.told,
    removeDue,
    follow(gathering, host) {
      let before = '';
      const look = () => {
        const { gathering: state } = host.ledger();
        const { phase, editions, erased, takenBack, struck } = state;
        const now = `${phase} ${editions} ${erased.length} ${takenBack.length} ${struck.length} ${keptUntil(state)}`;
        if (before === now) return;
        before = now;
        syncCatalogue(gathering, host).catch(report);
      };
      look();
      host.watch(look);
    }
  };
}
