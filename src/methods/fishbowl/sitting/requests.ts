import { EVERYWHERE, personal, type Method } from '#contract/method.ts';
import type { Text } from '#contract/text.ts';
import { heldFor, seatOf } from './ring.ts';
import { find } from '#contract/find.ts';
import { type Ended, type Request, type State } from '../state.ts';

export type OnesRequest = { request: string; person: string };
export type Wish = { why: Text | null; tag: number | null; chair: string | null };

export type RequestEvents = {
  /** `name`: what they are called as they ask; phones are told this one. */
  Requested: OnesRequest & Wish & { name: Text | null };
  /** Taken back: it never was. */
  RequestTakenBack: OnesRequest;
  /** Taken back: they wait where they waited. */
  RequestPutBack: OnesRequest & { kept: Request };
  /** Asked again in other words: the place in the line stays. */
  RequestChanged: OnesRequest & Wish;
  RequestEnded: OnesRequest & { how: Ended['how'] };
  /** Somebody was called to this chair and has until then to sit down. */
  ChairHeld: OnesRequest & { chair: string; until: number };
  /**
   * `passed`: by themselves. `lapsed`: the time was over. `left`: they are not here any more. `taken`: somebody else was seated, or
   * nobody comes in now.
   */
  HoldReleased: OnesRequest & { chair: string; why: 'passed' | 'lapsed' | 'left' | 'taken' };
};

export const requestEvolve: Method<never, State, RequestEvents>['evolve'] = {
  Requested(draft, { request, ...wish }, at) {
    const { person } = wish;
    draft.made += 1;
    draft.requests[request] = newRequest(wish, draft.made, at);
    draft.asked[person] = request;
    draft.lapses = 0;
    delete draft.missed[person];
  },
  RequestTakenBack(draft, { request, person }) {
    if (!find(draft.requests, request)) return;
    release(draft, request);
    delete draft.requests[request];
    delete draft.asked[person];
  },
  RequestPutBack(draft, { request, person, kept }) {
    if (find(draft.asked, person) || seatOf(draft, person)) return;
    delete draft.ends[request];
    delete draft.shownOut[person];
    draft.requests[request] = kept;
    draft.asked[person] = request;
  },
  RequestChanged(draft, { request, why, tag, chair }) {
    const changed = find(draft.requests, request);
    if (changed) Object.assign(changed, { why, tag, chair, rests: null });
    draft.lapses = 0;
  },
  RequestEnded(draft, { request, person, how }, at) {
    endRequest(draft, request, how, at);
    if (how === 'removed') draft.shownOut[person] = request;
    draft.lapses = how === 'lapsed' ? draft.lapses + 1 : 0;
    if (how === 'lapsed') draft.missed[person] = 'ended';
  },
  ChairHeld(draft, { request, chair, until }) {
    const held = find(draft.chairs, chair);
    if (!held || held.turn !== null || !find(draft.requests, request)) return;
    release(draft, request);
    held.held = { request, until };
    draft.chances += 1;
  },
  HoldReleased(draft, { request, person, why }) {
    release(draft, request);
    const waiting = find(draft.requests, request);
    if (!waiting) return;
    if (why === 'passed') {
      waiting.rests = draft.chances;
      draft.lapses = 0;
    }
    if (why !== 'lapsed') return;
    waiting.lapses += 1;
    draft.lapses += 1;
    draft.missed[person] = 'once';
  }
};

const seenBy = ({ person }: OnesRequest): string[] => [...EVERYWHERE, personal(person)];

export const requestTouches: Method<never, State, RequestEvents>['touches'] = {
  Requested: seenBy,
  RequestTakenBack: seenBy,
  RequestPutBack: seenBy,
  RequestChanged: seenBy,
  RequestEnded: seenBy,
  ChairHeld: seenBy,
  HoldReleased: seenBy
};

export const newRequest = (wish: Wish & { person: string; name: Text | null }, order: number, at: number): Request => ({
  ...wish,
  order,
  at,
  lapses: 0,
  rests: null
});

export function endRequest(draft: State, request: string | null, how: Ended['how'], at: number): void {
  const ended = find(draft.requests, request);
  if (request === null || !ended) return;
  release(draft, request);
  delete draft.requests[request];
  delete draft.asked[ended.person];
  delete draft.missed[ended.person];
  draft.ends[request] = { how, waitMs: at - ended.at, request: { ...ended } };
}

/** Nobody is called to a chair for this request any more. */
function release(draft: State, request: string): void {
  const held = heldFor(draft, request);
  const chair = held && find(draft.chairs, held.chair);
  if (chair) chair.held = null;
}
