import type { Behaviour, Deed, Luck } from '#methods/shared/rehearsing.ts';
import type { Doc } from '#wire/messages.ts';

/** A channel as one page holds it. */
export type Held = { version: number; doc: Doc };
export type AnyBehaviour = Behaviour<unknown, unknown>;

/**
 * `since`: the version of `all` that brought the occasion. `asked`: with which version of their own view, or null once
 * there is an answer.
 */
type Heeded = { occasion: string; since: number; asked: number | null };

/**
 * When one simulated person is asked what they do: once per occasion of every activity. One step of the room reaches
 * `all` and `person:…` as two patches, so a null that was answered before the own view could know of the occasion does
 * not count yet: whenever their own view changes they are asked again, until it is as new as the occasion. A deed, or a
 * null with both in hand, is the answer.
 */
export class Attention {
  readonly #heeded = new Map<string, Heeded>();
  readonly #behaviours: Readonly<Record<string, AnyBehaviour>>;
  readonly #luck: Luck;

  /** `behaviours`: how people behave, by method. Nobody reacts to a method without one. */
  constructor(behaviours: Readonly<Record<string, AnyBehaviour>>, luck: Luck) {
    this.#behaviours = behaviours;
    this.#luck = luck;
  }

  /** What they do next, or null when there is nothing new to react to. To be asked whenever a view changed. */
  next(all: Held | null, own: Held | null): (Deed & { activity: string }) | null {
    for (const [activity, { method, view }] of Object.entries(all?.doc.activities ?? {})) {
      const behaviour = this.#behaviours[method];
      if (!behaviour || !all) continue;
      const mine = own?.doc.activities[activity]?.view ?? null;
      const heeded = this.#turnTo(activity, behaviour.occasion(view, mine), all.version);
      const seen = own?.version ?? 0;
      if (heeded.asked === null || heeded.asked === seen) continue;
      const deed = behaviour.behave(view, mine, this.#luck);
      heeded.asked = deed || seen >= heeded.since ? null : seen;
      if (deed) return { ...deed, activity };
    }
    return null;
  }

  #turnTo(activity: string, occasion: string, since: number): Heeded {
    const known = this.#heeded.get(activity);
    if (known?.occasion === occasion) return known;
    const fresh = { occasion, since, asked: NEVER };
    this.#heeded.set(activity, fresh);
    return fresh;
  }
}

/** No view has this version. */
const NEVER = -1;
