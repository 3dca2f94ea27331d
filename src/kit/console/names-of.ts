import { cleanLine } from '#contract/clean-text.ts';
import { words } from '../words/people.ts';

type Named = { readonly name: string | null; readonly order: number };

/**
 * The names of people on facilitators' screens and sheets: real names, even where the board shows none, because
 * facilitators sit in the same room. People who joined later with the same name get a number: “Maria”, “Maria · 2nd”.
 * The number of a person who left is not reused, so that nobody's name changes.
 */
export function namesOf(people: Readonly<Record<string, Named>>): (person: string) => string {
  const alike = new Map<string, Map<string, number>>();
  for (const [person, { name }] of Object.entries(people).sort(([, one], [, other]) => one.order - other.order)) {
    if (name === null) continue;
    const same = alike.get(comparableName(name)) ?? new Map<string, number>();
    alike.set(comparableName(name), same.set(person, same.size + 1));
  }
  return (person) => {
    const { name = null, order = 0 } = people[person] ?? {};
    if (name === null) return words.guest(order);
    const nth = alike.get(comparableName(name))?.get(person) ?? 1;
    return nth === 1 ? name : words.nth(name, nth);
  };
}

/** The same for names that a reader would take for the same: ignores case, width and invisible characters. */
export const comparableName = (name: string): string => visibleName(name).toLowerCase();

/** A name without invisible characters; its case stays. */
export const visibleName = (name: string): string =>
  cleanLine(name)
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/gu, ' ');
