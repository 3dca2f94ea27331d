import * as v from 'valibot';
import { commandOf, STAFF, type Fact } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import { moveTurnNotes } from '#kit/rules/outline/change-outline.ts';
import type { Text } from '#contract/typed-text.ts';
import { callNext } from './call-next.ts';
import type { Events } from '../events.ts';
import { invitedName, nameOf } from './sitters.ts';
import { addNotedPeople } from '../notes/notes.ts';
import { refuse } from '../refuse.ts';
import { chairHeldFor, seatOf } from './current-seats.ts';
import { getOwn } from '#contract/get-own.ts';
import { type SitterId, type Speaker, type State } from '../state.ts';
import { hasTurns, highestNumber, isNotedOn, ringChannels } from './turns.ts';

const command = commandOf<State, Events>();

export const corrections = partOf<State, Events>()({
  commands: {
    correctTurn: command({
      who: STAFF,
      /** The turn may have ended, and the person may have left. The notes of the turn move along. */
      input: v.union([
        v.strictObject({ turn: v.string(), person: v.string() }),
        v.strictObject({ turn: v.string(), invited: v.string() })
      ]),
      decide(state, { turn: id, ...asked }, _by, facts, roster) {
        const turn = getOwn(state.turns, id);
        if (!turn) return refuse('turn-unknown');
        const to = 'person' in asked ? asked.person : asked.invited;
        if ('person' in asked ? !getOwn(roster.people, to) : !invitedName(state, to))
          return refuse('person' in asked ? 'person-unknown' : 'invited-unknown');
        const from = turn.sitter;
        if (to === from) return [];
        const goesOn = turn.to === null;
        if (goesOn && seatOf(state, to)) return refuse('already-in-the-bowl');
        const speakers = correctedSpeakers(state, id, { from, to, name: nameOf(state, to, roster) });
        const request = goesOn ? getOwn(state.asked, to) : undefined;
        const done: Fact<Events>[] =
          request === undefined ? [] : [{ type: 'RequestEnded', data: { request, person: to, how: 'seated' } }];
        done.push({ type: 'TurnCorrected', data: { turn: id, from, to, speakers } });
        const [old, fresh] = [getOwn(state.speakers, from)?.branch, speakers[to]?.branch];
        if (old !== undefined && fresh !== undefined)
          done.push(...addNotedPeople(moveTurnNotes(state.notes, id, old, fresh), [from, to]));
        if (request === undefined) return done;
        const released = chairHeldFor(state, request)?.chair;
        const already = { gone: [request], released: released === undefined ? [] : [released] };
        return [...done, ...callNext(state, already, facts, roster)];
      },
      undo: true
    })
  },
  evolve: {
    TurnCorrected(draft, { turn, to, speakers }) {
      const corrected = getOwn(draft.turns, turn);
      // Taken back after the person sat down elsewhere or asked again: nobody may sit twice, or sit and wait at once.
      if (!corrected || (corrected.to === null && (seatOf(draft, to) || getOwn(draft.asked, to)))) return;
      Object.assign(corrected, { sitter: to, nudged: null });
      for (const [sitter, speaker] of Object.entries(speakers))
        if (!speaker && !hasTurns(draft, sitter)) delete draft.speakers[sitter];
      for (const [sitter, speaker] of Object.entries(speakers)) if (speaker) setSpeaker(draft, turn, sitter, speaker);
    }
  },
  touches: {
    TurnCorrected: ({ from, to }) => ringChannels(from, to)
  },
  takeBack: {
    TurnCorrected({ speakers }, { turn, from, to }) {
      const former = { [from]: getOwn(speakers, from) ?? null, [to]: getOwn(speakers, to) ?? null };
      return [{ type: 'TurnCorrected', data: { turn, from: to, to: from, speakers: former } }];
    }
  }
});

/** When the correction is taken back after both sat again, each keeps the number and the branch they have by now. */
function setSpeaker(draft: State, turn: string, sitter: SitterId, speaker: Speaker): void {
  const there = getOwn(draft.speakers, sitter);
  const taken = Object.values(draft.speakers).some(({ branch }) => branch === speaker.branch);
  if (there) there.name = speaker.name;
  else if (taken) draft.speakers[sitter] = { ...speaker, number: 1 + highestNumber(draft), branch: `${turn}b` };
  else draft.speakers[sitter] = { ...speaker };
}

/** A speaker without any other turn hands on the number and the branch, unless the right person has their own. */
function correctedSpeakers(
  state: State,
  turn: string,
  { from, to, name }: { from: SitterId; to: SitterId; name: Text | null }
): Record<SitterId, Speaker | null> {
  const [wrong, right] = [getOwn(state.speakers, from), getOwn(state.speakers, to)];
  const leaves = !hasTurns(state, from, turn);
  if (leaves && wrong && !right) return { [from]: null, [to]: { ...wrong, name } };
  const speaker = right ? { ...right, name } : { number: 1 + highestNumber(state), branch: `${turn}c`, name };
  const keeps = !leaves || !wrong || isNotedOn(without(state, turn), wrong.branch);
  return keeps ? { [to]: speaker } : { [from]: null, [to]: speaker };
}

const without = (state: State, turn: string): State => ({
  ...state,
  notes: Object.fromEntries(Object.entries(state.notes).filter(([, note]) => note.turn !== turn))
});
