import { tick } from 'svelte';
import type { Press } from '#contract/testing/scenes.ts';

/** Looks into every tab, unfolds everything, presses these, and answers with which of them there were. */
export async function pressAll(presses: readonly Press[]): Promise<Press[]> {
  const unfolded = new Set<HTMLDetailsElement>();
  const [first, ...others] = tabs();
  for (const tab of [...others, first]) {
    tab?.click();
    await unfold(unfolded);
  }
  const pressed: Press[] = [];
  for (const press of presses) {
    if (!pressOne(press)) continue;
    pressed.push(press);
    await unfold(unfolded);
  }
  return pressed;
}

export const tabs = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role="tab"]')];

function pressOne(press: Press): boolean {
  const [said, typed = null] = typeof press === 'string' ? [press] : press;
  const named = <One extends HTMLElement>(what: string) =>
    [...document.querySelectorAll<One>(what)].find(({ textContent }) => textContent.includes(said));
  if (typed === null) {
    const button = named('button') ?? named('details:not([open]) > summary');
    button?.click();
    return button !== undefined || named('summary') !== undefined;
  }
  const field = named<HTMLLabelElement>('label')?.control;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return false;
  field.value = typed;
  return field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Once each: what folds may be made only by unfolding another, and another may fold itself when one is unfolded. */
async function unfold(done: Set<HTMLDetailsElement>): Promise<void> {
  await tick();
  const closed = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
  const folds = closed.filter((fold) => !done.has(fold));
  if (folds.length === 0) return;
  for (const fold of folds) {
    fold.open = true;
    done.add(fold);
  }
  await new Promise(requestAnimationFrame);
  await unfold(done);
}
