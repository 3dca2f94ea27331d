import { phones } from './phones.ts';
import type { Surfaces } from './surface-types.ts';

/** The surface that is no component: a list, which the console draws. */
const NAMES: Readonly<Record<string, string>> = { 'person-actions.ts': 'PersonActions' };

/**
 * By method. Vite finds the files by their names, so a method needs no line here; `tests/method-folders.test.ts` names
 * a missing one. These props are not compared with what a component takes: the server sends each surface the view that
 * its method made for it.
 */
export const surfaces: Readonly<Record<string, Surfaces>> = byMethod(
  import.meta.glob(['./*/{Board,BoardText,Console,SetUp,Print}.svelte', './*/person-actions.ts'])
);

function byMethod(found: Record<string, () => Promise<unknown>>): Record<string, Surfaces> {
  const surfaces: Record<string, Record<string, unknown>> = {};
  for (const [path, load] of Object.entries(found)) {
    const [, method = '', file = ''] = path.split('/');
    (surfaces[method] ??= { Phone: phones[method] })[NAMES[file] ?? file.replace('.svelte', '')] = load;
  }
  return surfaces as Record<string, Surfaces>;
}
