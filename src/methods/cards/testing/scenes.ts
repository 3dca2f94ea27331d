import { facilitator, given, helper, phone } from '#contract/testing/given.ts';
import type { Scenes } from '#contract/testing/scenes.ts';
import { pairKey } from '#kit/likeness/pair-key.ts';
import { cards } from '../cards.ts';
import { FORMATS } from '../formats.ts';
import type { SettingsForm } from '../settings.ts';
import { consoleWords } from '../words/console.ts';

const THOUGHTS = [
  'A bench in front of the shop',
  'Benches to meet',
  'Slower cars',
  'Cars are too fast',
  'Tools to borrow'
];
const id = (name: string) => name.padEnd(8, '0');
const to = (stage: string, from: string) => ({ stage, from });
const people = {
  ana: { name: { text: 'Ana' } },
  bo: { name: { text: 'Bo' } },
  cy: {},
  dana: { via: 'walk-in' }
} as const;

const activity = (settings: Partial<SettingsForm> = {}) =>
  given(
    cards,
    { ...FORMATS.brainstorm, questions: ['What would help?'], review: false, exposure: 'L1', ...settings },
    people
  );
type Scene = ReturnType<typeof activity>;

function written(settings: Partial<SettingsForm> = {}): Scene {
  const scene = activity(settings).and(facilitator, 'turnTo', to('writing', 'ready'));
  THOUGHTS.forEach((text, index) => {
    const who = phone(['ana', 'bo', 'cy'][index % 3] ?? 'ana');
    scene.and(who, 'writeCard', { card: id(`card${index}`), question: 0, text });
  });
  return scene;
}

const shown = (settings: Partial<SettingsForm> = {}) =>
  written(settings).and(facilitator, 'turnTo', to('showing', 'writing'));

function grouped(settings: Partial<SettingsForm> = {}): Scene {
  return shown(settings)
    .and(facilitator, 'turnTo', to('grouping', 'showing'))
    .and(helper, 'groupCards', { cards: [id('card0'), id('card4')], group: 'things00' })
    .and(helper, 'groupCards', { cards: [id('card2')], group: 'traffic0' })
    .and(helper, 'nameGroup', { group: 'things00', name: 'Things in the street that we share' })
    .and(helper, 'mergeCards', { from: [id('card1')], into: id('card0') })
    .and(helper, 'starCards', { cards: [id('card0')], on: true })
    .and(helper, 'keepCardsApart', { pair: pairKey(id('card2'), id('card4')), on: true });
}

const choosing = () =>
  grouped().and(facilitator, 'turnTo', to('choosing', 'grouping')).and(facilitator, 'openVote', { kind: 'dots' });

/** An offer and a need that may fit, of which both authors are asked. */
function matched(): Scene {
  const scene = activity({ ...FORMATS['offers-and-needs'], questions: ['What can you offer?', 'What do you need?'] });
  return scene
    .and(facilitator, 'turnTo', to('writing', 'ready'))
    .and(phone('ana'), 'writeCard', { card: id('offer'), question: 0, text: 'I bake bread and show how' })
    .and(phone('bo'), 'writeCard', { card: id('need'), question: 1, text: 'Somebody who shows me how to bake bread' })
    .and(facilitator, 'turnTo', to('showing', 'writing'))
    .and(helper, 'suggestMatch', { offer: id('offer'), need: id('need') });
}
const answer = (yes: boolean) => ({ match: `${id('offer')}-${id('need')}`, yes, contact: 'Table 4, by the window' });

export const scenes: Scenes = {
  'before it is asked': () => activity(),
  'people write': {
    play: () => written(),
    console: [consoleWords.write.title]
  },
  'in pairs': () => written({ circles: true }).and(facilitator, 'nextCircle', { from: 0 }),
  'several questions at once': () => written({ questions: ['Start?', 'Stop?', 'Continue?'] }),
  'the second of four questions': () =>
    written({ ...FORMATS.orid, questions: ['What happened?', 'How was it?', 'What does it mean?', 'What now?'] }).and(
      facilitator,
      'nextQuestion',
      { from: 0 }
    ),
  'cards are looked at first': () =>
    shown({ review: true })
      .and(facilitator, 'showCard', { card: id('card0') })
      .and(facilitator, 'hideCard', { card: id('card3') }),
  'person by person, with names': () =>
    shown({ show: 'author', exposure: 'L2' }).and(facilitator, 'showNext', { from: 0 }),
  'cards are put together': () => grouped(),
  'phones say what belongs together': () =>
    grouped({ roomGroups: true }).and(phone('bo'), 'proposeGroup', { card: id('card3'), group: 'traffic0' }),
  'before the vote': () => grouped().and(facilitator, 'turnTo', to('choosing', 'grouping')),
  'people choose': () => choosing().and(phone('ana'), 'vote', { votes: { things00: 1 } }),
  'the vote is closed': () =>
    choosing()
      .and(phone('ana'), 'vote', { votes: { things00: 1 } })
      .and(phone('bo'), 'vote', { votes: { traffic0: 1 } })
      .and(facilitator, 'closeVote', {}),
  'opened again after a vote': () =>
    choosing()
      .and(phone('ana'), 'vote', { votes: { things00: 1 } })
      .and(facilitator, 'closeVote', {})
      .and(facilitator, 'turnTo', to('closed', 'choosing'))
      .and(facilitator, 'turnTo', to('grouping', 'closed')),
  'an offer and a need may fit': () => matched(),
  'two were matched': () =>
    matched().and(phone('ana'), 'answerMatch', answer(true)).and(phone('bo'), 'answerMatch', answer(true)),
  'somebody said no': () => matched().and(phone('ana'), 'answerMatch', answer(false)),
  'it is over': () => grouped().and(facilitator, 'turnTo', to('closed', 'grouping'))
};
