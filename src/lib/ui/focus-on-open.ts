import { firstField } from './opened-form.ts';

/**
 * For what folds around a form: the press that opens it goes to its first field, too, so that nobody taps twice. All in
 * the press itself: a phone shows its keyboard for nothing else.
 */
export function focusOnOpen(fold: HTMLDetailsElement): () => void {
  const hear = (event: MouseEvent) => {
    const summary = event.target instanceof Element ? event.target.closest('summary') : null;
    if (fold.open || summary?.parentElement !== fold) return;
    event.preventDefault();
    fold.open = true;
    firstField(fold)?.focus();
  };
  fold.addEventListener('click', hear);
  return () => fold.removeEventListener('click', hear);
}
