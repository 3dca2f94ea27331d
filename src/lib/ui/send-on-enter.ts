import { isSending } from './enter-key.ts';

/** For a form around a text field: Enter sends it, Shift and Enter begin a new line. */
export function sendOnEnter(part: HTMLElement): () => void {
  const hear = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLTextAreaElement) || !isSending(event)) return;
    event.preventDefault();
    const { form } = event.target;
    // By its button, as a browser sends a form from a one-line field: the button holds a part of what is sent.
    form?.requestSubmit(form.querySelector<HTMLButtonElement>('[type=submit]'));
  };
  part.addEventListener('keydown', hear);
  return () => part.removeEventListener('keydown', hear);
}
