import type { Behaviour, BotAction, RandomSource } from '#kit/bots.ts';
import type { Doc } from '#wire/messages.ts';

/** A channel as one page holds it. */
export type Held = { version: number; doc: Doc };
export type AnyBehaviour = Behaviour<unknown, unknown>;

/**
 * `since`: the version of `all` that brought the trigger. `asked`: with which version of their own view, or null once
 * there is an answer.
 */
type Handled = { trigger: string; since: number; asked: number | null };

/**
 * When one simulated person is asked what they do: once per trigger of every activity. One step of the room reaches
 * `all` and `person:…` as two patches, so a null that was answered before the own view could know of the trigger does
 * not count yet: whenever their own view changes they are asked again, until it is as new as the trigger. An action, or
 * a null with both in hand, is the answer.
 */
export class TriggerTracker {
  readonly #handled = new Map<string, Handled>();
  readonly #behaviours: Readonly<Record<string, AnyBehaviour>>;
  readonly #random: RandomSource;

  /** `behaviours`: how people behave, by method. Nobody reacts to a method without one. */
  constructor(behaviours: Readonly<Record<string, AnyBehaviour>>, random: RandomSource) {
    this.#behaviours = behaviours;
    this.#random = random;
  }

  /** What they do next, or null when there is nothing new to react to. To be asked whenever a view changed. */
  next(all: Held | null, own: Held | null): (BotAction & { activity: string }) | null {
    for (const [activity, { method, view }] of Object.entries(all?.doc.activities ?? {})) {
      const behaviour = this.#behaviours[method];
      if (!behaviour || !all) continue;
      const mine = own?.doc.activities[activity]?.view ?? null;
      const handled = this.#turnTo(activity, behaviour.trigger(view, mine), all.version);
      const seen = own?.version ?? 0;
      if (handled.asked === null || handled.asked === seen) continue;
      const action = behaviour.react(view, mine, this.#random);
      handled.asked = action || seen >= handled.since ? null : seen;
      if (action) return { ...action, activity };
    }
    return null;
  }

  #turnTo(activity: string, trigger: string, since: number): Handled {
    const current = this.#handled.get(activity);
    if (current?.trigger === trigger) return current;
    const fresh = { trigger, since, asked: NEVER };
    this.#handled.set(activity, fresh);
    return fresh;
  }
}

/** No view has this version. */
const NEVER = -1;
