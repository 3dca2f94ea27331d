import { getOwn } from '#contract/get-own.ts';
import type { Seen, Text } from '#contract/typed-text.ts';
import { takesCardsNow } from '../notes/silent-cards.ts';
import { namesForPhones, type Naming, sitterView } from '../notes/speaker-names.ts';
import type { Form, Policy, Exposure } from '../settings.ts';
import { waitingInOrder, type Waiting } from '../sitting/queue.ts';
import { takesRequests, type Stage } from '../stages/stage-order.ts';
import { chairsInOrder, turnIn } from '../sitting/current-seats.ts';
import type { State } from '../state.ts';
import type { ChairView } from './chairs.ts';

/** By request. The lowest `rank` is next. `chair`: the only chair this person wants. */
export type WaitingView = { rank: number; chair: string | null };

/** `all`: the same view for every phone. A person finds their own place in it with the request id in `person:…`. */
export type AllView = {
  question: Text;
  form: Form;
  stage: Stage;
  policy: Policy;
  exposure: Exposure;
  /** The tags from which a person chooses, where the policy is `balance`; else empty. */
  tags: Text[];
  chairs: Record<string, ChairView>;
  line: Record<string, WaitingView>;
  /** `asking`: whether people may ask for a chair. `cards`: whether silent cards are taken. */
  asking: boolean;
  cards: boolean;
  /**
   * After so many milliseconds in a chair the ring around it is full: the time of the nudge, or ten minutes without
   * one.
   */
  longMs: number;
  /** In milliseconds since 1970; nothing stops then. A talk in pairs ends 90 seconds after it began. */
  endsAt: number | null;
  /** The group of a closed fishbowl that talks now, from 1; `of`: how many there are. */
  group: { now: number; of: number } | null;
};

/** The view as pages get it: with the words that people typed, or null where they were withdrawn. */
export type AllSeen = Seen<AllView>;

/** The time after which the ring around a chair is full, where nobody is nudged. */
const LONG_MS = 600_000;

const MINUTE_MS = 60_000;

/** Nothing in it may change with a note or a card, because it is sent to every phone. */
export function allView(state: State): AllView {
  return {
    ...sharedView(state, namesForPhones(state)),
    tags: state.policy === 'balance' ? state.tags : [],
    cards: takesCardsNow(state),
    line: queueView(waitingInOrder(state))
  };
}

/** The part of the view that is the same for board, phones and console. */
export function sharedView(state: State, naming: Naming): Omit<AllView, 'tags' | 'cards' | 'line'> {
  const { question, form, stage, policy, exposure, endsAt, nudgeMinutes, groups, group } = state;
  const talks = form === 'closed' && groups.length > 0;
  return {
    question,
    form,
    stage,
    policy,
    exposure,
    chairs: chairViews(state, naming),
    asking: takesRequests(state),
    longMs: nudgeMinutes === null ? LONG_MS : nudgeMinutes * MINUTE_MS,
    endsAt,
    group: talks ? { now: group, of: groups.length } : null
  };
}

function chairViews(state: State, naming: Naming): Record<string, ChairView> {
  const behind = new Map<string, number>();
  for (const { chair } of Object.values(state.requests))
    if (chair !== null) behind.set(chair, (behind.get(chair) ?? 0) + 1);
  return Object.fromEntries(
    chairsInOrder(state.chairs).map(([id, { order, kind, held }]) => {
      const now = turnIn(state, id);
      const waiting = held && getOwn(state.requests, held.request);
      const chair: ChairView = {
        order,
        kind,
        sitter: now && { ...sitterView(state, now.turn.sitter, naming), turn: now.id, since: now.turn.from },
        called:
          held && waiting
            ? { request: held.request, name: naming(waiting.person, waiting.name), until: held.until }
            : null,
        behind: behind.get(id) ?? 0
      };
      return [id, chair];
    })
  );
}

export const queueView = (waiting: readonly Waiting[]): AllView['line'] =>
  Object.fromEntries(waiting.map(({ id, rank, request: { chair } }) => [id, { rank, chair }]));
