/**
 * The button that was pressed last. The focused element would not do: a button that its form replaces has lost the
 * focus, and Safari gives a pressed button none.
 */
let pressed: Element | null = null;
if (typeof document !== 'undefined') {
  document.addEventListener(
    'click',
    ({ target }) => {
      pressed = target instanceof Element ? target.closest('button, summary, a') : null;
    },
    { capture: true }
  );
}

export const lastPressed = (): Element | null => pressed;

/** Whether the last press was on a button of this part, even if that button is gone now. */
export const wasPressedIn = (part: Element): boolean => pressed !== null && part.contains(pressed);
