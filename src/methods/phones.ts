import type { LoadPhone } from './surface-types.ts';

const found = import.meta.glob('./*/Phone.svelte') as Record<string, LoadPhone>;

/**
 * The phone surface of each method. It is not in `surfaces.ts`, so that a phone does not load the paths of board and
 * console files.
 */
export const phones: Readonly<Record<string, LoadPhone>> = Object.fromEntries(
  Object.entries(found).map(([path, load]) => [path.split('/')[1] ?? '', load])
);
