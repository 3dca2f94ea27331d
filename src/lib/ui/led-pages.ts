import { getContext, setContext } from 'svelte';

/** How those who lead turn what a board shows page by page: `held`, nothing turns by itself; `turn` counts on and back. */
export type LedPages = { readonly held: boolean; readonly turn: number };

const HERE = Symbol('pages');
const UNLED: LedPages = { held: false, turn: 0 };

/**
 * Leads the pages inside this component, so that methods pass nothing on. Nothing comes back: boards of another size
 * have other pages, and none of them is the right one.
 */
export const providePages = (pages: () => LedPages): void => void setContext(HERE, pages);
export const providedPages = (): (() => LedPages) => getContext<(() => LedPages) | undefined>(HERE) ?? (() => UNLED);
