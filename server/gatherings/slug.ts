import anyAscii from 'any-ascii';

const LETTERS_AT_MOST = 60;

/** Readable in Latin letters, whatever script it is in, and never another gathering's: it ends as the id begins. */
export function slugOf(title: string, gathering: string): string {
  const readable = anyAscii(title)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LETTERS_AT_MOST)
    .replace(/^-+|-+$/g, '');
  return [...(readable ? [readable] : []), endOf(gathering)].join('-');
}

/** Whether the editions of a gathering stand at this address, or could. */
export const isAddressOf = (slug: string, gathering: string): boolean =>
  slug === endOf(gathering) || slug.endsWith(`-${endOf(gathering)}`);

const endOf = (gathering: string): string => gathering.slice(0, 8);
