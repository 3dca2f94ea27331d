import type { Answer } from '#wire/messages.ts';
import type { AnonymousBallot } from '../../surface-types.ts';
import { zoneOf } from '../figures/zones.ts';
import {
  earlierPlacement,
  ownPlacement,
  placementKey,
  type Mark,
  type Placement,
  type ReasonZone
} from '../placement.ts';
import type { AllSeen } from '../views/all.ts';
import type { PersonSeen } from '../views/person.ts';
import { bare, placementsOf, whyOf } from './anonymous-placements.ts';
import type { Say } from '../command-types.ts';

type Seen = { view: AllSeen; mine: PersonSeen | null; ballot: AnonymousBallot | null };
type No = Exclude<Answer, { version: number }>;

/** One person's place on the line that is on: where it is, whether it is kept, and what was said with it. */
export class OwnPlace {
  readonly #seen: () => Seen;
  readonly #say: Say;
  /** Said and not yet answered: shown at once, called saved never. */
  #echo = $state.raw<{ key: string; mark: Mark } | null>(null);
  /** At L0 what was said on each line, as long as this page lives: a point that follows it does not repeat it. */
  #reasons = $state<Record<string, string>>({});
  /** Of this line only: on the next one nothing was refused yet. */
  #refused = $state.raw<{ key: string; no: No } | null>(null);
  #turns = 0;

  constructor(seen: () => Seen, say: Say) {
    this.#seen = seen;
    this.#say = say;
  }

  get key(): string | null {
    return this.#line && placementKey(this.#line);
  }

  /** What goes back with everything that is said about this place. */
  get where(): { statement: string; version: number; round: number } | null {
    return this.#line && { statement: this.#line.statement, version: this.#line.version, round: this.#line.round };
  }

  get anonymous(): boolean {
    return this.#seen().view.exposure === 'L0';
  }

  /** Whether a ticket is there, where places travel without names; null where they do not. */
  get ready(): boolean | null {
    return this.anonymous ? this.#seen().ballot?.state === 'ready' : null;
  }

  get kept(): Placement | null {
    return this.#line && ownPlacement(this.#own, this.#line);
  }

  /** Where this person stood at the end of the round before. */
  get before(): Placement | null {
    return this.#line && this.#line.round > 1 ? earlierPlacement(this.#own, this.#line) : null;
  }

  get mark(): Mark | null {
    return this.#echoed?.mark ?? this.kept;
  }

  get zone(): ReasonZone | null {
    return this.mark && zoneOf(this.mark);
  }

  get sending(): boolean {
    return this.#echoed !== null || this.#point?.state === 'sending';
  }

  get refused(): No | null {
    const states = [this.#seen().ballot?.state, this.#point?.state];
    const own = this.#refused?.key === this.key ? this.#refused.no : null;
    return own ?? states.find((state) => typeof state === 'object') ?? null;
  }

  get said(): { why: string | null; hidden: boolean; pinned: boolean } | null {
    if (this.key === null) return null;
    if (!this.anonymous) return this.#seen().mine?.reasons[this.key] ?? null;
    const why = (this.#point && whyOf(this.#point)) ?? this.#reasons[this.key];
    return why === undefined ? null : { why, hidden: false, pinned: false };
  }

  /** “I'd say something.” */
  get hand(): boolean {
    return this.key !== null && Object.hasOwn(this.#seen().mine?.hands ?? {}, this.key);
  }

  async place(asked: Mark): Promise<void> {
    const { key, where } = this;
    if (key === null || where === null) return;
    const turn = (this.#turns += 1);
    this.#echo = { key, mark: asked };
    this.#refused = null;
    const answer = await (this.anonymous ? this.#drop(asked) : this.#say('place', { ...where, ...bare(asked) }));
    // Only the last of several quick moves decides what is shown.
    if (turn !== this.#turns) return;
    this.#echo = null;
    this.#refused = 'version' in answer ? null : { key, no: answer };
  }

  /** Null takes it back. */
  async give(why: string | null): Promise<Answer> {
    const { where } = this;
    if (!this.anonymous && where) return this.#say('giveReason', { ...where, why });
    return this.mark === null || why === null ? { refused: 'place-yourself-first' } : this.#drop(this.mark, why);
  }

  /** Remembered here is all that can be answered: the point tells when it is kept. */
  async #drop(asked: Mark, why?: string): Promise<Answer> {
    const { ballot } = this.#seen();
    if (this.key === null || ballot?.state !== 'ready') return { refused: 'place-by-ticket' };
    // A reason on its way would be left behind by a later point; one that arrived would only be told again.
    const along = why ?? (this.#point?.state === 'sending' ? whyOf(this.#point) : undefined);
    if (along !== undefined) this.#reasons[this.key] = along;
    await ballot.place(this.key, { ...this.where, ...bare(asked), ...(along === undefined ? {} : { why: along }) });
    return { version: 0 };
  }

  get #line() {
    return this.#seen().view.now;
  }

  get #echoed() {
    return this.#echo?.key === this.key ? this.#echo : null;
  }

  get #point() {
    return this.anonymous && this.key !== null ? this.#seen().ballot?.points[this.key] : undefined;
  }

  get #own() {
    return this.anonymous ? { placements: placementsOf(this.#seen().ballot) } : this.#seen().mine;
  }
}
