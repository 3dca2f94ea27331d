import { cleanLine } from '#contract/letters.ts';
import { words } from './words.ts';

type Named = { readonly name: string | null; readonly order: number };

/**
 * What those who lead call people, on every screen and sheet of theirs: by name, also where the board names nobody,
 * because they sit in the same room. Of several with the same name, whoever came later has a number: “Maria”, “Maria ·
 * 2nd”. Somebody who leaves takes their number along, so that nobody is called otherwise because another one went.
 */
export function namesOf(people: Readonly<Record<string, Named>>): (person: string) => string {
  const alike = new Map<string, Map<string, number>>();
  for (const [person, { name }] of Object.entries(people).sort(([, one], [, other]) => one.order - other.order)) {
    if (name === null) continue;
    const same = alike.get(looksLike(name)) ?? new Map<string, number>();
    alike.set(looksLike(name), same.set(person, same.size + 1));
  }
  return (person) => {
    const { name = null, order = 0 } = people[person] ?? {};
    if (name === null) return words.guest(order);
    const nth = alike.get(looksLike(name))?.get(person) ?? 1;
    return nth === 1 ? name : words.nth(name, nth);
  };
}

/** The same for names that one would read as the same: whatever their case, their width, and marks that do not show. */
export const looksLike = (name: string): string => plainly(name).toLowerCase();

/** Without what does not show; its case stays. */
export const plainly = (name: string): string =>
  cleanLine(name)
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/gu, ' ');
