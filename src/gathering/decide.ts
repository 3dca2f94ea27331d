import * as v from 'valibot';
import {
  LEADS,
  isRefusal,
  isUndoable,
  refuse,
  type Actor,
  type AnyCommand,
  STAFF,
  type Facts,
  type Refusal,
  type Role
} from '#contract/method.ts';
import type { Say } from '#wire/messages.ts';
import { placeOf } from './desk.ts';
import { BLOCKS_AT_MOST, orderAt, planned } from './agenda.ts';
import { stored, type Decided } from './decided.ts';
import { markAfter } from './helper-steps.ts';
import {
  GATHERING,
  halted,
  rosterOf,
  ruleOf,
  type HelperStep,
  type Ledger,
  type Rules,
  type TakenStep,
  type StoredEvent
} from './ledger.ts';
import { PHOTOS_OF_ALL, PHOTOS_OF_ONE } from './limits.ts';
import { notedIn } from './noted.ts';
import { isErased, whyOut } from './people.ts';
import { undo } from './undo.ts';
import { validateInput } from './validate.ts';

/** Decides one command against the ledger as it stands, and changes nothing. */
export function decide(ledger: Ledger, say: Say, by: Actor, facts: Facts, rules: Rules): Decided | Refusal {
  const halt = halted(ledger);
  if (halt) return refuse(halt);
  const across = say.activity === GATHERING && Object.hasOwn(ACROSS, say.command) ? ACROSS[say.command] : undefined;
  if (across)
    return across.who.includes(by.role) ? across.decide(ledger, say, by, facts, rules) : refuse('not-yours-to-do');

  const rule = ruleOf(ledger, say.activity, rules);
  const command = rule && commandNamed(rule.method.commands, say.command);
  if (!rule || !command) return refuse('no-such-command');
  if (!command.who.includes(by.role)) return refuse('not-yours-to-do');
  if (say.activity !== GATHERING && ledger.gathering.phase !== 'open') return refuse('gathering-closed');

  const out = by.role === 'participant' ? whyOut(ledger.gathering, by.person) : null;
  if (out) return refuse(out);
  // Also what was on its way from another page of theirs: nobody would erase those words again.
  if (by.role === 'participant' && isErased(ledger.gathering, by.person ?? '') && say.command !== 'erase')
    return refuse('erased');

  const understood = validateInput(command.input, say.input, by.person ?? spokenFor(say.input), facts);
  if ('refused' in understood) return understood;
  const tooMany = understood.photos > 0 ? photosLeft(ledger, by.person) : null;
  if (tooMany) return tooMany;
  const known = say.activity === GATHERING ? withNotes(ledger, facts, rules) : facts;
  const decision = command.decide(rule.state, understood.input as never, by, known, rosterOf(ledger));
  if (isRefusal(decision)) return decision;
  const events = decision.map((fact) => stored(say.activity, fact, facts.at));
  if (events.length > 0 && command.undo && (isUndoable(by) || by.role === 'helper')) {
    const back = command.undo(rule.state, understood.input as never, decision);
    const step = { activity: say.activity, command: say.command, back };
    // What cannot be taken back is no step: an undo would change nothing that anybody sees.
    if (back.length > 0)
      events.push(
        isUndoable(by)
          ? stepped(step, facts.at)
          : helperStepped({ ...step, by: say.device, mark: markAfter(rule, events, back) }, facts.at)
      );
  }
  if (events.length > 0 && understood.photos > 0) {
    const data = { by: by.person, photos: understood.photos };
    events.push(stored(GATHERING, { type: 'PhotosStored', data }, facts.at));
  }
  return { events, texts: understood.texts };
}

/** For whom a helper types: the words are that person's, who may have them forgotten. */
function spokenFor(input: unknown): string | null {
  const other = typeof input === 'object' && input !== null && 'for' in input ? input.for : null;
  return typeof other === 'string' ? other : null;
}

const withNotes = (ledger: Ledger, facts: Facts, rules: Rules): Facts => ({
  at: facts.at,
  id: () => facts.id(),
  note: notedIn(ledger, rules)
});

/** Photos are all that takes much room: one person cannot fill the disk, and one gathering cannot either. */
function photosLeft({ photos }: Ledger, person: string | null): Refusal | null {
  if (photos.all >= PHOTOS_OF_ALL) return refuse('photos-full', { most: PHOTOS_OF_ALL });
  const own = person !== null && Object.hasOwn(photos.by, person) ? (photos.by[person] ?? 0) : 0;
  return own >= PHOTOS_OF_ONE ? refuse('photos-used-up', { most: PHOTOS_OF_ONE }) : null;
}

/** Steps that look at several activities at once, which no single one can decide. */
type Across = {
  who: readonly Role[];
  decide(ledger: Ledger, say: Say, by: Actor, facts: Facts, rules: Rules): Decided | Refusal;
};
const ACROSS: Record<string, Across> = {
  undo: { who: STAFF, decide: undo },

  /** The same block once more, without anything people did in it, right after the first. */
  duplicateBlock: {
    who: LEADS,
    decide(ledger, { input }, _by, facts, rules) {
      const asked = v.safeParse(v.strictObject({ activity: v.string() }), input);
      if (!asked.success) return refuse('not-understood');
      const { activity } = asked.output;
      const blocks = planned(ledger.gathering);
      const place = blocks.findIndex(([id]) => id === activity);
      const rule = ruleOf(ledger, activity, rules);
      if (place < 0 || !rule) return refuse('no-such-block');
      if (blocks.length >= BLOCKS_AT_MOST) return refuse('agenda-full', { most: BLOCKS_AT_MOST });
      const copy = facts.id();
      const data = {
        activity: copy,
        method: rule.method.name,
        settings: rule.method.again(rule.state),
        title: blocks[place]?.[1].title ?? null,
        order: orderAt(ledger.gathering, copy, place + 1)
      };
      const back = [{ type: 'BlockRemoved', data: { activity: copy } }];
      const added = stored(GATHERING, { type: 'BlockAdded', data }, facts.at);
      return {
        events: [added, stepped({ activity: GATHERING, command: 'duplicateBlock', back }, facts.at)],
        texts: []
      };
    }
  }
};

/** The trace of a no that another node must hear of. Its receipt says what was refused. */
export const refusedAt = (at: number): StoredEvent => stored(GATHERING, { type: 'Refused', data: {} }, at);

const stepped = (step: TakenStep, at: number): StoredEvent =>
  stored(GATHERING, { type: 'Stepped', data: { ...step, place: placeOf(step) } }, at);
const helperStepped = (step: Omit<HelperStep, 'number'>, at: number): StoredEvent =>
  stored(GATHERING, { type: 'HelperStepped', data: step }, at);

/** Looked up as an own key: `constructor` is not a command. */
const commandNamed = (
  commands: Readonly<Record<string, AnyCommand<unknown, Record<string, unknown>>>>,
  name: string
) => (Object.hasOwn(commands, name) ? commands[name] : undefined);
