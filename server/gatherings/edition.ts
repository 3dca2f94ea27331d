import { GATHERING, roomOf, ruleOf, type Ledger, type Rules } from '#gathering/ledger.ts';
import { planned } from '#gathering/agenda.ts';
import type { Host } from '#gathering/host.ts';
import type { HarvestBlock } from '#harvest/blocks.ts';
import { DATA_LICENCE, SCHEMA_VERSION, type Edition, type SeenBlock } from '#harvest/document.ts';
import about from '../../package.json' with { type: 'json' };

/** What the gathering leaves behind, as it would be published now: words where the log holds references. */
export function draftOf(gathering: string, host: Host, rules: Rules, now: number): Edition {
  const ledger = host.ledger();
  const { title, place, licence, convenedAt, edition } = ledger.gathering;
  const seen = host.words({ title, place }) as { title: string | null; place: string | null };
  const name = seen.title ?? gathering;
  return {
    schemaVersion: SCHEMA_VERSION,
    generator: `Plenary ${about.version}`,
    id: gathering,
    slug: edition ?? slugOf(name, gathering),
    version: 1,
    title: name,
    summary: null,
    gathering: { name, date: dayOf(convenedAt), place: seen.place, language: 'en', people: peopleIn(ledger) },
    licence,
    dataLicence: DATA_LICENCE,
    attribution: seen.place ? `${name}, ${seen.place}` : name,
    publishedAt: new Date(now).toISOString(),
    blocks: host.words(blocksOf(ledger, rules)) as SeenBlock[]
  };
}

/** In the order of the agenda. Each method leaves out what must not be kept. */
function blocksOf(ledger: Ledger, rules: Rules): HarvestBlock[] {
  return planned(ledger.gathering).flatMap(([activity]) => {
    const rule = activity === GATHERING ? null : ruleOf(ledger, activity, rules);
    return rule ? rule.method.harvest(rule.state, roomOf(ledger)) : [];
  });
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

/** The day on the calendar of the place where this runs. */
function dayOf(at: number): string {
  const day = new Date(at);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
