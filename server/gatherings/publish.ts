import { isRefusal, refuse, type Actor, type Refusal } from '#methods/method.ts';
import { clean } from '#methods/text.ts';
import type { Host } from '#gathering/host.ts';
import { GATHERING } from '#gathering/ledger.ts';
import type { Log } from '#gathering/ports.ts';
import type { Edition } from '#harvest/document.ts';
import { freshId } from '../chance.ts';
import type { Catalogue } from '../commons/catalogue.ts';
import { insist, isFormDevice } from './forms.ts';

export const editionStream = (slug: string): string => `edition:${slug}`;

type Publishing = { log: Log; catalogue: Catalogue };

/**
 * Closes the book in three steps that may each come twice: the document is written where nobody looks yet, the gathering says where it is, the
 * catalogue tells everybody. Cut short anywhere, the next try goes on from there, and nothing is ever public twice.
 */
export async function publish(
  at: Publishing,
  host: Host,
  by: Actor,
  form: { device: string; title: string; summary: string },
  draft: Edition
): Promise<{ slug: string } | Refusal> {
  const [title, summary] = [clean(form.title), clean(form.summary)];
  if (!isFormDevice(form.device)) return refuse('not-understood');
  if (title === '') return refuse('text-empty', { field: 'title' });
  if ([...title].length > 160 || [...summary].length > 4000) return refuse('text-too-long');
  const { phase, edition: published } = host.ledger().gathering;
  if (phase !== 'closed') return refuse('close-before-publishing');

  const { slug } = draft;
  if (published === null) await write(at.log, { ...draft, title, summary: summary || null });
  const say = {
    device: form.device,
    n: 1,
    settled: 0,
    activity: GATHERING,
    command: 'publish',
    input: { edition: slug }
  };
  const answer = await insist(host, say, by);
  if (isRefusal(answer)) return answer;
  await at.catalogue.published(draft.id, slug);
  return { slug };
}

/** A document from a try that was cut short stays when it is the same, else the newer one follows it. */
async function write(log: Log, edition: Edition): Promise<void> {
  for (;;) {
    const stream = editionStream(edition.slug);
    const written = (await log.read(stream, 0)).flatMap(({ batch }) => batch.events);
    if (sameBut(written.at(-1)?.data as Edition | undefined, edition)) return;
    const event = { activity: 'edition', type: 'Written', v: 1, at: Date.now(), data: edition };
    const batch = { id: freshId(), events: [event], receipts: [] };
    const appended = await log.append(stream, written.length, batch, []);
    if ('version' in appended) return;
  }
}

const sameBut = (before: Edition | undefined, after: Edition) =>
  before !== undefined &&
  JSON.stringify({ ...before, publishedAt: '' }) === JSON.stringify({ ...after, publishedAt: '' });
