import * as v from 'valibot';
import { commandOf, EVERYWHERE, LEADS, personal, type Fact } from '#contract/method.ts';
import { measuringEmptyChairs } from './airtime.ts';
import { partOf } from '#contract/part.ts';
import { callNext } from './call-next.ts';
import type { Events } from '../events.ts';
import { refuse } from '../refuse.ts';
import { chairsInRoom } from './current-seats.ts';
import { isBeforeOpening, leavesOneFree } from '../stages/stage-order.ts';
import { SEATS_FEWEST, SEATS_MOST, type Settings } from '../settings.ts';
import { getOwn } from '#contract/get-own.ts';
import { type Chair, type State } from '../state.ts';

const command = commandOf<State, Events>();

const seenBy = ({ behind }: { behind: Record<string, string> }) => [
  ...EVERYWHERE,
  ...Object.values(behind).map(personal)
];

export const chairs = measuringEmptyChairs(
  partOf<State, Events>()({
    commands: {
      addChair: command({
        who: LEADS,
        input: v.strictObject({ kind: v.picklist(['free', 'remote']) }),
        decide(state, { kind }, _by, facts, roster) {
          if (Object.keys(state.chairs).length >= SEATS_MOST) return refuse('too-many-chairs', { most: SEATS_MOST });
          const [chair, order] = [facts.id(), 1 + Math.max(...Object.values(state.chairs).map(({ order }) => order))];
          const added = { [chair]: newChair(kind, order) };
          const fact: Fact<Events> = { type: 'ChairAdded', data: { chair, kind, order, behind: {} } };
          return [fact, ...callNext(state, { added }, facts, roster)];
        },
        undo: true
      }),
      removeChair: command({
        who: LEADS,
        input: v.strictObject({ chair: v.string() }),
        decide(state, { chair }, _by, facts, roster) {
          const removed = getOwn(state.chairs, chair);
          if (!removed) return refuse('chair-unknown');
          if (removed.turn !== null) return refuse('chair-taken');
          if (Object.keys(state.chairs).length <= SEATS_FEWEST) return refuse('too-few-chairs');
          if (wasLastFree(state, chair)) return refuse('one-chair-stays-free');
          const { held } = removed;
          const waiting = held && getOwn(state.requests, held.request);
          const done: Fact<Events>[] = [];
          if (held && waiting)
            done.push({
              type: 'HoldReleased',
              data: { request: held.request, person: waiting.person, chair, why: 'taken' }
            });
          const behind = Object.entries(state.requests).filter(([, request]) => request.chair === chair);
          const persons = Object.fromEntries(behind.map(([id, { person }]) => [id, person]));
          done.push({ type: 'ChairRemoved', data: { chair, behind: persons } });
          const come = Object.fromEntries(behind.map(([id, request]) => [id, { ...request, chair: null }]));
          return [...done, ...callNext(state, { released: [chair], taken: [chair], come }, facts, roster)];
        },
        undo: true
      })
    },
    evolve: {
      ChairAdded(draft, { chair, kind, order, behind }) {
        if (Object.keys(draft.chairs).length >= SEATS_MOST) return;
        draft.chairs[chair] = newChair(kind, order);
        for (const id of Object.keys(behind)) Object.assign(getOwn(draft.requests, id) ?? {}, { chair });
      },
      ChairRemoved(draft, { chair, behind }) {
        const removed = getOwn(draft.chairs, chair);
        if (!removed || removed.turn !== null || Object.keys(draft.chairs).length <= SEATS_FEWEST) return;
        // When the addition of a chair is taken back but people stand behind it by now, the chair stays.
        const others = Object.entries(draft.requests).some(
          ([id, one]) => one.chair === chair && !Object.hasOwn(behind, id)
        );
        if (others) return;
        for (const id of Object.keys(behind)) Object.assign(getOwn(draft.requests, id) ?? {}, { chair: null });
        delete draft.chairs[chair];
      }
    },
    touches: { ChairAdded: seenBy, ChairRemoved: seenBy },
    takeBack: {
      ChairAdded: (_before, { chair }) => [{ type: 'ChairRemoved', data: { chair, behind: {} } }],
      ChairRemoved({ chairs }, { chair, behind }) {
        const former = getOwn(chairs, chair);
        return former ? [{ type: 'ChairAdded', data: { chair, kind: former.kind, order: former.order, behind } }] : [];
      }
    }
  })
);

/**
 * The chairs of a new fishbowl: first those for invited guests, last the remote one. Where the form keeps one chair
 * free, that one is not for a guest.
 */
export function plannedChairs(settings: Settings, id: () => string): State['chairs'] {
  const { seats, remoteSeat, form, invited } = settings;
  const inTheRoom = remoteSeat ? seats - 1 : seats;
  const starters = Math.min(invited.length, leavesOneFree(form) ? inTheRoom - 1 : inTheRoom);
  const kind = (index: number) => (index < starters ? 'invited' : index < inTheRoom ? 'free' : 'remote');
  return Object.fromEntries(
    Array.from({ length: seats }, (_, index) => [id(), newChair(kind(index), index + 1)] as const)
  );
}

const newChair = (kind: Chair['kind'], order: number): Chair => ({ order, kind, turn: null, held: null });

function wasLastFree(state: State, chair: string): boolean {
  if (!leavesOneFree(state.form) || !isBeforeOpening(state.stage) || getOwn(state.chairs, chair)?.kind === 'remote')
    return false;
  return chairsInRoom(state.chairs).every(([id, { turn }]) => id === chair || turn !== null);
}
