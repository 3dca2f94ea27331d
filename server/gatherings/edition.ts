import { GATHERING, rosterOf, ruleOf, type Ledger, type Rules } from '#gathering/ledger.ts';
import { planned } from '#gathering/agenda.ts';
import { heldIn } from '#gathering/held.ts';
import type { Host } from '#gathering/host.ts';
import type { Vault, WrittenText } from '#gathering/ports.ts';
import type { GatheringState } from '#gathering/state.ts';
import type { Roster } from '#contract/method.ts';
import type { Seen } from '#contract/text.ts';
import type { HarvestBlock } from '#contract/blocks.ts';
import { heldTimes } from '#harvest/held.ts';
import { DATA_LICENCE, SCHEMA_VERSION, type Edition } from '#harvest/document.ts';
import { tidied } from '#harvest/outline.ts';
import type { BareBlock } from '#harvest/pictures.ts';
import { harvest } from '#words/index.ts';
import { streamOf } from '../hosting/hosts.ts';
import { illustrated } from './pictures.ts';
import about from '../../package.json' with { type: 'json' };

export type Sources = { vault: Vault; rules: Rules; now(): number };

/**
 * What the gathering leaves behind, with words where the log holds references: as it was published, or, before that, as
 * it would be published now. With it the photos to be kept beside it.
 */
export async function editionOf(
  gathering: string,
  host: Host,
  { vault, rules, now }: Sources
): Promise<{ edition: Edition; photos: WrittenText[] }> {
  const ledger = host.ledger();
  const { title, place, licence, imprint, rehearsal } = ledger.gathering;
  const seen = host.words({ title, place, imprint }) as Seen<Pick<GatheringState, 'title' | 'place' | 'imprint'>>;
  const name = seen.title ?? gathering;
  const slug = slugFor(gathering, host);
  const bare = host.words(blocksOf(ledger, rules)) as BareBlock[];
  const { blocks, photos } = await illustrated(bare, { vault, stream: streamOf(gathering), slug });
  const edition: Edition = {
    schemaVersion: SCHEMA_VERSION,
    generator: `Plenary ${about.version}`,
    id: gathering,
    slug,
    version: 1,
    title: seen.imprint?.title ?? name,
    summary: seen.imprint?.summary ?? null,
    gathering: {
      name,
      held: heldTimes(heldIn(ledger.gathering)),
      place: seen.place,
      language: 'en',
      people: peopleIn(ledger),
      rehearsal
    },
    licence,
    dataLicence: DATA_LICENCE,
    attribution: harvest.by(name, seen.place),
    publishedAt: new Date(imprint?.at ?? now()).toISOString(),
    blocks: blocks.map(tidied)
  };
  return { edition, photos };
}

/** The address it was published under, or would be. */
export function slugFor(gathering: string, host: Host): string {
  const { title, edition } = host.ledger().gathering;
  return edition ?? slugOf((host.words(title) as string | null) ?? gathering, gathering);
}

/** In the order of the agenda. Each method leaves out what must not be kept. */
function blocksOf(ledger: Ledger, rules: Rules): HarvestBlock[] {
  const roster = countedRoster(ledger);
  return planned(ledger.gathering).flatMap(([activity]) => {
    const rule = activity === GATHERING ? null : ruleOf(ledger, activity, rules);
    return rule ? rule.method.harvest(rule.state, roster) : [];
  });
}

/** In a rehearsal everybody counts; otherwise methods leave simulated people out. */
function countedRoster(ledger: Ledger): Roster {
  const roster = rosterOf(ledger);
  if (!ledger.gathering.rehearsal) return roster;
  const people = Object.entries(roster.people).map(([id, person]) => [id, { ...person, rehearsed: false }] as const);
  return { people: Object.fromEntries(people) };
}

/** Rehearsed people count only where the whole gathering is a rehearsal. */
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
