import { EVERYWHERE } from '#contract/method.ts';
import { pageKey, type Doc, type NamesInAgenda, type NextStep, type TakenStep } from '#wire/messages.ts';
import { planned } from './agenda.ts';
import { namesInAgenda } from './names-in-agenda.ts';
import {
  GATHERING,
  halted,
  rosterOf,
  ruleOf,
  type Ledger,
  type Place,
  type Rules,
  type StoredEvent
} from './ledger.ts';

/** Who is told that nothing more can be kept. The wall is not: those who look at it can do nothing about it. */
export const TOLD_OF_HALT: readonly string[] = ['all', 'console'];

/** What became of these steps shows on consoles alone. */
const STEPS: readonly string[] = ['Stepped', 'Undone', 'HelperStepped', 'HelperUndone'];

type LedgerStep = Pick<Ledger['steps'][Place][number], 'activity' | 'command' | 'number'>;

/** A document whose typed words are still references. */
type DocOfReferences = Omit<Doc, 'names'> & { names?: NamesInAgenda };

/** What a channel may know of the ledger as it stands. */
export function viewOf(ledger: Ledger, channel: string, rules: Rules): DocOfReferences {
  const roster = rosterOf(ledger);
  const activities: Doc['activities'] = {};
  for (const activity of concerning(ledger, channel)) {
    const rule = ruleOf(ledger, activity, rules);
    const view = rule?.method.view(rule.state, channel, roster);
    if (rule && view) activities[activity] = { method: rule.method.name, view };
  }
  // A socket on a method's channel is on `all`, too, and has the view of the gathering from there.
  const frame = isMethodChannel(channel) ? null : rules.gathering.view(ledger.gathering, channel, roster);
  const halt = TOLD_OF_HALT.includes(channel) ? halted(ledger) : null;
  const doc: DocOfReferences = { gathering: frame ?? {}, activities, ...(halt && { stopped: halt }) };
  if (channel === 'all') return { ...doc, names: namesInAgenda(ledger, rules) };
  if (channel !== 'console') return doc;
  return {
    ...doc,
    next: nextSteps(ledger, rules),
    undo: lastStep(ledger, 'console'),
    deskUndo: lastStep(ledger, 'desk'),
    helperUndo: helperUndo(ledger)
  };
}

/** The channels a person listens to because of what is on, beside `all` and their own. */
export function channelsBeside(ledger: Ledger, person: string, rules: Rules): string[] {
  const rule = whatIsOn(ledger, rules);
  return rule?.method.channels?.(rule.state, person) ?? [];
}

/** Whether anybody can listen to more than the channels of their surface while this is on. */
export const hasChannels = (ledger: Ledger, rules: Rules): boolean =>
  whatIsOn(ledger, rules)?.method.channels !== undefined;

function whatIsOn(ledger: Ledger, rules: Rules) {
  const { now } = ledger.gathering;
  return now === null ? null : ruleOf(ledger, now, rules);
}

/** Channels of the people at the same table: their views show when this person comes, leaves or is renamed. */
function besideWhom(ledger: Ledger, data: unknown, rules: Rules): string[] {
  const { person } = data as { person?: unknown };
  return typeof person === 'string' ? channelsBeside(ledger, person, rules) : [];
}

/** A channel that a method named. It shows what is on, as the board does. */
export const isMethodChannel = (channel: string): boolean =>
  !EVERYWHERE.some((name) => name === channel) && !channel.startsWith('person:');

/** The channels whose views these events change. */
export function touchedChannels(ledger: Ledger, events: readonly StoredEvent[], rules: Rules): Set<string> {
  const channels = new Set<string>();
  for (const { activity, type, data } of events) {
    if (activity === GATHERING && STEPS.includes(type)) channels.add('console');
    const rule = ruleOf(ledger, activity, rules);
    if (rule && Object.hasOwn(rule.method.touches, type))
      for (const channel of rule.method.touches[type]?.(data, rule.state) ?? []) channels.add(channel);
    if (activity === GATHERING) for (const channel of besideWhom(ledger, data, rules)) channels.add(channel);
  }
  return channels;
}

/**
 * Consoles prepare any block. A person's own channel has their part of every activity, of a removed one too, so that a
 * change of the agenda does not send a patch to each phone. All other channels show only the activity that is on.
 */
function concerning({ gathering }: Ledger, channel: string): string[] {
  if (channel.startsWith('person:')) return Object.keys(gathering.agenda);
  const blocks = planned(gathering).map(([activity]) => activity);
  return channel === 'console' ? blocks : blocks.filter((activity) => activity === gathering.now);
}

/** What the console offers: what the activity that is on says comes next, else the next block. Nothing at the end. */
export function nextSteps(ledger: Ledger, rules: Rules): NextStep[] {
  const { now, phase } = ledger.gathering;
  if (phase !== 'open') return [];
  const rule = whatIsOn(ledger, rules);
  const steps = rule?.method.next(rule.state) ?? [];
  if (now !== null && steps.length > 0) return steps.map((step) => ({ activity: now, ...step }));
  const blocks = planned(ledger.gathering).map(([activity]) => activity);
  const following = blocks[now === null ? 0 : blocks.indexOf(now) + 1];
  return following ? [{ activity: GATHERING, command: 'turnTo', input: { activity: following, from: now } }] : [];
}

function lastStep({ steps }: Ledger, place: Place): TakenStep | null {
  const step = steps[place].at(-1);
  return step ? told(step) : null;
}

/** The last step of each helper's page. Its whole device would let another page take back in its name. */
const helperUndo = ({ helperSteps }: Ledger): Record<string, TakenStep> =>
  Object.fromEntries(helperSteps.map((step) => [pageKey(step.by), told(step)]));

const told = ({ activity, command, number }: LedgerStep): TakenStep => ({ activity, command, step: number });
