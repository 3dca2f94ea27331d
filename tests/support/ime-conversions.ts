const AT_ENTER = { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true };
const enter = (type: string, more: KeyboardEventInit) => new KeyboardEvent(type, { ...AT_ENTER, ...more });
const ended = () => new CompositionEvent('compositionend', { data: '会議', bubbles: true });

/** Enter takes the word that a conversion offers, in the order engines tell it. */
export const CONVERSIONS: Readonly<Record<string, (field: Element) => void>> = {
  'as Chromium and Firefox tell it': (field) => {
    field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    field.dispatchEvent(enter('keydown', { isComposing: true, keyCode: 229 }));
    field.dispatchEvent(ended());
    field.dispatchEvent(enter('keyup', { keyCode: 13 }));
  },
  'as Safari tells it': (field) => {
    field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    field.dispatchEvent(ended());
    field.dispatchEvent(enter('keydown', { isComposing: false, keyCode: 229 }));
    field.dispatchEvent(enter('keyup', { keyCode: 13 }));
  }
};
