import { isSending } from './enter-key.ts';

/** For a form around a text field: Enter sends it, Shift and Enter begin a new line. */
export function sendOnEnter(part: HTMLElement): () => void {
  const hear = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLTextAreaElement) || !isSending(event)) return;
    event.preventDefault();
    event.target.form?.requestSubmit();
  };
  part.addEventListener('keydown', hear);
  return () => part.removeEventListener('keydown', hear);
}
