import { EVERYWHERE, personal, type Fact } from '#contract/method.ts';
import { measuringEmptyChairs } from './airtime.ts';
import { partOf } from '#contract/part.ts';
import type { Text } from '#contract/typed-text.ts';
import type { Events, RequestRef, Wish } from '../events.ts';
import { chairHeldFor, seatOf } from './current-seats.ts';
import { getOwn } from '#contract/get-own.ts';
import { type Ended, type Request, type State } from '../state.ts';

const seenBy = ({ person }: RequestRef): string[] => [...EVERYWHERE, personal(person)];

export const requests = measuringEmptyChairs(
  partOf<State, Events>()({
    evolve: {
      Requested(draft, { request, ...wish }, at) {
        const { person } = wish;
        draft.made += 1;
        draft.requests[request] = newRequest(wish, draft.made, at);
        draft.asked[person] = request;
        draft.lapses = 0;
        delete draft.missed[person];
      },
      RequestTakenBack(draft, { request, person }) {
        if (!getOwn(draft.requests, request)) return;
        release(draft, request);
        delete draft.requests[request];
        delete draft.asked[person];
      },
      RequestPutBack(draft, { request, person, kept }) {
        const waiting = getOwn(draft.requests, request);
        // A person who has asked again or sits by now keeps that.
        if ((getOwn(draft.asked, person) && !waiting) || seatOf(draft, person)) return;
        draft.lapses = 0;
        if (kept.lapses === 0) delete draft.missed[person];
        else draft.missed[person] = 'once';
        delete draft.ends[request];
        delete draft.shownOut[person];
        // If the request still waits, later changes by the person stay; only the missed chair is forgotten.
        draft.requests[request] = waiting ? { ...waiting, lapses: kept.lapses } : kept;
        draft.asked[person] = request;
      },
      RequestChanged(draft, { request, why, tag, chair }) {
        const changed = getOwn(draft.requests, request);
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
        const held = getOwn(draft.chairs, chair);
        if (!held || held.turn !== null || !getOwn(draft.requests, request)) return;
        release(draft, request);
        held.held = { request, until };
        draft.chances += 1;
      },
      HoldReleased(draft, { request, person, why }) {
        release(draft, request);
        const waiting = getOwn(draft.requests, request);
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
    },
    touches: {
      Requested: seenBy,
      RequestTakenBack: seenBy,
      RequestPutBack: seenBy,
      RequestChanged: seenBy,
      RequestEnded: seenBy,
      ChairHeld: seenBy,
      HoldReleased: seenBy
    },
    takeBack: {
      Requested: (_before, data) => [
        { type: 'RequestTakenBack', data: { request: data.request, person: data.person } }
      ],
      RequestChanged: ({ requests }, { request, person }) => {
        const former = getOwn(requests, request);
        if (!former) return [];
        const { why, tag, chair } = former;
        return [{ type: 'RequestChanged', data: { request, person, why, tag, chair } }];
      },
      RequestEnded(before, { request, person, how }) {
        const kept = getOwn(before.requests, request);
        const held = chairHeldFor(before, request);
        if (!kept) return [];
        const back: Fact<Events> = { type: 'RequestPutBack', data: { request, person, kept } };
        // The time of a missed chair is over, so it is not held again: the next person is called to it.
        return held && how !== 'lapsed' ? [back, { type: 'ChairHeld', data: { request, person, ...held } }] : [back];
      },
      ChairHeld: (_before, { request, person, chair }) => [
        { type: 'HoldReleased', data: { request, person, chair, why: 'taken' } }
      ],
      HoldReleased({ chairs, requests }, { request, person, chair, why }) {
        const kept = getOwn(requests, request);
        if (why === 'lapsed') return kept ? [{ type: 'RequestPutBack', data: { request, person, kept } }] : [];
        const held = getOwn(chairs, chair)?.held;
        return held ? [{ type: 'ChairHeld', data: { request, person, chair, until: held.until } }] : [];
      }
    }
  })
);

export const newRequest = (wish: Wish & { person: string; name: Text | null }, order: number, at: number): Request => ({
  ...wish,
  order,
  at,
  lapses: 0,
  rests: null
});

export function endRequest(draft: State, request: string | null, how: Ended['how'], at: number): void {
  const ended = getOwn(draft.requests, request);
  if (request === null || !ended) return;
  release(draft, request);
  delete draft.requests[request];
  delete draft.asked[ended.person];
  delete draft.missed[ended.person];
  draft.ends[request] = { how, waitMs: at - ended.at, request: { ...ended } };
}

/** Ends the hold of the chair that is held for this request. */
function release(draft: State, request: string): void {
  const held = chairHeldFor(draft, request);
  const chair = held && getOwn(draft.chairs, held.chair);
  if (chair) chair.held = null;
}
