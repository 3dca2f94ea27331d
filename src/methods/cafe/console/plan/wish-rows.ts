import type { PeopleSeen } from '#kit/console/person-choices.ts';
import { namesOf } from '#kit/console/names-of.ts';
import { consoleWords } from '../../words/console.ts';
import type { Act } from '../../command-types.ts';
import type { ConsoleSeen } from '../../views/console.ts';
import { tableNumber } from '../tables/table-status.ts';

export const KINDS = ['pin', 'together', 'apart', 'tag', 'language'] as const;
export type Kind = (typeof KINDS)[number];

/** A wish as it is read, and what takes it away. */
export type Wish = { key: string; says: string; drop(act: Act): Promise<boolean> };

export function wishesOf(view: ConsoleSeen, people: PeopleSeen): Wish[] {
  const words = consoleWords.wishes;
  const name = namesOf(people);
  const { pins, together, apart, tags, languages } = view.wishes;
  const names = (group: readonly string[]) => group.map(name).join(', ');
  return [
    ...Object.entries(pins).map(([person, table]) => ({
      key: `pin ${person}`,
      says: words.pinned(name(person), tableNumber(view, table)),
      drop: (act: Act) => act('pin', { person, table: null }, words.dropped)
    })),
    ...Object.entries(together).map(([wish, group]) => ({
      key: wish,
      says: words.together(names(group)),
      drop: (act: Act) => act('dropWish', { wish }, words.dropped)
    })),
    ...Object.entries(apart).map(([wish, group]) => ({
      key: wish,
      says: words.apart(names(group)),
      drop: (act: Act) => act('dropWish', { wish }, words.dropped)
    })),
    ...Object.entries(tags).map(([person, tag]) => ({
      key: `tag ${person}`,
      says: words.tagged(name(person), tag),
      drop: (act: Act) => act('tag', { person, tag: null }, words.dropped)
    })),
    ...Object.entries(languages).map(([person, language]) => ({
      key: `language ${person}`,
      says: words.speaks(name(person), language),
      drop: (act: Act) => act('speak', { person, language: null }, words.dropped)
    }))
  ];
}
