import type { SeenBlock, SeenBranch, SeenHead } from '#harvest/document.ts';
import { isFilled } from '#harvest/edition-schema.ts';
import { headOfBlock, shownInstead } from '#harvest/originals.ts';
import { headOf } from '#harvest/outline.ts';
import { askedIn, retitled, takesTitle } from '#harvest/retitled.ts';
import type { Desk } from '#server/edition-api.ts';
import { harvest } from '#words/index.ts';
import { titleOf, type GatheringSeen } from '../../steps.ts';
import { themesOf } from './desk-cards.ts';

/** A block or a heading that readers meet. */
export type Place = {
  place: string;
  /** What leads to it, and its own heading as readers meet it. No two have the same. */
  path: string;
  /** How many headings it stands under in its block. */
  depth: number;
  /** The words that a title takes the place of; null where none can be given. */
  original: string | null;
  /** The title it was given itself. */
  given: string | null;
  /** What the room was shown, where readers meet another heading. */
  told: string | null;
};
/** `folded`: there are many inside, and nothing is written there yet. */
export type PlaceOfBlock = Place & { inside: Place[]; folded: boolean };

const MANY = 7;

/** All that those who lead can say in short or give a title: themes first, then as the room went through the day. */
export function placesOf(places: Desk['places'], gathering: GatheringSeen): PlaceOfBlock[] {
  const { summaries } = gathering;
  const titles = Object.fromEntries(
    Object.entries(gathering.titles).flatMap(([at, title]) => (title === null ? [] : [[at, title]]))
  );
  const apart = createToldApart();
  const activities = new Set(places.map(({ activity }) => activity));
  const blocks = retitled(
    places.map(({ block }) => block),
    titles
  );
  return [...themes(), ...blocks.map((block, nth) => ofBlock(block, places[nth]?.activity ?? ''))];

  function themes(): PlaceOfBlock[] {
    const named = themesOf(gathering);
    if (named.length === 0) return [];
    const own = { depth: 0, original: null, given: null, told: null };
    const path = apart([harvest.outline.themes]);
    const inside = named.map(({ id, name }) => ({
      ...own,
      place: `themes/${id}`,
      path: apart([path, name]),
      depth: 1
    }));
    return [{ ...own, place: 'themes', path, inside, folded: false }];
  }

  function ofBlock(block: SeenBlock, activity: string): PlaceOfBlock {
    const above = activities.size > 1 ? [titleOf(gathering, activity)] : [];
    const own = placeOf(block.id, headOfBlock(block), above, 0);
    const inside = block.kind === 'outline' ? ofBranches(block.branches, block.id, own.path, 1) : [];
    const isWritten = ({ place }: Place) => Object.hasOwn(titles, place) || Object.hasOwn(summaries, place);
    return { ...own, inside, folded: inside.length >= MANY && !inside.some(isWritten) };
  }

  function ofBranches(branches: readonly SeenBranch[], block: string, above: string, depth: number): Place[] {
    return branches.flatMap(({ id, head, branches = [] }) => {
      const own = placeOf(`${block}/${id}`, head, [above], depth);
      return [own, ...ofBranches(branches, block, own.path, depth + 1)];
    });
  }

  function placeOf(place: string, head: SeenHead, above: readonly string[], depth: number): Place {
    return {
      place,
      path: apart([...above, headOf({ head }, harvest)]),
      depth,
      original: takesTitle(head) ? replacedIn(head) : null,
      given: titles[place] ?? null,
      told: shownInstead(head, harvest)?.told ?? null
    };
  }
}

/** Whether the headings of a block are shown, as it was when they were first seen: nothing opens or closes under a hand. */
export function openAsFirstSeen(): (block: PlaceOfBlock) => boolean {
  const seen = new Map<string, boolean>();
  return ({ place, folded }) => {
    const isOpen = seen.get(place) ?? !folded;
    seen.set(place, isOpen);
    return isOpen;
  };
}

/** A table or a round keeps its number: a title stands beside it, in place of what was asked there. */
function replacedIn({ retitled: _retitled, ...head }: SeenHead): string {
  const asked = askedIn(head);
  if (asked !== undefined) return asked ?? '';
  return isFilled(head) && head.kind !== 'theme' ? '' : headOf({ head }, harvest);
}

/** A number tells those apart that are called the same. */
function createToldApart(): (path: readonly string[]) => string {
  const known = new Set<string>();
  return (path) => {
    const said = path.join(' › ');
    let [told, nth] = [said, 1];
    while (known.has(told)) told = `${said} (${(nth += 1)})`;
    known.add(told);
    return told;
  };
}
