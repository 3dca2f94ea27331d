import { isRefusal, refuse, type Actor, type Refusal } from '#contract/method.ts';
import { clean } from '#contract/clean-text.ts';
import type { Held } from '#gathering/state.ts';
import type { Host } from '#gathering/host.ts';
import { GATHERING } from '#gathering/ledger.ts';
import type { Log } from '#gathering/ports.ts';
import { newId } from '../access/ids.ts';
import type { Catalogue } from '../commons/catalogue.ts';
import { editionStream, type KeptEdition } from '../commons/kept-edition.ts';
import { isReadable, keepable, slugFor, type Sources } from './edition.ts';
import { forgetUnnamed } from './forget-unnamed.ts';
import { forgetLeftOut } from './forget-left-out.ts';
import { forgetTakenBack } from './forget-taken-back.ts';
import { submitWithRetry, isFormDevice } from './submit-form.ts';

export type Publishing = Sources & { log: Log; catalogue: Catalogue };

/**
 * Publishes an edition of a gathering; `after` is how many the sender saw before it. The gathering's own log decides who publishes, and under which title: of two
 * who press at once, the second is refused. Everything after that follows from the ledger alone, so that after a crash
 * {@link materializeEdition} goes on from there, on any node.
 */
export async function publish(
  at: Publishing,
  gathering: string,
  host: Host,
  by: Actor,
  form: { device: string; title: string; summary: string; held?: Held | undefined; after: number }
): Promise<{ slug: string } | Refusal> {
  if (!isFormDevice(form.device)) return refuse('not-understood');
  // Before the ledger decides: an edition that readers cannot open would be announced, and never found.
  if (!isReadable(gathering, host, at.rules)) return refuse('edition-unreadable');
  const edition = slugFor(gathering, host);
  const summary = clean(form.summary) === '' ? null : form.summary;
  const input = { edition, title: form.title, summary, held: form.held ?? null, after: form.after };
  const say = { device: form.device, n: 1, settled: 0, activity: GATHERING, command: 'publish', input };
  const answer = await submitWithRetry(host, say, by);
  if (isRefusal(answer)) return answer;
  await materializeEdition(at, gathering, host);
  return { slug: edition };
}

/** What is being written for a gathering, and what begins after it. */
type Work = { now: Promise<void>; next: Promise<void> | null };
const underWay = new WeakMap<Host, Work>();

/**
 * Writes the edition that the ledger speaks of, with its photos, as one batch; then lists it in the catalogue. Called
 * again, it changes nothing. Called while it is at work, as by `publish` and by the node that follows the gathering, it
 * goes over it once more afterwards, for all who called: the ledger may speak of a later edition by then.
 */
export function materializeEdition(at: Publishing, gathering: string, host: Host): Promise<void> {
  const begin = (): Promise<void> => {
    const now = write(at, gathering, host).finally(() => {
      if (underWay.get(host)?.next === null) underWay.delete(host);
    });
    underWay.set(host, { now, next: null });
    return now;
  };
  const work = underWay.get(host);
  return work ? (work.next ??= work.now.catch(() => {}).then(begin)) : begin();
}

async function write(at: Publishing, gathering: string, host: Host): Promise<void> {
  const { log, catalogue, now } = at;
  const { editions } = host.ledger().gathering;
  const slug = slugFor(gathering, host);
  const written = (await log.read(editionStream(slug), 0)).flatMap(({ batch }) => batch.events);
  // Another node may have been first. Of two that write it at once, the second gets a conflict, and then it is there.
  if (!written.some(({ data }) => (data as KeptEdition).version === editions)) {
    const { kept, texts } = await keepable(gathering, host, at);
    const event = { activity: 'edition', type: 'Written', v: 1, at: now(), data: kept };
    const batch = { id: newId(), events: [event], receipts: [] };
    await log.append(editionStream(slug), written.length, batch, texts);
  }
  await forgetUnnamed(slug, host, at.vault);
  // Before it is told anywhere that they are gone, and again where a crash came between.
  await forgetLeftOut(gathering, host, at);
  await forgetTakenBack(gathering, host, at);
  await catalogue.published(gathering, slug, editions);
}
