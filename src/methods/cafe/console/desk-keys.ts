import type { Move } from './desk.ts';

/** What keys do to the notes of a desk. `putIntoPile` tells whether there is a pile of that number. */
export type DeskKeys = {
  /** Whether single letters and figures act: some have switched them off. */
  singleKeysWork: () => boolean;
  go: (move: Move) => void;
  putBeside: (note: string) => void;
  letGo: () => void;
  putNew: () => void;
  putIntoPile: (number: number) => boolean;
};

const MOVES: Record<string, Move> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  ArrowRight: 'nextPile',
  ArrowLeft: 'previousPile',
  Home: 'first',
  End: 'last'
};

/** Heard where it bubbles to: the desk is no button, and the boxes in it are. */
export const hearing = (keys: DeskKeys) => (desk: HTMLElement) => {
  const hear = (event: KeyboardEvent) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(target instanceof HTMLInputElement) || target.dataset['note'] === undefined) return;
    if (isHeard(keys, key, target.dataset['note'])) event.preventDefault();
  };
  desk.addEventListener('keydown', hear);
  return () => desk.removeEventListener('keydown', hear);
};

function isHeard(keys: DeskKeys, key: string, note: string): boolean {
  const move = MOVES[key];
  if (move) keys.go(move);
  else if (key === 'Enter') keys.putBeside(note);
  else if (key === 'Escape') keys.letGo();
  else if (!keys.singleKeysWork()) return false;
  else if (key.toLowerCase() === 'n') keys.putNew();
  else return /^\d$/.test(key) && keys.putIntoPile(Number(key));
  return true;
}
