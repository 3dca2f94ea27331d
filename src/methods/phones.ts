import type { LoadPhone } from './surface-types.ts';

const found = import.meta.glob('./*/Phone.svelte') as Record<string, LoadPhone>;

/** The surface of phones, by method. A door of its own: a phone need not know where the files of a board lie. */
export const phones: Readonly<Record<string, LoadPhone>> = Object.fromEntries(
  Object.entries(found).map(([path, load]) => [path.split('/')[1] ?? '', load])
);
