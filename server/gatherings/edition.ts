import { GATHERING, rosterOf, ruleOf, type Ledger, type Rules } from '#gathering/ledger.ts';
import { planned } from '#gathering/agenda.ts';
import { heldTimesOf } from '#gathering/held-times.ts';
import type { Host } from '#gathering/host.ts';
import type { Vault, WrittenText } from '#gathering/ports.ts';
import type { GatheringState } from '#gathering/state.ts';
import type { Roster } from '#contract/method.ts';
import type { Seen } from '#contract/typed-text.ts';
import { heldTimes } from '#harvest/held-times.ts';
import { DATA_LICENCE, SCHEMA_VERSION, type Edition, type SeenBlock } from '#harvest/document.ts';
import { isEdition } from '#harvest/edition-schema.ts';
import { noteAddress } from '#harvest/note-address.ts';
import { addressed } from '#harvest/note-addresses.ts';
import { tidied } from '#harvest/outline.ts';
import { withPictures, type BareBlock } from '#harvest/pictures.ts';
import { withTimes } from '#harvest/table.ts';
import { worded } from '#harvest/worded.ts';
import { harvestWordsOf } from '#methods/index.ts';
import { harvest } from '#words/index.ts';
import { streamOf } from '../hosting/hosted-gatherings.ts';
import { illustrated } from './edition-pictures.ts';
import about from '../../package.json' with { type: 'json' };

/** What an edition is made from, beside the gathering's host. */
export type Sources = { vault: Vault; rules: Rules; now(): number };

/**
 * What the gathering leaves behind, with words where the log holds references: as it was published, or, before that, as
 * it would be published now. `photos`: those that the edition shows, to be stored with it.
 */
export async function editionOf(
  gathering: string,
  host: Host,
  { vault, rules, now }: Sources
): Promise<{ edition: Edition; photos: WrittenText[] }> {
  const place = { vault, stream: streamOf(gathering), slug: slugFor(gathering, host) };
  const { blocks, photos } = await illustrated(harvestOf(host, rules), place);
  return { edition: documentOf(gathering, host, blocks, now()), photos };
}

/**
 * Whether readers could open the edition. It is told without the photos, whose shape is our own: reading them all from
 * the vault is most of what an edition costs.
 */
export const isReadable = (gathering: string, host: Host, rules: Rules): boolean =>
  isEdition(documentOf(gathering, host, withPictures(harvestOf(host, rules), new Map()), 0));

/** `at`: when it is published, in milliseconds since 1970; what the ledger says of it comes first. */
function documentOf(gathering: string, host: Host, blocks: readonly SeenBlock[], at: number): Edition {
  const ledger = host.ledger();
  const { title, place, licence, imprint, rehearsal } = ledger.gathering;
  const seen = host.words({ title, place, imprint }) as Seen<Pick<GatheringState, 'title' | 'place' | 'imprint'>>;
  const name = seen.title ?? gathering;
  const held = heldTimesOf(ledger.gathering);
  const tidy = tidied(blocks).map((block) => withTimes(block, held.timeZone));
  return {
    schemaVersion: SCHEMA_VERSION,
    generator: `Plenary ${about.version}`,
    id: gathering,
    slug: slugFor(gathering, host),
    version: 1,
    title: seen.imprint?.title ?? name,
    summary: seen.imprint?.summary ?? null,
    gathering: {
      name,
      held: heldTimes(held),
      place: seen.place,
      language: 'en',
      people: peopleIn(ledger),
      rehearsal
    },
    licence,
    dataLicence: DATA_LICENCE,
    attribution: harvest.by(name, seen.place),
    publishedAt: new Date(imprint?.at ?? at).toISOString(),
    blocks: worded(tidy, harvestWordsOf)
  };
}

/** The address it was published under, or would be. */
export function slugFor(gathering: string, host: Host): string {
  const { title, edition } = host.ledger().gathering;
  return edition ?? slugOf((host.words(title) as string | null) ?? gathering, gathering);
}

/** What each block leaves behind, in the order of the agenda. Each method leaves out what must not be stored. */
function harvestOf(host: Host, rules: Rules): BareBlock[] {
  const ledger = host.ledger();
  const roster = countedRoster(ledger);
  return planned(ledger.gathering).flatMap(([activity]) => {
    const rule = activity === GATHERING ? null : ruleOf(ledger, activity, rules);
    if (!rule) return [];
    const left = host.words(rule.method.harvest(rule.state, roster)) as BareBlock[];
    return left.map((block) => addressed(block, (note) => noteAddress(activity, note)));
  });
}

/** In a rehearsal simulated people count; otherwise methods leave them out. */
function countedRoster(ledger: Ledger): Roster {
  const roster = rosterOf(ledger);
  if (!ledger.gathering.rehearsal) return roster;
  const people = Object.entries(roster.people).map(([id, person]) => [id, { ...person, rehearsed: false }] as const);
  return { people: Object.fromEntries(people) };
}

/** Simulated people count only where the whole gathering is a rehearsal. */
const peopleIn = ({ gathering }: Ledger) =>
  Object.values(gathering.people).filter(({ rehearsed }) => gathering.rehearsal || !rehearsed).length;

/** Readable, and never another gathering's: it ends with the beginning of the id. */
export function slugOf(title: string, gathering: string): string {
  const readable = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return [...(readable ? [readable] : []), gathering.slice(0, 8)].join('-');
}
