import { isRefusal, refuse, type Actor, type Refusal } from '#contract/method.ts';
import { clean } from '#contract/letters.ts';
import type { Held } from '#gathering/state.ts';
import type { Host } from '#gathering/host.ts';
import { GATHERING } from '#gathering/ledger.ts';
import type { Log } from '#gathering/ports.ts';
import { newId } from '../access/ids.ts';
import type { Catalogue } from '../commons/catalogue.ts';
import { isEdition } from '#harvest/document.ts';
import { editionOf, slugFor, type Sources } from './edition.ts';
import { submitWithRetry, isFormDevice } from './forms.ts';

export const editionStream = (slug: string): string => `edition:${slug}`;

export type Publishing = Sources & { log: Log; catalogue: Catalogue };

/**
 * Closes the book. The gathering's own log decides who publishes, under which title: of two who press at once, the
 * second is told. Everything after that follows from the ledger, so that a start that was cut short is finished by
 * whoever looks next.
 */
export async function publish(
  at: Publishing,
  gathering: string,
  host: Host,
  by: Actor,
  form: { device: string; title: string; summary: string; held?: Held | undefined }
): Promise<{ slug: string } | Refusal> {
  if (!isFormDevice(form.device)) return refuse('not-understood');
  // What nobody can read would be announced, and never found.
  if (!isEdition((await editionOf(gathering, host, at)).edition)) return refuse('edition-unreadable');
  const edition = slugFor(gathering, host);
  const summary = clean(form.summary) === '' ? null : form.summary;
  const input = { edition, title: form.title, summary, held: form.held ?? null };
  const say = { device: form.device, n: 1, settled: 0, activity: GATHERING, command: 'publish', input };
  const answer = await submitWithRetry(host, say, by);
  if (isRefusal(answer)) return answer;
  await materializeEdition(at, gathering, host);
  return { slug: edition };
}

/**
 * Writes the document the ledger speaks of, with its photos, as one; then tells the catalogue. Both may come twice and
 * happen once.
 */
export async function materializeEdition(at: Publishing, gathering: string, host: Host): Promise<void> {
  const { log, catalogue, now } = at;
  const { edition, photos } = await editionOf(gathering, host, at);
  const event = { activity: 'edition', type: 'Written', v: 1, at: now(), data: edition };
  await log.append(editionStream(edition.slug), 0, { id: newId(), events: [event], receipts: [] }, photos);
  await catalogue.published(gathering, edition.slug);
}
