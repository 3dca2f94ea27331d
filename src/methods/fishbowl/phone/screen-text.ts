import { inRingOrder, isInviting } from '../views/chairs.ts';
import type { AllSeen } from '../views/all.ts';
import type { PersonSeen } from '../views/person.ts';
import { phone as words } from '../words/phone.ts';
import type { Situation } from './situation.ts';

/** The texts of a phone's screen; '' where there is nothing to say. */
export type Screen = {
  title: string;
  about: string;
  /** Who will see what this person does here. */
  seen: string;
  /**
   * Read aloud when it changes: that the person is next, is called, or that others wait. Not every step of the queue:
   * that would be too much.
   */
  news: string;
  /** This person sat before. */
  again: boolean;
  /** The outer ring forms questions, and this person may send one. */
  asks: boolean;
  /** This person is asked whether the harvest may name them. */
  consents: boolean;
};

export function screenFor(view: AllSeen, mine: PersonSeen | null, situation: Situation): Screen {
  const scene = {
    view,
    mine,
    again: (mine?.turns ?? 0) > 0,
    free: view.stage === 'bowl' && inRingOrder(view.chairs).some(([, chair]) => isInviting(chair)),
    asks: view.stage === 'asking' && (situation.at === 'may-ask' || situation.at === 'listening')
  };
  const { again, asks } = scene;
  return {
    title: title(situation, scene),
    about: about(situation, scene),
    seen: seen(situation, scene),
    news: news(situation, scene),
    again,
    asks,
    consents: view.exposure === 'L3' && ['may-ask', 'in-line', 'sitting', 'closed'].includes(situation.at) && !asks
  };
}

type Scene = { view: AllSeen; mine: PersonSeen | null; again: boolean; free: boolean; asks: boolean };

function title(situation: Situation, { view, again, free, asks }: Scene): string {
  switch (situation.at) {
    case 'ready':
      return words.ready;
    case 'pairs':
      return view.stage === 'pairs' ? words.pairs.title : words.pairs.again;
    case 'called':
      return words.called;
    case 'sitting':
      return words.sitting;
    case 'in-line':
      return words.inLine;
    case 'closed':
      return words.closed;
    case 'last-words':
      return words.lastWords;
    case 'group':
      return situation.soon === 0 ? words.groupTalks : words.listen;
    case 'may-ask':
      if (asks) return words.asking;
      if (view.stage === 'starters') return words.starters;
      return again ? words.steppedOut : free ? words.freeNow : words.listen;
    case 'listening':
      return asks ? words.asking : words.listen;
  }
}

function about(situation: Situation, { view, mine, again, free, asks }: Scene): string {
  if (situation.at === 'last-words') return words.lastWordsAbout;
  if (situation.at === 'group') return aboutGroup(situation.soon, mine?.group ?? 0);
  if (asks) return view.cards ? words.askingAbout : words.askingSoon;
  if (situation.at === 'listening') return words.cannotAsk;
  if (situation.at !== 'may-ask') return '';
  if (view.stage === 'starters') return words.startersAbout;
  return free || again ? '' : words.freeSoon;
}

function aboutGroup(soon: number | null, group: number): string {
  if (soon === null) return words.noGroup;
  const own = words.group(group);
  if (soon === 0) return own;
  return `${own} ${soon > 0 ? words.groupSoon(soon) : words.groupDone}`;
}

function seen(situation: Situation, { view, again, asks }: Scene): string {
  if (situation.at === 'sitting' && view.exposure === 'L1') return words.exposure.L1(situation.sitter.number);
  if (situation.at !== 'may-ask' || again || asks) return '';
  return view.exposure === 'L1' ? words.exposure.L1(null) : words.exposure[view.exposure];
}

function news(situation: Situation, { view, mine }: Scene): string {
  if (situation.at === 'called') return words.called;
  if (situation.at === 'in-line' && situation.before === 0 && view.policy !== 'facilitator') return words.before(0);
  return situation.at === 'sitting' && mine?.nudged ? words.nudged : '';
}
