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
import { markOnly, placementsOf, whyOf } from './anonymous-placements.ts';
import type { Say } from '../command-types.ts';

type Seen = { view: AllSeen; mine: PersonSeen | null; ballot: AnonymousBallot | null };
type No = Exclude<Answer, { version: number }>;

/** One person's place on the current line: where it is, whether it is stored, and the reason given with it. */
export class OwnPlace {
  readonly #seen: () => Seen;
  readonly #say: Say;
  /** The mark that was sent and not yet answered: shown at once, but never called saved. */
  #echo = $state.raw<{ key: string; mark: Mark } | null>(null);
  /** At L0 the reason sent for each line, while this page lives: a later point does not repeat it. */
  #reasons = $state<Record<string, string>>({});
  /** The last refusal. It counts for the line with this key alone. */
  #refused = $state.raw<{ key: string; no: No } | null>(null);
  #turns = 0;

  constructor(seen: () => Seen, say: Say) {
    this.#seen = seen;
    this.#say = say;
  }

  get key(): string | null {
    return this.#line && placementKey(this.#line);
  }

  /** The fields of the current line that go with every command about it. */
  get where(): { statement: string; version: number; round: number } | null {
    return this.#line && { statement: this.#line.statement, version: this.#line.version, round: this.#line.round };
  }

  get anonymous(): boolean {
    return this.#seen().view.exposure === 'L0';
  }

  /** At L0, whether a ticket is there; null at other levels. */
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

  async place(mark: Mark): Promise<void> {
    const { key, where } = this;
    if (key === null || where === null) return;
    const turn = (this.#turns += 1);
    this.#echo = { key, mark };
    this.#refused = null;
    const answer = await (this.anonymous ? this.#drop(mark) : this.#say('place', { ...where, ...markOnly(mark) }));
    // After several quick moves only the last answer decides what is shown.
    if (turn !== this.#turns) return;
    this.#echo = null;
    this.#refused = 'version' in answer ? null : { key, no: answer };
  }

  /** Null withdraws the reason. */
  async give(why: string | null): Promise<Answer> {
    const { where } = this;
    if (!this.anonymous && where) return this.#say('giveReason', { ...where, why });
    return this.mark === null || why === null ? { refused: 'place-yourself-first' } : this.#drop(this.mark, why);
  }

  /** The answer means only that the ballot stored the point on this phone. `#point` tells when the server has it. */
  async #drop(mark: Mark, why?: string): Promise<Answer> {
    const { ballot } = this.#seen();
    if (this.key === null || ballot?.state !== 'ready') return { refused: 'place-by-ticket' };
    // A later point replaces one that is on its way, so it must carry its reason along. A reason that has arrived is
    // not repeated.
    const along = why ?? (this.#point?.state === 'sending' ? whyOf(this.#point) : undefined);
    if (along !== undefined) this.#reasons[this.key] = along;
    await ballot.place(this.key, { ...this.where, ...markOnly(mark), ...(along === undefined ? {} : { why: along }) });
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
