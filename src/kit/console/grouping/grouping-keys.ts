import type { Move } from './piles.ts';
import type { CardSelection } from './card-selection.svelte.ts';

export type DeskKeys = {
  selection: CardSelection;
  /** Whether single letters and figures act: some have switched them off. */
  singleKeysWork: () => boolean;
  go: (move: Move) => void;
  open?: ((card: string) => void) | undefined;
  /** One place up or down in its group. */
  moveCard?: ((card: string, by: -1 | 1) => void) | undefined;
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
    if (event.ctrlKey || event.metaKey) return;
    if (!(target instanceof HTMLInputElement) || target.dataset['card'] === undefined) return;
    if (event.altKey ? isMove(keys, key, target.dataset['card']) : isHeard(keys, key, target.dataset['card']))
      event.preventDefault();
  };
  desk.addEventListener('keydown', hear);
  return () => desk.removeEventListener('keydown', hear);
};

function isMove({ moveCard }: DeskKeys, key: string, card: string): boolean {
  if (!moveCard || (key !== 'ArrowUp' && key !== 'ArrowDown')) return false;
  moveCard(card, key === 'ArrowUp' ? -1 : 1);
  return true;
}

function isHeard({ selection, singleKeysWork, go, open }: DeskKeys, key: string, card: string): boolean {
  const move = MOVES[key];
  if (move) go(move);
  else if (key === 'Enter') selection.putBeside(card);
  else if (key === 'Escape') selection.letGo();
  else if (!singleKeysWork()) return false;
  else if (key.toLowerCase() === 'n') void selection.putNew();
  else if (open && key.toLowerCase() === 'o') open(card);
  else return /^\d$/.test(key) && selection.putIntoPile(Number(key));
  return true;
}
