import { describe, expect, it } from 'vitest';
import { facilitator, given, helper, phone } from '#contract/testing/given.ts';
import { cards } from './cards.ts';
import { FORMATS } from './formats.ts';
import type { ConsoleView, PersonView } from './views.ts';

const named = (name: string) => ({ name: { text: name } });
const CAST = { ana: named('Ana'), bo: named('Bo'), cy: {}, dana: { via: 'walk-in' }, eli: { via: 'walk-in' } } as const;
const id = (name: string) => name.padEnd(8, '0');
const pair = (offer: string, need: string) => ({ offer: id(offer), need: id(need) });
const match = (offer: string, need: string) => `${id(offer)}-${id(need)}`;

/** Ana and Dana offer, Bo and Ana need something; the board shows it. */
function shown() {
  const settings = { ...FORMATS['offers-and-needs'], questions: ['Offers?', 'Needs?'], review: false };
  const write = (card: string, question: number) => ({ card: id(card), question, text: `the card ${card}` });
  return given(cards, { ...settings, exposure: 'L1' }, CAST)
    .and(facilitator, 'turnTo', { stage: 'writing', from: 'ready' })
    .and(phone('ana'), 'writeCard', write('bread', 0))
    .and(phone('bo'), 'writeCard', write('baking', 1))
    .and(phone('ana'), 'writeCard', write('bike', 1))
    .and(helper, 'writeCard', { ...write('tools', 0), for: 'dana' })
    .and(facilitator, 'turnTo', { stage: 'showing', from: 'writing' });
}
const asked = () => shown().and(helper, 'suggestMatch', pair('bread', 'baking'));
type Scene = ReturnType<typeof shown>;
const own = (scene: Scene, person: string) => (scene.see(`person:${person}`) as PersonView)?.matches ?? {};
const answer = (yes: boolean, contact: string | null = null) => ({ match: match('bread', 'baking'), yes, contact });
const everything = (scene: Scene, ...channels: string[]) =>
  JSON.stringify(channels.map((channel) => scene.see(channel)));

describe('offers and needs', () => {
  it('CA13 both authors are asked about an offer and a need, without names', () => {
    const scene = asked();
    expect(own(scene, 'ana')).toMatchObject({
      [match('bread', 'baking')]: { own: { text: 'the card bread' }, other: { text: 'the card baking' }, yes: null }
    });
    expect(own(scene, 'bo')).toMatchObject({ [match('bread', 'baking')]: { other: { text: 'the card bread' } } });
    expect(own(scene, 'dana')).toEqual({});
    expect(everything(scene, 'person:bo')).not.toContain('Ana');
  });

  it('CA13 two of a kind, and cards nobody may read yet, are no match', () => {
    const scene = shown();
    const refused = { refused: 'not-an-offer-and-a-need' };
    expect(scene.when(helper, 'suggestMatch', pair('bread', 'tools'))).toEqual(refused);
    expect(scene.when(helper, 'suggestMatch', pair('baking', 'bike'))).toEqual(refused);
    scene.and(facilitator, 'hideCard', { card: id('baking') });
    expect(scene.when(helper, 'suggestMatch', pair('bread', 'baking'))).toEqual(refused);
    expect(scene.when(phone('ana'), 'suggestMatch', pair('bread', 'bike'))).toHaveProperty('refused');
  });

  it('CA13 nobody is matched with themselves, and the console does not learn that one person wrote both', () => {
    const scene = shown().and(helper, 'suggestMatch', pair('bread', 'bike'));
    expect(own(scene, 'ana')).toEqual({});
    expect((scene.see('console') as ConsoleView).matches).toHaveProperty(match('bread', 'bike'));
  });

  it('CA13 two who both say yes meet, also where neither has a phone', () => {
    const scene = shown()
      .and(helper, 'writeCard', { card: id('saw'), question: 1, text: 'the card saw', for: 'eli' })
      .and(helper, 'suggestMatch', pair('tools', 'saw'));
    const says = (person: string, contact: string) => ({
      match: match('tools', 'saw'),
      ...{ yes: true, contact, for: person }
    });
    scene.and(helper, 'answerMatch', says('dana', 'table 4'));
    expect(cards.meets?.(scene.state, 'eli')).toEqual([]);
    scene.and(helper, 'answerMatch', says('eli', 'by the door'));
    expect(cards.meets?.(scene.state, 'eli')).toMatchObject([
      { own: { text: 'the card saw' }, other: { text: 'the card tools' }, contact: { text: 'table 4' } }
    ]);
    expect(cards.meets?.(scene.state, 'dana')).toMatchObject([{ contact: { text: 'by the door' } }]);
    expect(cards.meets?.(scene.state, 'ana')).toEqual([]);
    expect(everything(scene, 'console', 'board', 'all')).not.toMatch(/table 4|by the door/);
  });

  it('CA13 only two who both say yes see each other’s name and contact', () => {
    const scene = asked().and(phone('ana'), 'answerMatch', answer(true, 'table 4'));
    expect(own(scene, 'ana')).toMatchObject({ [match('bread', 'baking')]: { yes: true, met: null } });
    expect(own(scene, 'bo')).toMatchObject({ [match('bread', 'baking')]: { yes: null, met: null } });
    expect(everything(scene, 'person:bo', 'board', 'console', 'all')).not.toContain('table 4');
    scene.and(phone('bo'), 'answerMatch', answer(true));
    const met = (person: string) => own(scene, person)[match('bread', 'baking')]?.met;
    expect(met('ana')).toEqual({ name: { text: 'Bo' }, contact: null });
    expect(met('bo')).toEqual({ name: { text: 'Ana' }, contact: { text: 'table 4' } });
    expect(everything(scene, 'person:cy', 'person:dana', 'board', 'console', 'all')).not.toMatch(/table 4|Ana|Bo\b/);
    expect(JSON.stringify(scene.harvest())).not.toMatch(/table 4|Ana|"Bo"/);
  });

  it('CA13 a no is told to nobody, and takes back what was given', () => {
    const scene = asked().and(phone('bo'), 'answerMatch', answer(false, 'table 9'));
    const before = everything(asked(), 'person:ana', 'board', 'console', 'all');
    expect(everything(scene, 'person:ana', 'board', 'console', 'all')).toBe(before);
    scene.and(phone('ana'), 'answerMatch', answer(true, 'table 4')).and(phone('bo'), 'answerMatch', answer(true));
    scene.and(phone('ana'), 'answerMatch', answer(false));
    expect(everything(scene, 'person:bo')).not.toMatch(/table 4|Ana/);
  });

  it('CA13 helpers answer for people without a phone, and a stranger for nobody', () => {
    const scene = shown().and(helper, 'suggestMatch', pair('tools', 'baking'));
    const theirs = { match: match('tools', 'baking'), yes: true, contact: 'by the door' };
    expect(scene.when(phone('cy'), 'answerMatch', theirs)).toEqual({ refused: 'match-unknown' });
    expect(scene.when(phone('cy'), 'answerMatch', { ...theirs, for: 'dana' })).toEqual({ refused: 'not-for-others' });
    scene.and(helper, 'answerMatch', { ...theirs, for: 'dana' }).and(phone('bo'), 'answerMatch', theirs);
    expect(own(scene, 'bo')[match('tools', 'baking')]?.met).toMatchObject({ contact: { text: 'by the door' } });
  });

  it('CA13 a match is taken back only while nobody has answered', () => {
    const first = shown().and(facilitator, 'suggestMatch', pair('bread', 'baking'));
    expect(own(first.undo(), 'ana')).toEqual({});
    const second = shown().and(facilitator, 'suggestMatch', pair('bread', 'baking'));
    second.and(phone('ana'), 'answerMatch', answer(true)).undo();
    expect(own(second, 'bo')).toHaveProperty(match('bread', 'baking'));
  });

  it('CA15 a draft tells how many were asked, and nothing of what they answered', () => {
    const scene = asked();
    const before = scene.draft();
    expect(before[0]).toMatchObject({ figures: expect.arrayContaining([{ code: 'asked', value: 1 }]) as unknown });
    for (const person of ['ana', 'bo']) scene.and(phone(person), 'answerMatch', answer(true));
    expect(scene.draft()).toEqual(before);
  });

  it('CA13 an edition tells how many were matched, and not of few', () => {
    const scene = asked().and(phone('ana'), 'answerMatch', answer(true)).and(phone('bo'), 'answerMatch', answer(true));
    expect(scene.harvest()[0]).toMatchObject({
      figures: expect.arrayContaining([{ code: 'matched', value: 'few' }]) as unknown
    });
  });
});
