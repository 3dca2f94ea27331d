import { getContext, setContext } from 'svelte';

/** What a console offers to the method that is on; a method passes nothing on for it. */
export type Cockpit = {
  /** Names the activity: what is chosen there is remembered for it, and for no other. */
  readonly activity: string;
  /** What stands beside the working area is hidden, so that it has the whole width. */
  wide: boolean;
  /** Opens what can be done with a person, beside the console. */
  openPerson(person: string): void;
};

const HERE = Symbol('cockpit');

export const provideCockpit = (cockpit: Cockpit): void => void setContext(HERE, cockpit);
/** Undefined where a method stands outside of a console, as in its own tests. */
export const providedCockpit = (): Cockpit | undefined => getContext<Cockpit | undefined>(HERE);
