import { getContext, onMount, setContext } from 'svelte';
import { strike } from './bell.ts';
import { chimeBetween, lookedUntil, type Bell, type Chime } from './times.ts';

const KEY = 'plenary-chimes';
const RUNG = 'plenary-chimes-rung';
const HERE = Symbol('chimes');
const GESTURES = ['pointerdown', 'keydown'] as const;

/** Bells of one surface on this device: off until somebody here switches them on, and kept. */
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

  /** On, and the browser lets nothing sound before somebody has tapped or typed here. */
  get waits(): boolean {
    return this.#on && !this.#sounds;
  }

  /** Remembers what was chosen. @returns what ends it. */
  start(): () => void {
    this.#on = read(`${KEY}-${this.#surface}`) === 'on';
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
   * To be called in a tap or a stroke of a key. Switched on, it is heard at once: so one knows that it is loud enough.
   */
  set(on: boolean): void {
    this.#on = on;
    keep(`${KEY}-${this.#surface}`, on ? 'on' : 'off');
    if (on) this.ringNow('five');
  }

  /** Because somebody here wants it, whether bells are on or not. */
  ringNow(bell: Bell): void {
    const context = this.#wake();
    if (context) strike(context, bell, context.currentTime);
  }

  /** A moment is rung once on this device, however many windows look at the clock. */
  ring({ bell, at }: Chime): void {
    const context = this.#context;
    if (!this.#on || context?.state !== 'running' || read(RUNG) === `${at}`) return;
    keep(RUNG, `${at}`);
    strike(context, bell, context.currentTime);
  }

  #wake(): AudioContext | null {
    try {
      const context = (this.#context ??= new AudioContext());
      context.onstatechange = () => (this.#sounds = context.state === 'running');
      this.#sounds = context.state === 'running';
      // Without a gesture it waits for one, and may never answer.
      context.resume().catch(() => undefined);
      return context;
    } catch {
      // A machine without sound still shows its clock.
      return null;
    }
  }
}

/** For the clocks on a wall; its thumbnail has none and stays silent. */
export const provideChimes = (chimes: Chimes): Chimes => setContext(HERE, chimes);
export const providedChimes = (): Chimes | null => getContext<Chimes | undefined>(HERE) ?? null;

type Clock = () => { endsAt: number | null; now: number };

/** Those of the machine a console runs on, for as long as the console is there. */
export function consoleChimes(clock: Clock): Chimes {
  const chimes = new Chimes('console');
  onMount(() => chimes.start());
  ringWith(chimes, clock);
  return chimes;
}

/** Rings as this clock goes. To be called where effects may be; `clock` is looked at whenever it changes. */
export function ringWith(chimes: Chimes | null, clock: Clock): void {
  let looked: number | null = null;
  $effect(() => {
    const { endsAt, now } = clock();
    const due = endsAt === null || looked === null ? null : chimeBetween(endsAt, looked, now);
    looked = endsAt === null ? null : lookedUntil(looked, now);
    if (due) chimes?.ring(due);
  });
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Kept for this page only.
  }
}
