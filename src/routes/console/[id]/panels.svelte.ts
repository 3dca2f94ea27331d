import { readSetting, storeSetting } from '#lib/ui/stored-setting.ts';

const KEY = 'plenary-console-panels';

/**
 * Which side panels of the console are open on this device. With both closed, what is on has the whole width: for
 * groups of cards, for scribing, for a plan.
 */
export class Panels {
  #show = $state(true);
  #side = $state(true);
  /** The working area of a method has the whole width for now; what was open comes back after it. */
  wide = $state(false);

  /** Read once a page runs in a browser: on the server both are open, as for a first visit. */
  read(): void {
    const closed = readSetting(KEY)?.split(' ') ?? [];
    [this.#show, this.#side] = [!closed.includes('show'), !closed.includes('side')];
  }

  /** The run of show. */
  get show(): boolean {
    return this.#show && !this.wide;
  }

  set show(open: boolean) {
    this.#show = open;
    this.wide = false;
    this.#keep();
  }

  /** The board and the people. */
  get side(): boolean {
    return this.#side && !this.wide;
  }

  set side(open: boolean) {
    this.#side = open;
    this.wide = false;
    this.#keep();
  }

  #keep(): void {
    storeSetting(KEY, [this.#show ? '' : 'show', this.#side ? '' : 'side'].join(' ').trim());
  }
}
