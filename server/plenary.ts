import type { Server as HttpServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { gathering } from '#gathering/gathering.ts';
import { refuse } from '#contract/method.ts';
import type { HostPorts } from '#gathering/host.ts';
import type { Rules } from '#gathering/ledger.ts';
import { methods } from '#methods/index.ts';
import { mergedText } from '#kit/outline-editor/yjs-text.ts';
import { createAccounts } from './accounts/accounts.ts';
import { openScheduler } from './hosting/scheduler.ts';
import { openJobs } from './hosting/jobs.ts';
import { openWorkerPool } from './hosting/worker-pool.ts';
import { addressesOf, isLoopback, networkOf } from './start/network-addresses.ts';
import { newId, hashOf } from './access/ids.ts';
import { openCatalogue } from './commons/catalogue.ts';
import { bringIn } from './commons/bring-in.ts';
import { takeOut } from './commons/take-out.ts';
import { openCommons } from './commons/commons.ts';
import { openFiles } from './formats/files.ts';
import { openPrinter } from './formats/printer.ts';
import type { Accounts, Gatherings, Plenary } from './page-api.ts';
import { commonClock, watchClockJumps } from './hosting/steady-clock.ts';
import { codeVersion } from './hosting/code-version.ts';
import { openDeletion } from './gatherings/deletion.ts';
import { createHandovers } from './gatherings/handover.ts';
import { openRetention } from './gatherings/retention.ts';
import { createGatherings, type GatheringService } from './gatherings/gatherings.ts';
import { markingLeads } from './gatherings/mark-lead-lookalikes.ts';
import { openHosts } from './hosting/hosted-gatherings.ts';
import { createRoleLinks } from './access/role-links.ts';
import { openBallots } from './ballots/ballots.ts';
import { openLive, type Live } from './live/live.ts';
import { createCommandAllowance, limitForms, limitTickets } from './access/command-allowance.ts';
import { alone } from './live/node-relay.ts';
import { openStores } from './log/open-stores.ts';
import { measure } from './health/metrics.ts';
import { passOf } from './access/identity.ts';
import { createOriginCheck } from './access/origins.ts';
import { createPasses } from './access/passes.ts';
import { createReadiness } from './health/readiness.ts';
import { report } from './health/report-error.ts';
import type { Settings } from './start/settings.ts';
import { refuseWhenUnavailable, untilAway } from './health/refuse-when-unavailable.ts';

/** Where pages find the running Plenary. A symbol, because their bundle and this server are two module graphs. */
export const APP = Symbol.for('plenary');

const LAST_ANSWERS_MS = 2000;

/** A whole Plenary, open. */
export type RunningPlenary = {
  /** All that pages may ask, for requests from one network address. */
  at(address: string): Plenary;
  /** The one-time token that sets this Plenary up; null once that was done. A new one ends the one before. */
  setUpToken(): Promise<string | null>;
  /** Resolves when all that was acknowledged is stored, and every resource is released. */
  close(): Promise<void>;
};

export async function open(http: HttpServer, settings: Settings): Promise<RunningPlenary> {
  const { data, redisUrl, origin } = settings;
  const stores = await openStores(redisUrl === null ? { data } : { data, redisUrl });
  const { log, vault, snapshots, records } = stores;
  // Behind a proxy on this machine all clients look local, whatever headers it sends.
  const behindProxy = origin !== null || settings.trustProxy > 0;
  // Nodes that share a store share its clock, whatever their own ones say.
  const now = stores.time ? commonClock(await stores.time()) : () => Date.now();
  const ports: HostPorts = {
    log,
    vault,
    snapshots,
    now,
    id: newId,
    pause: (mostMs) => pause(Math.random() * mostMs),
    report: (error) => void report(error, 'gathering'),
    merged: mergedText,
    fold: codeVersion()
  };
  const rules: Rules = { gathering: gathering(methods), methods };

  const catalogue = await openCatalogue(log);
  const commons = openCommons({ log, vault, data, merged: mergedText });
  const workers = openWorkerPool();
  const files = openFiles(openPrinter(settings.browser));
  const outgoing = { catalogue, commons, end: stores.end };
  const incoming = { log, vault, catalogue, commons, files, merged: mergedText, now };
  const hosts = openHosts(
    ports,
    rules,
    (id, host) => {
      gatherings.follow(id, host);
      const stopTime = openScheduler(host, { rules, report: ports.report });
      const stopWork = openJobs(host, { rules, workers, report: ports.report });
      return () => {
        stopTime();
        stopWork();
      };
    },
    { wrapped: (id, host) => markingLeads(host, () => leadsOf(id)) }
  );
  async function leadsOf(gathering: string): Promise<string[]> {
    const owner = (await catalogue.seek(gathering))?.owner;
    return (await accounts.all()).filter(({ id }) => id === owner).map(({ name }) => name);
  }
  const accounts = createAccounts(records, (credential) => live.end(credential));
  const passes = createPasses(records, accounts, async (account, id) => (await catalogue.seek(id))?.owner === account);
  const links = createRoleLinks(records, passes, (credential) => live.end(credential));
  const organizers = accounts.all;
  const handovers = createHandovers({ records, catalogue, organizers, handedOver: () => live.askAgain() });
  const gatherings: GatheringService = createGatherings({
    log,
    vault,
    merged: mergedText,
    rules,
    catalogue,
    hosts,
    passes,
    handovers,
    organizers,
    now,
    // Rehearsals and measurements bring thousands of people from this machine. Behind a proxy all clients could look
    // like it.
    exempt: (network) => !behindProxy && [networkOf('127.0.0.1'), networkOf('::1')].includes(network),
    report: ports.report
  });
  const { isDeleted } = catalogue;
  const missing = async (id: string) =>
    isDeleted(id) ? refuse('gathering-deleted') : (await catalogue.seek(id)) ? null : refuse('no-such-gathering');
  const ballots = openBallots({ hosts, rules, records, missing, report: (error) => void report(error, 'ballot') });
  const measures = measure({
    connections: () => live.connections(),
    gatherings: hosts.open,
    crowd: () => live.crowd()
  });
  const fromHere = createOriginCheck(settings);
  const ready = createReadiness({ log, records, folder: redisUrl === null ? data : null });
  const allowance = createCommandAllowance();
  const soon = untilAway(ready);
  const live: Live = openLive(http, {
    hosts,
    rules,
    relays: stores.relays ?? { crowd: alone, presence: alone },
    passes,
    allowance,
    missing,
    isDeleted,
    fromHere: (handshake) => fromHere(handshake, 'live connection'),
    webSocketOnly: redisUrl !== null,
    report: (error) => void report(error, 'live'),
    answered: measures.answered
  });
  const stopWatching = watchClockJumps(live.clockJumped);
  const forgets = [passes.forget, links.forget, ballots.forget, handovers.forget];
  const stopDeleting = openDeletion({ catalogue, hosts, end: stores.end, forgets, report: ports.report });
  const stopRetention = openRetention({ catalogue, removeDue: gatherings.removeDue, now, report: ports.report });

  return {
    at: (address) => ({
      accounts: tellingAccounts(accounts.at(networkOf(address)), soon),
      links: { ...links, make: refuseWhenUnavailable(links.make) },
      gatherings: limitForms(allowance, tellingGatherings(gatherings.at(networkOf(address)), soon)),
      commons,
      files,
      bringIn: refuseWhenUnavailable((account, file) => bringIn(incoming, account.id, file)),
      broughtInEditions: async () => {
        const titled = catalogue.arrivals().map(async ({ edition: slug, at }) => {
          const edition = await commons.edition(slug);
          return edition ? [{ slug, title: edition.title, at }] : [];
        });
        return (await Promise.all(titled)).flat();
      },
      takeOut: refuseWhenUnavailable((account, slug) => takeOut(outgoing, account.id, slug)),
      takenOut: catalogue.takenOut,
      broughtIn: (slug) => catalogue.arrival(slug)?.at ?? null,
      ballots: limitTickets(allowance, ballots),
      addresses: () => (origin === null ? addressesOf(http) : [origin]),
      pass: soon(async (surface, id, cookie) => {
        const pass = await passes.on(surface, id, cookie);
        if (!pass || (await gatherings.at(networkOf(address)).whyOut(pass))) return null;
        gatherings.told(networkOf(address), id);
        return passOf(pass);
      }),
      whyOut: soon(async (id, cookie) => {
        const pass = await passes.on('phone', id, cookie);
        return pass && gatherings.at(networkOf(address)).whyOut(pass);
      }),
      ready,
      metrics: async ({ token, direct }) =>
        isToken(token, settings.metricsToken) || (!behindProxy && direct && isLoopback(address))
          ? measures.text()
          : null
    }),
    setUpToken: accounts.setUpToken,
    async close() {
      // Pages that are being answered get a moment; idle connections do not hold the end up.
      const impatient = setTimeout(() => http.closeAllConnections(), LAST_ANSWERS_MS);
      // First, so that phones that wait for their point to be stored are told to ask again.
      ballots.close();
      stopWatching();
      await live.close();
      clearTimeout(impatient);
      measures.close();
      await stopRetention();
      await stopDeleting();
      await hosts.close();
      await workers.close();
      await files.close();
      catalogue.close();
      commons.close();
      await stores.close();
    }
  };
}

type Soon = ReturnType<typeof untilAway>;

const tellingAccounts = (accounts: Accounts, soon: Soon): Accounts => ({
  ...accounts,
  whose: soon(accounts.whose),
  setUp: refuseWhenUnavailable(accounts.setUp),
  signIn: refuseWhenUnavailable(accounts.signIn),
  invite: refuseWhenUnavailable(accounts.invite),
  changePassword: refuseWhenUnavailable(accounts.changePassword)
});

const tellingGatherings = (gatherings: Gatherings, soon: Soon): Gatherings => ({
  ...gatherings,
  view: soon(gatherings.view),
  convene: refuseWhenUnavailable(gatherings.convene),
  join: refuseWhenUnavailable(gatherings.join),
  offer: refuseWhenUnavailable(gatherings.offer),
  acceptOffer: refuseWhenUnavailable(gatherings.acceptOffer),
  say: refuseWhenUnavailable(gatherings.say),
  publish: refuseWhenUnavailable(gatherings.publish),
  remove: refuseWhenUnavailable(gatherings.remove)
});

/** Compares hashes, so that the time it takes tells nothing of the token. */
const isToken = (given: string | null, wanted: string | null): boolean =>
  given !== null && wanted !== null && hashOf(given) === hashOf(wanted);
