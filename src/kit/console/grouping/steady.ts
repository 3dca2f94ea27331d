/** Cards that come into sight are laid out some frames later, and push others away. */
const FRAMES = 3;

/**
 * Remembers where the card in the middle of the screen is, and gives what brings it back there. Cards that leave above it
 * move it, and browsers do not see to that among cards which are not laid out. Null where no card of the desk is there.
 */
export function steady(desk: HTMLElement): (() => Promise<void>) | null {
  const stays = [...desk.querySelectorAll('li[draggable]')].find(
    (card) =>
      card.getBoundingClientRect().bottom > innerHeight / 2 &&
      // It may be about to leave itself.
      !card.matches('.picked') &&
      !card.contains(document.activeElement)
  );
  if (!stays) return null;
  const { top } = stays.getBoundingClientRect();
  return async () => {
    for (let frame = 0; frame <= FRAMES && stays.checkVisibility(); frame += 1) {
      scrollBy(0, stays.getBoundingClientRect().top - top);
      await new Promise(requestAnimationFrame);
    }
  };
}
