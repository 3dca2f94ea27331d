import { countedRoster } from '#gathering/counted-roster.ts';
import { goesOn, type Ledger, type Rules } from '#gathering/ledger.ts';
import { plannedActivities } from '#gathering/planned-activities.ts';
import { heldTimesOf } from '#gathering/held-times.ts';
import type { Host } from '#gathering/host.ts';
import type { Vault, WrittenText } from '#gathering/ports.ts';
import type { GatheringState } from '#gathering/state.ts';
import type { Unkept } from '#contract/method.ts';
import type { Seen } from '#contract/typed-text.ts';
import { heldTimes } from '#harvest/held-times.ts';
import { DATA_LICENCE, SCHEMA_VERSION, type Edition, type SeenBlock } from '#harvest/document.ts';
import { textsIn } from '#gathering/validate.ts';
import { isEdition } from '#harvest/edition-schema.ts';
import { noteAddress } from '#contract/note-address.ts';
import { addressed, addressesIn } from '#harvest/note-addresses.ts';
import { APPENDIX, withAppendix } from '#harvest/appendix.ts';
import { arranged } from '#harvest/arranged.ts';
import { tablePartsOf } from '#harvest/coverage.ts';
import { audits, withHeard } from '#harvest/audited.ts';
import { corrected } from '#harvest/corrected.ts';
import { retitled } from '#harvest/retitled.ts';
import { splitApart } from '#harvest/split.ts';
import { standingBlock } from '#harvest/standing.ts';
import { tidied } from '#harvest/outline.ts';
import { withPictures, type BareBlock } from '#harvest/pictures.ts';
import { withTimes } from '#harvest/table.ts';
import { worded } from '#harvest/worded.ts';
import { lessHeard } from '#kit/likeness/less-heard.ts';
import { harvestWordsOf } from '#methods/index.ts';
import { harvest } from '#words/index.ts';
import { readEdition, type EditionTexts, type KeptEdition } from '../commons/kept-edition.ts';
import { streamOf } from '../hosting/hosted-gatherings.ts';
import { answersIn, correctionsIn, goneFrom } from './answers.ts';
import { arrangementOf, splitsOf, titlesOf } from './harvest-arrangement.ts';
import { illustrated } from './edition-pictures.ts';
import { isPlayed, simulatedTexts, withoutNotesOf } from './simulated-texts.ts';
import { slugOf } from './slug.ts';
import about from '../../package.json' with { type: 'json' };

/** What an edition is made from, beside the gathering's host. `merged`: what pieces of several people come to. */
export type Sources = { vault: Vault; rules: Rules; now(): number; merged: EditionTexts['merged'] };

/**
 * `isAudited`: with what each summary leaves out, which only those who lead read before it is published. `summary`: of the
 * whole edition, where it is not the one that was published last.
 */
type Asked = { isAudited?: boolean; summary?: string | null | undefined };

/** What the gathering leaves behind, as it is kept, and the words and photos to be stored with it. */
export async function keepable(
  gathering: string,
  host: Host,
  { vault, rules, now }: Omit<Sources, 'merged'>,
  { isAudited = true, summary }: Asked = {}
): Promise<{ kept: KeptEdition; texts: WrittenText[] }> {
  const stream = streamOf(gathering);
  const unkept = await simulatedTexts(host.ledger(), stream, vault);
  const place = { vault, stream, slug: slugFor(gathering, host), unkept };
  const left = harvestByActivity(host, rules);
  const all = left.flatMap(({ blocks }) => blocks);
  const { blocks, photos } = await illustrated(withoutNotesOf(all, unkept), place);
  const told = frameOf(gathering, host, rules, now());
  const frame = summary === undefined ? told : { ...told, summary };
  const activityOf = activitiesOf(left);
  const audit = isAudited && { summary: frame.summary, activityOf };
  const wrote = finished(blocks, host);
  const printed = inOrder(wrote, host, rules, audit);
  const { imprint } = host.ledger().gathering;
  const kept = {
    ...frame,
    ...(imprint && { title: imprint.title, summary: summary === undefined ? imprint.summary : summary }),
    blocks: printed,
    tableParts: tablePartsOf(wrote, printed, activityOf)
  };
  const words = await vault.get(stream, [...textsIn([kept.title, kept.summary, kept.blocks]).difference(unkept)]);
  // They belong to no person here: the gathering's own stream tells whose they are.
  const texts = [...words].map(([id, words]): WrittenText => ({ id, owner: null, words }));
  return { kept, texts: [...texts, ...photos] };
}

/** As it would be published now; null where readers could not open it. */
export async function nextEdition(
  gathering: string,
  host: Host,
  sources: Sources,
  asked: Asked = {}
): Promise<Edition | null> {
  const { kept, texts } = await keepable(gathering, host, sources, asked);
  const words = new Map(texts.map(({ id, words }) => [id, words]));
  const present = async () => new Set(words.keys());
  const edition = await readEdition(kept, { get: async () => words, present, merged: sources.merged });
  const version = host.ledger().gathering.editions + 1;
  return edition && { ...edition, version, publishedAt: new Date(sources.now()).toISOString() };
}

/**
 * Whether readers could open the edition. It is told without the photos, whose shape is our own: reading them all from
 * the vault is most of what an edition costs.
 */
export function isReadable(gathering: string, host: Host, rules: Rules): boolean {
  const told = finished(withPictures(harvestOf(host, rules), new Map()), host);
  const frame = frameOf(gathering, host, rules, 0);
  const canRead = (blocks: readonly SeenBlock[]) =>
    isEdition({ ...frame, blocks: tidied(host.words(blocks) as SeenBlock[]) });
  // Only what can be read can be put in order.
  return canRead(told) && canRead(inOrder(told, host, rules, false));
}

/** Blocks with the words of their methods and the clocks of the place. What people typed is passed on as it stands. */
const finished = (blocks: readonly SeenBlock[], host: Host): SeenBlock[] => {
  const { gathering } = host.ledger();
  const { timeZone } = heldTimesOf(gathering);
  const mended = corrected(splitApart(blocks, splitsOf(gathering)), correctionsIn(gathering));
  const told = worded(
    mended.map((block) => withTimes(block, timeZone)),
    harvestWordsOf
  );
  return withAppendix(retitled(told, titlesOf(gathering)), gathering.appendix, harvest);
};

/** What an edition is held against its notes for; false where it is not. */
type Audit = { summary: string | null; activityOf: (block: string) => string } | false;

/**
 * As those who lead sorted the notes, and how people answered afterwards. What each summary leaves out takes
 * milliseconds for each of them, so it is told only where it is printed.
 */
function inOrder(blocks: readonly SeenBlock[], host: Host, rules: Rules, audit: Audit): SeenBlock[] {
  const ledger = host.ledger();
  const sorted = arranged(blocks, arrangementOf(ledger.gathering), harvest);
  const read = () => host.words(sorted) as SeenBlock[];
  const told = audit && audits({ ...audit, blocks: sorted, read: read(), wrote: blocks }, lessHeard, harvest);
  const standing = standingBlock(answersIn(ledger, rules, peopleIn(ledger), addressesIn(sorted).length), harvest);
  const audited = sorted.map((block) =>
    block.kind === 'outline' && told
      ? { ...block, figures: [...block.figures, ...(told.inBlocks.get(block.id) ?? [])] }
      : block
  );
  // The appendix is read last.
  const all = [...audited, ...(standing ? [standing] : [])].sort(
    (one, other) => Number(one.id === APPENDIX) - Number(other.id === APPENDIX)
  );
  return withHeard(all, told ? told.edition : null);
}

/** By the id of a block; empty for those that the edition writes of itself. */
export function activitiesOf(
  left: readonly { activity: string; blocks: readonly { id: string }[] }[]
): (block: string) => string {
  const activities = new Map(left.flatMap(({ activity, blocks }) => blocks.map(({ id }) => [id, activity])));
  return (block) => activities.get(block) ?? '';
}

/** All but the blocks. `at`: when it is published, in milliseconds since 1970; what the ledger says of it comes first. */
function frameOf(gathering: string, host: Host, rules: Rules, at: number): Omit<Edition, 'blocks'> {
  const ledger = host.ledger();
  const { title, place, licence, imprint, editions } = ledger.gathering;
  const seen = host.words({ title, place, imprint }) as Seen<Pick<GatheringState, 'title' | 'place' | 'imprint'>>;
  const name = seen.title ?? gathering;
  const { hidden, waiting } = unkeptIn(ledger, rules);
  const unshown = goesOn(ledger) ? 0 : hidden + waiting;
  return {
    schemaVersion: SCHEMA_VERSION,
    generator: `Plenary ${about.version}`,
    id: gathering,
    slug: slugFor(gathering, host),
    version: Math.max(1, editions),
    title: seen.imprint?.title ?? (goesOn(ledger) ? harvest.draftOf(name) : name),
    summary: seen.imprint?.summary ?? null,
    gathering: {
      name,
      held: heldTimes(heldTimesOf(ledger.gathering)),
      place: seen.place,
      language: 'en',
      people: peopleIn(ledger),
      rehearsal: isPlayed(ledger)
    },
    licence,
    dataLicence: DATA_LICENCE,
    attribution: harvest.by(name, seen.place),
    publishedAt: new Date(imprint?.at ?? at).toISOString(),
    gone: goneFrom(ledger, rules),
    ...(unshown > 0 && { unshown })
  };
}

/** The address it was published under, or would be. */
export function slugFor(gathering: string, host: Host): string {
  const { title, edition } = host.ledger().gathering;
  return edition ?? slugOf((host.words(title) as string | null) ?? gathering, gathering);
}

/**
 * What each activity leaves behind, in the order of the agenda. Each method leaves out what must not be stored.
 * References stand where the type says that words do: nothing reads them before {@link readEdition} has put the words
 * there.
 */
export const harvestOf = (host: Host, rules: Rules, roster = countedRoster(host.ledger())): BareBlock[] =>
  harvestByActivity(host, rules, roster).flatMap(({ blocks }) => blocks);

/** The same, by the activity that left it. */
export function harvestByActivity(
  host: Host,
  rules: Rules,
  roster = countedRoster(host.ledger())
): { activity: string; blocks: BareBlock[] }[] {
  const ledger = host.ledger();
  const isDraft = goesOn(ledger);
  return plannedActivities(ledger, rules).map(({ activity, method, state }) => {
    const left = method.harvest(state, roster, isDraft) as unknown as BareBlock[];
    return { activity, blocks: left.map((block) => addressed(block, (note) => noteAddress(activity, note))) };
  });
}

/** Of all activities. */
export function unkeptIn(ledger: Ledger, rules: Rules): Unkept {
  const roster = countedRoster(ledger);
  const each = plannedActivities(ledger, rules).flatMap(({ method, state }) => method.unkept?.(state, roster) ?? []);
  const sum = (of: keyof Unkept) => each.reduce((before, unkept) => before + unkept[of], 0);
  return { hidden: sum('hidden'), waiting: sum('waiting') };
}

/** Simulated people count only where the whole gathering is a rehearsal. */
function peopleIn(ledger: Ledger): number {
  const played = isPlayed(ledger);
  return Object.values(ledger.gathering.people).filter(({ rehearsed }) => played || !rehearsed).length;
}
