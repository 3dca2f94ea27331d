import { around, isInviting } from '../views/chairs.ts';
import type { AllSeen } from '../views/all.ts';
import type { PersonSeen } from '../views/person.ts';
import { phone as words } from '../words/phone.ts';
import type { Standing } from './standing.ts';

/** What a phone says to whoever holds it; sentences are '' where there is nothing to say. */
export type Told = {
  title: string;
  about: string;
  /** Who will see what they do here. */
  seen: string;
  /**
   * Spoken when it comes: nobody has to hear that the line moves, only that they are next, that they are called and
   * that others wait.
   */
  news: string;
  /** They sat before. */
  again: boolean;
  /** Questions are collected, and theirs too. */
  asks: boolean;
  /** They are asked whether they may be named. */
  consents: boolean;
};

export function toldTo(view: AllSeen, mine: PersonSeen | null, standing: Standing): Told {
  const scene = {
    view,
    mine,
    again: (mine?.turns ?? 0) > 0,
    free: view.stage === 'bowl' && around(view.chairs).some(([, chair]) => isInviting(chair)),
    asks: view.stage === 'asking' && (standing.at === 'may-ask' || standing.at === 'listening')
  };
  const { again, asks } = scene;
  return {
    title: title(standing, scene),
    about: about(standing, scene),
    seen: seen(standing, scene),
    news: news(standing, scene),
    again,
    asks,
    consents: view.exposure === 'L3' && ['may-ask', 'in-line', 'sitting', 'closed'].includes(standing.at) && !asks
  };
}

type Scene = { view: AllSeen; mine: PersonSeen | null; again: boolean; free: boolean; asks: boolean };

function title(standing: Standing, { view, again, free, asks }: Scene): string {
  switch (standing.at) {
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
      return standing.soon === 0 ? words.groupTalks : words.listen;
    case 'may-ask':
      if (asks) return words.asking;
      if (view.stage === 'starters') return words.starters;
      return again ? words.steppedOut : free ? words.freeNow : words.listen;
    case 'listening':
      return asks ? words.asking : words.listen;
  }
}

function about(standing: Standing, { view, mine, again, free, asks }: Scene): string {
  if (standing.at === 'last-words') return words.lastWordsAbout;
  if (standing.at === 'group') return aboutGroup(standing.soon, mine?.group ?? 0);
  if (asks) return view.cards ? words.askingAbout : words.askingSoon;
  if (standing.at === 'listening') return words.cannotAsk;
  if (standing.at !== 'may-ask') return '';
  if (view.stage === 'starters') return words.startersAbout;
  return free || again ? '' : words.freeSoon;
}

function aboutGroup(soon: number | null, group: number): string {
  if (soon === null) return words.noGroup;
  const own = words.group(group);
  if (soon === 0) return own;
  return `${own} ${soon > 0 ? words.groupSoon(soon) : words.groupDone}`;
}

function seen(standing: Standing, { view, again, asks }: Scene): string {
  if (standing.at === 'sitting' && view.exposure === 'L1') return words.exposure.L1(standing.sitter.number);
  if (standing.at !== 'may-ask' || again || asks) return '';
  return view.exposure === 'L1' ? words.exposure.L1(null) : words.exposure[view.exposure];
}

function news(standing: Standing, { view, mine }: Scene): string {
  if (standing.at === 'called') return words.called;
  if (standing.at === 'in-line' && standing.before === 0 && view.policy !== 'facilitator') return words.before(0);
  return standing.at === 'sitting' && mine?.nudged ? words.nudged : '';
}
