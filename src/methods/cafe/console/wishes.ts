import type { PeopleSeen } from '../../shared/people/choices.ts';
import { namesOf } from '../../shared/people/names.ts';
import { consoleWords } from '../words/console.ts';
import type { ConsoleSeen } from '../seen.ts';
import { tableNumber } from './room.ts';

export const KINDS = ['pin', 'together', 'apart', 'tag', 'language'] as const;
export type Kind = (typeof KINDS)[number];

/** A wish as it is read, and the command that takes it away. */
export type Wish = { key: string; says: string; drop: [command: string, input: object] };

export function wishesOf(view: ConsoleSeen, people: PeopleSeen): Wish[] {
  const words = consoleWords.wishes;
  const name = namesOf(people);
  const { pins, together, apart, tags, languages } = view.wishes;
  const names = (group: readonly string[]) => group.map(name).join(', ');
  return [
    ...Object.entries(pins).map(([person, table]) => ({
      key: `pin ${person}`,
      says: words.pinned(name(person), tableNumber(view, table)),
      drop: ['pin', { person, table: null }] as [string, object]
    })),
    ...Object.entries(together).map(([wish, group]) => ({
      key: wish,
      says: words.together(names(group)),
      drop: ['dropWish', { wish }] as [string, object]
    })),
    ...Object.entries(apart).map(([wish, group]) => ({
      key: wish,
      says: words.apart(names(group)),
      drop: ['dropWish', { wish }] as [string, object]
    })),
    ...Object.entries(tags).map(([person, tag]) => ({
      key: `tag ${person}`,
      says: words.tagged(name(person), tag),
      drop: ['tag', { person, tag: null }] as [string, object]
    })),
    ...Object.entries(languages).map(([person, language]) => ({
      key: `language ${person}`,
      says: words.speaks(name(person), language),
      drop: ['speak', { person, language: null }] as [string, object]
    }))
  ];
}
