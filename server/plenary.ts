import type { Server as HttpServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { gathering } from '#gathering/gathering.ts';
import type { HostPorts } from '#gathering/host.ts';
import type { Rules } from '#gathering/ledger.ts';
import { methods } from '#methods/index.ts';
import { merged } from '#methods/shared/writing/pieces.ts';
import { keepAccounts } from './accounts/accounts.ts';
import { keepTime } from './hosting/scheduler.ts';
import { keepWorking } from './hosting/jobs.ts';
import { openWorkshop } from './hosting/worker-pool.ts';
import { addressesOf, isLoopback, networkOf } from './start/addresses.ts';
import { freshId, hashOf } from './access/ids.ts';
import { openCatalogue } from './commons/catalogue.ts';
import { openCommons } from './commons/search.ts';
import type { Accounts, Gatherings, Plenary } from './api.ts';
import { commonClock, watchForJumps } from './hosting/gathering-clock.ts';
import { foldId } from './hosting/code-version.ts';
import { keepHandovers } from './gatherings/handover.ts';
import { keepGatherings, type GatheringsHouse } from './gatherings/gatherings.ts';
import { markingLeads } from './gatherings/lead-names.ts';
import { keepHosts } from './hosting/hosts.ts';
import { keepLinks } from './access/role-links.ts';
import { keepBallots } from './ballots/ballots.ts';
import { openLive, type Live } from './live/live.ts';
import { openSpeech, pacedForms, pacedTickets } from './access/command-allowance.ts';
import { alone } from './live/relay.ts';
import { openStores } from './log/open.ts';
import { measure } from './health/metrics.ts';
import { keepOrigins } from './access/origins.ts';
import { keepPasses } from './access/passes.ts';
import { keepReadiness } from './health/readiness.ts';
import { report } from './health/report.ts';
import type { Settings } from './start/settings.ts';
import { refusing, untilAway } from './health/unavailable.ts';

/** Where pages find the open house. A symbol, because their bundle and this server are two module graphs. */
export const DOOR = Symbol.for('plenary');

const LAST_ANSWERS_MS = 2000;

/** A whole Plenary, open. */
export type House = {
  /** The narrow door, as somebody at this network address meets it. */
  at(address: string): Plenary;
  /** The one-time token that sets this Plenary up; null once somebody has. A new one ends the one before. */
  setUpToken(): Promise<string | null>;
  /** Resolves when everything acknowledged is kept and everything is let go. */
  close(): Promise<void>;
};

export async function open(http: HttpServer, settings: Settings): Promise<House> {
  const { data, redisUrl, origin } = settings;
  const stores = await openStores(redisUrl === null ? { data } : { data, redisUrl });
  const { log, vault, snapshots, records } = stores;
  // A proxy on this machine makes everybody look local, whatever headers it sends.
  const behindProxy = origin !== null || settings.trustProxy > 0;
  // Nodes that share a store share its clock, whatever their own ones say.
  const now = stores.time ? commonClock(await stores.time()) : () => Date.now();
  const ports: HostPorts = {
    log,
    vault,
    snapshots,
    now,
    id: freshId,
    pause: (mostMs) => pause(Math.random() * mostMs),
    report: (error) => void report(error, 'gathering'),
    merged,
    fold: foldId()
  };
  const rules: Rules = { gathering: gathering(methods), methods };

  const catalogue = await openCatalogue(log);
  const commons = openCommons({ log, vault, data });
  const workshop = openWorkshop();
  const hosts = keepHosts(
    ports,
    rules,
    (id, host) => {
      gatherings.follow(id, host);
      const stopTime = keepTime(host, { rules, report: ports.report });
      const stopWork = keepWorking(host, { rules, workshop, report: ports.report });
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
  const accounts = keepAccounts(records, (ground) => live.end(ground));
  const passes = keepPasses(records, accounts, async (account, id) => (await catalogue.seek(id))?.owner === account);
  const links = keepLinks(records, passes, (ground) => live.end(ground));
  const organizers = accounts.all;
  const handovers = keepHandovers({ records, catalogue, organizers, handedOver: () => live.askAgain() });
  const gatherings: GatheringsHouse = keepGatherings({
    log,
    vault,
    rules,
    catalogue,
    hosts,
    passes,
    handovers,
    organizers,
    now,
    // Rehearsals and measurements bring thousands from this machine. Behind a proxy everybody could look like it.
    exempt: (network) => !behindProxy && [networkOf('127.0.0.1'), networkOf('::1')].includes(network),
    report: ports.report
  });
  const exists = async (id: string) => (await catalogue.seek(id)) !== null;
  const ballots = keepBallots({ hosts, rules, records, exists, report: (error) => void report(error, 'ballot') });
  const measures = measure({
    connections: () => live.connections(),
    gatherings: hosts.open,
    crowd: () => live.crowd()
  });
  const fromHere = keepOrigins(settings);
  const ready = keepReadiness({ log, records, folder: redisUrl === null ? data : null });
  const speech = openSpeech();
  const soon = untilAway(ready);
  const live: Live = openLive(http, {
    hosts,
    rules,
    relays: stores.relays ?? { crowd: alone, presence: alone },
    passes,
    speech,
    exists,
    fromHere: (handshake) => fromHere(handshake, 'live connection'),
    webSocketOnly: redisUrl !== null,
    report: (error) => void report(error, 'live'),
    answered: measures.answered
  });
  const stopWatching = watchForJumps(live.clockJumped);

  return {
    at: (address) => ({
      accounts: tellingAccounts(accounts.at(networkOf(address)), soon),
      links: { ...links, make: refusing(links.make) },
      gatherings: pacedForms(speech, tellingGatherings(gatherings.at(networkOf(address)), soon)),
      commons,
      ballots: pacedTickets(speech, ballots),
      addresses: () => (origin === null ? addressesOf(http) : [origin]),
      pass: soon(async (surface, id, cookie) => {
        const pass = await passes.on(surface, id, cookie);
        if (!pass || (await gatherings.at(networkOf(address)).whyOut(pass))) return null;
        gatherings.told(networkOf(address), id);
        return pass;
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
      // Pages that are being answered get a moment, connections that only keep themselves warm do not hold us up.
      const impatient = setTimeout(() => http.closeAllConnections(), LAST_ANSWERS_MS);
      // First, so that whoever waits for an answer from a box is told to ask again.
      ballots.close();
      stopWatching();
      await live.close();
      clearTimeout(impatient);
      measures.close();
      await hosts.close();
      await workshop.close();
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
  setUp: refusing(accounts.setUp),
  signIn: refusing(accounts.signIn),
  invite: refusing(accounts.invite),
  changePassword: refusing(accounts.changePassword)
});

const tellingGatherings = (gatherings: Gatherings, soon: Soon): Gatherings => ({
  ...gatherings,
  view: soon(gatherings.view),
  convene: refusing(gatherings.convene),
  join: refusing(gatherings.join),
  offer: refusing(gatherings.offer),
  acceptOffer: refusing(gatherings.acceptOffer),
  say: refusing(gatherings.say),
  publish: refusing(gatherings.publish)
});

/** By their hashes, so that the time it takes tells nothing of the token. */
const isToken = (given: string | null, wanted: string | null): boolean =>
  given !== null && wanted !== null && hashOf(given) === hashOf(wanted);
