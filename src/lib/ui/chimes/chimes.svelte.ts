import { getContext, onMount, setContext } from 'svelte';
import { readSetting, storeSetting } from '../stored-setting.ts';
import { strike } from './bell.ts';
import { chimeBetween, lookedUntil, type Bell, type Chime } from './times.ts';

const KEY = 'plenary-chimes';
const RUNG = 'plenary-chimes-rung';
const HERE = Symbol('chimes');
const GESTURES = ['pointerdown', 'keydown'] as const;

/** Bells of one surface on this device: off until a person switches them on here; the choice is stored. */
export class Chimes {
  #surface: string;
  #context: AudioContext | null = null;
  #on = $state(false);
  #sounds = $state(false);

  constructor(surface: 'board' | 'console') {
    this.#surface = surface;
  }

  get on(): boolean {
    return this.#on;
  }

  /** On, but the browser plays no sound before a tap or a key on this page. */
  get waits(): boolean {
    return this.#on && !this.#sounds;
  }

  /** Reads the stored choice. @returns stops the bells. */
  start(): () => void {
    this.#on = readSetting(`${KEY}-${this.#surface}`) === 'on';
    if (this.#on) this.#wake();
    const onGesture = () => this.#on && this.#wake();
    for (const gesture of GESTURES) window.addEventListener(gesture, onGesture);
    return () => {
      for (const gesture of GESTURES) window.removeEventListener(gesture, onGesture);
      void this.#context?.close();
      this.#context = null;
    };
  }

  /**
   * To be called in a tap or key event. Switched on, a bell rings at once: people hear whether it is loud enough.
   */
  set(on: boolean): void {
    this.#on = on;
    storeSetting(`${KEY}-${this.#surface}`, on ? 'on' : 'off');
    if (on) this.ringNow('five');
  }

  /** Rings whether bells are on or not. */
  ringNow(bell: Bell): void {
    const context = this.#wake();
    if (context) strike(context, bell, context.currentTime);
  }

  /** Rings once for each moment on this device, however many windows show the clock. */
  ring({ bell, at }: Chime): void {
    const context = this.#context;
    if (!this.#on || context?.state !== 'running' || readSetting(RUNG) === `${at}`) return;
    storeSetting(RUNG, `${at}`);
    strike(context, bell, context.currentTime);
  }

  #wake(): AudioContext | null {
    try {
      const context = (this.#context ??= new AudioContext());
      context.onstatechange = () => (this.#sounds = context.state === 'running');
      this.#sounds = context.state === 'running';
      // Without a gesture the promise stays open, maybe for ever.
      context.resume().catch(() => undefined);
      return context;
    } catch {
      // A machine without sound still shows its clock.
      return null;
    }
  }
}

/** Gives the clocks inside this component their bells. The thumbnail of a wall provides none and stays silent. */
export const provideChimes = (chimes: Chimes): Chimes => setContext(HERE, chimes);
export const providedChimes = (): Chimes | null => getContext<Chimes | undefined>(HERE) ?? null;

type Clock = () => { endsAt: number | null; now: number };

/** The bells of the machine a console runs on, for as long as the console is there. */
export function consoleChimes(clock: Clock): Chimes {
  const chimes = new Chimes('console');
  onMount(() => chimes.start());
  ringWith(chimes, clock);
  return chimes;
}

/** Rings when a bell of `clock` is due. To be called where effects may be made. */
export function ringWith(chimes: Chimes | null, clock: Clock): void {
  let looked: number | null = null;
  $effect(() => {
    const { endsAt, now } = clock();
    const due = endsAt === null || looked === null ? null : chimeBetween(endsAt, looked, now);
    looked = endsAt === null ? null : lookedUntil(looked, now);
    if (due) chimes?.ring(due);
  });
}
