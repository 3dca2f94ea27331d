import { sortedNotes } from '#gathering/sorted-notes.ts';
import type { GroupingCard, Section } from '#kit/console/grouping/piles.ts';
import type { DeskNote } from '#server/edition-api.ts';
import type { GatheringSeen } from '../../steps.ts';
import { cardsOf, keptNotes, sectionsOf } from './desk-cards.ts';

type Folded = Readonly<Record<string, readonly string[]>>;

/** What a desk of hundreds of notes is drawn from. A note that moves makes no card anew, and is the only one drawn. */
export class DeskSections {
  readonly #order;
  /** As text: it is the same as before unless a note was folded or taken apart. */
  readonly #folded;
  readonly #cards;
  readonly #sections;

  constructor(notes: () => readonly DeskNote[], gathering: () => GatheringSeen, photoAt: (photo: string) => string) {
    const keep = cardKeeper();
    this.#order = $derived(sortedNotes(gathering()));
    this.#folded = $derived(JSON.stringify(this.#order.folded));
    this.#cards = $derived(
      keep(cardsOf(keptNotes(notes(), gathering()), JSON.parse(this.#folded) as Folded, gathering(), photoAt))
    );
    this.#sections = $derived(sectionsOf(this.#cards, this.#order));
  }

  get all(): Section[] {
    return this.#sections;
  }
}

/** Gives the card that was given before where nothing of it changed, so that a correction of one note draws only that. */
function cardKeeper(): (cards: Map<string, GroupingCard>) => Map<string, GroupingCard> {
  let known = new Map<string, { told: string; card: GroupingCard }>();
  return (cards) => {
    const before = known;
    known = new Map(
      [...cards].map(([note, card]) => {
        const told = JSON.stringify(card);
        const same = before.get(note);
        return [note, same?.told === told ? same : { told, card }];
      })
    );
    return new Map([...known].map(([note, { card }]) => [note, card]));
  };
}
