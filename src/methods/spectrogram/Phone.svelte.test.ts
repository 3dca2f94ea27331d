import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { live } from '../../../tests/support/surfaces.ts';
import '../../app.css';
import type { Answer } from '#wire/messages.ts';
import Phone from './Phone.svelte';
import type { AllSeen } from './views/all.ts';
import type { PersonSeen } from './views/person.ts';
import { quietAll, quietLine, quietOwn } from './testing/views.ts';
import { words as all } from './words.ts';

const words = all.phone;

const line = quietLine;
const open: AllSeen = { ...quietAll, now: line };
const at = (x: number): PersonSeen | null => ({ ...quietOwn, placements: { 's1.1.1': { x, via: 'phone' } } });

/** Bo's phone, with the commands it sent and a way to answer them. */
async function bo(view: AllSeen = open, mine: PersonSeen | null = null) {
  const said: [string, object][] = [];
  const answers: ((answer: Answer) => void)[] = [];
  const say = (command: string, input: object) => {
    said.push([command, input]);
    return new Promise<Answer>((answer) => answers.push(answer));
  };
  const screen = await render(Phone, { view, mine, say, link: live });
  return { said, answer: (answer: Answer) => answers.shift()?.(answer), screen };
}

const slider = () => page.getByRole('slider');
const position = () => (slider().element() as HTMLInputElement).valueAsNumber;
const button = (name: string) => page.getByRole('button', { name, exact: false });
const text = (words: string) => page.getByText(words, { exact: false });
const placedAt = (x: number) => ['place', { statement: 's1', version: 1, round: 1, x }];

test('a line nobody touched shows no place, not the middle', async () => {
  const { said } = await bo();
  await expect.element(slider()).toHaveAttribute('aria-valuetext', words.notPlaced);
  expect(slider().element().classList.contains('unset')).toBe(true);
  for (const button of page.getByRole('button').elements())
    expect(button.getAttribute('aria-pressed')).not.toBe('true');
  expect(said).toEqual([]);
});

test('Bo places himself with the keyboard alone', async () => {
  const { said } = await bo();
  await userEvent.tab();
  expect(document.activeElement).toBe(slider().element());
  await userEvent.keyboard('{ArrowRight}');
  expect(said).toEqual([placedAt(520)]);
  await userEvent.keyboard('{PageUp}');
  await userEvent.keyboard('{Home}');
  await userEvent.keyboard('{End}');
  expect(said.slice(1)).toEqual([placedAt(620), placedAt(0), placedAt(1000)]);
  await expect.element(slider()).toHaveAttribute('aria-valuetext', '100 of 100, all the way to “On my own”');
});

test('a touch on the very middle of an untouched line counts', async () => {
  const { said } = await bo();
  const { width, height } = slider().element().getBoundingClientRect();
  await slider().click({ position: { x: width / 2, y: height / 2 } });
  await expect.poll(() => said.length).toBe(1);
  expect(said[0]?.[1]).toHaveProperty('x');
});

test('every place can be reached by buttons with names', async () => {
  const { said } = await bo();
  await button(words.farTowards('With others')).click();
  await button(words.aBitRight).click();
  await button(words.unsureHint).click();
  await page.getByRole('button', { name: words.pass, exact: true }).click();
  const where = { statement: 's1', version: 1, round: 1 };
  expect(said).toEqual([
    placedAt(0),
    placedAt(20),
    ['place', { ...where, answer: 'unsure' }],
    ['place', { ...where, answer: 'pass' }]
  ]);
});

test('the dot moves at once, and “saved” comes with the answer and not before', async () => {
  const { answer, screen } = await bo();
  await button(words.farTowards('On my own')).click();
  await expect.element(text(words.sending)).toBeVisible();
  await expect.poll(position).toBe(1000);
  expect(text(words.saved).elements()).toEqual([]);

  // The server sends the new view before it answers the command.
  await screen.rerender({ mine: at(1000) });
  expect(text(words.saved).elements()).toEqual([]);
  answer({ version: 8 });
  await expect.element(text(words.saved)).toBeVisible();
  await expect.poll(position).toBe(1000);
});

test('a refused move says why, and the dot goes back to where it counts', async () => {
  const { answer } = await bo(open, at(300));
  await button(words.farTowards('On my own')).click();
  await expect.poll(position).toBe(1000);
  answer({ refused: 'line-is-locked' });
  await expect.element(text(all.refusals['line-is-locked'])).toBeVisible();
  await expect.poll(position).toBe(300);
  expect(text(words.saved).elements()).toEqual([]);
});

test('what one line refused is not said of the next', async () => {
  const { answer, screen } = await bo();
  await button(words.farTowards('On my own')).click();
  answer({ refused: 'line-is-locked' });
  await expect.element(text(all.refusals['line-is-locked'])).toBeVisible();
  await screen.rerender({ view: { ...open, now: { ...line, statement: 's2' } } });
  await expect.element(text(words.howTo)).toBeVisible();
  expect(text(all.refusals['line-is-locked']).elements()).toEqual([]);
});

test('of two quick moves the last one stands, whatever the first is told', async () => {
  const { answer } = await bo();
  await button(words.farTowards('With others')).click();
  await button(words.farTowards('On my own')).click();
  answer({ refused: 'other-round' });
  await expect.element(text(words.sending)).toBeVisible();
  await expect.poll(position).toBe(1000);
});

test('before answering, Bo reads who will see what', async () => {
  const { screen } = await bo();
  await expect.element(text(words.hiddenUntilReveal)).toBeVisible();
  await expect.element(text(words.exposure.L1)).toBeVisible();
  await screen.rerender({ view: { ...open, now: { ...line, way: 'live', revealed: true } } });
  await expect.element(text(words.seenAtOnce)).toBeVisible();
});

test('once the line is closed the phone asks Bo to look up', async () => {
  const shape: AllSeen['shape'] = {
    ranges: [
      { from: 0, to: 400, count: 9 },
      { from: 400, to: 1000, count: 7 }
    ],
    unsure: 1
  };
  await bo({ ...open, now: { ...line, stage: 'locked', revealed: true }, shape }, at(270));
  await expect.element(text(words.locked)).toBeVisible();
  await expect.element(text('27 of 100, closer to “With others”')).toBeVisible();
  expect(page.getByRole('slider').elements()).toEqual([]);
  const ranges = page
    .getByRole('listitem')
    .elements()
    .map((range) => range.textContent);
  expect(ranges).toEqual([words.range(0, 400, 9), words.range(400, 1000, 7)]);
  await expect.element(page.getByRole('img', { name: `${words.you}: 27 of 100`, exact: false })).toBeVisible();
});

test('while people move, the shape on the phone follows them, and no dot but Bo’s own is drawn', async () => {
  const shape: AllSeen['shape'] = {
    ranges: [
      { from: 0, to: 400, count: 9 },
      { from: 400, to: 1000, count: 7 }
    ],
    unsure: 1
  };
  const now = { ...line, way: 'live' as const, revealed: true };
  const { screen } = await bo({ ...open, now, shape }, at(270));
  const told = () =>
    page
      .getByRole('listitem')
      .elements()
      .map((range) => range.textContent);
  await expect.poll(told).toEqual([words.range(0, 400, 9), words.range(400, 1000, 7)]);
  const high = () => document.querySelector('.shape')?.clientHeight;
  const before = high();
  const moved = [[600, 10] as const, [1000, 6] as const];
  await screen.rerender({ moving: () => ({ topic: 1, dots: new Map(), shape: moved }) });
  await expect.poll(told).toEqual([words.range(0, 600, 10), words.range(600, 1000, 6)]);
  await screen.rerender({ moving: () => ({ topic: 1, dots: new Map(), shape: [[1000, 16]] }) });
  await expect.poll(told).toEqual([]);
  expect(high()).toBe(before);
  expect(document.querySelectorAll('circle')).toHaveLength(1);
});

test('nobody sees the room on the phone before they have placed themselves', async () => {
  const shape: AllSeen['shape'] = {
    ranges: [
      { from: 0, to: 400, count: 9 },
      { from: 400, to: 1000, count: 7 }
    ],
    unsure: 1
  };
  await bo({ ...open, now: { ...line, way: 'live', revealed: true }, shape });
  await expect.element(slider()).toBeVisible();
  expect(page.getByRole('listitem').elements()).toEqual([]);
});

test.each(['cloud', 'comparison', 'replay'] as const)(
  'while the board shows a %s, Bo is asked to look up',
  async (lens) => {
    await bo({ ...open, now: { ...line, stage: 'locked', revealed: true }, lens }, at(270));
    await expect.element(text(words.looking[lens])).toBeVisible();
    await expect.element(text('27 of 100, closer to “With others”')).toBeVisible();
    await button(words.toMyPlace).click();
    await expect.element(text(words.locked)).toBeVisible();
  }
);

test('when the line closes under Bo’s finger, the news has the focus', async () => {
  const { screen } = await bo(open, at(300));
  await userEvent.tab();
  await screen.rerender({ view: { ...open, now: { ...line, stage: 'locked' } } });
  await expect.poll(() => document.activeElement?.textContent).toBe(words.locked);
  await screen.rerender({ view: { ...open, now: { ...line, statement: 's2', text: 'How do you work?' } } });
  await expect.poll(() => document.activeElement?.textContent).toBe('How do you work?');
});

const shape: AllSeen['shape'] = {
  ranges: [
    { from: 0, to: 400, count: 9 },
    { from: 400, to: 1000, count: 7 }
  ],
  unsure: 2
};
const LONG_LINE = 'Decisions that touch everybody in the house should be taken by everybody, however long it takes';
const EXPOSED = ['L1', 'L2', 'L3'] as const;

test.each(EXPOSED.flatMap((exposure) => ([1, 2] as const).map((round) => [exposure, round] as const)))(
  'at %s in round %i nothing under a finger moves, from the first touch to the reveal and beyond',
  async (exposure, round) => {
    for (const [width, height] of [
      [320, 568],
      [360, 640],
      [412, 915]
    ] as const) {
      await page.viewport(width, height);
      const now = { ...line, round, text: LONG_LINE, middle: 'it depends' };
      const view = { ...open, exposure, now };
      const mine = { ...quietOwn, placements: { [`s1.1.${round}`]: { x: 720, via: 'phone' as const } } };
      const revealed = { ...view, now: { ...now, revealed: true }, shape };
      const { answer, screen } = await bo(view);
      const under = () =>
        [slider(), ...[words.aBitLeft, words.farLeft, words.farRight, words.unsure, words.pass].map(button)].map(
          (control) => Math.round(control.element().getBoundingClientRect().top + window.scrollY)
        );
      const before = under();
      await button(words.right).first().click();
      expect(under(), 'while it is sent').toEqual(before);
      answer({ version: 2 });
      await screen.rerender({ mine });
      await expect.element(text(words.saved)).toBeVisible();
      expect(under(), 'once it is kept').toEqual(before);
      await screen.rerender({ mine, view: revealed });
      await expect.element(text(words.theRoom)).toBeInTheDocument();
      expect(under(), 'after the reveal').toEqual(before);
      await screen.unmount();
    }
  }
);

test('a new line begins at its top', async () => {
  const { screen } = await bo(open, at(300));
  document.body.style.minBlockSize = '2000px';
  window.scrollTo({ top: 200, behavior: 'instant' });
  expect(window.scrollY).toBeGreaterThan(0);
  await screen.rerender({ view: { ...open, now: { ...line, statement: 's2', text: 'How do you work?' } } });
  await expect.poll(() => window.scrollY).toBe(0);
  document.body.style.minBlockSize = '';
});

test('a line about to open has nothing to touch', async () => {
  await bo({ ...open, now: { ...line, stage: 'ready' } });
  await expect.element(text(words.notOpen)).toBeVisible();
  expect(page.getByRole('button').elements()).toEqual([]);
});

test('nothing on the screen is too small for a thumb', async () => {
  await page.viewport(320, 640);
  await bo();
  for (const target of page.getByRole('button').elements()) {
    const { width, height } = target.getBoundingClientRect();
    expect(Math.min(width, height), target.textContent ?? '').toBeGreaterThanOrEqual(48);
  }
});

test('a screen reader hears who will see it in whole sentences, once, and not again with the first step', async () => {
  const { screen } = await bo();
  const described = () =>
    expect
      .element(slider())
      .toHaveAccessibleDescription(`${words.hiddenUntilReveal} ${words.exposure.L1} ${line.poleA} ${line.poleB}`);
  await described();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}');
  await described();
  await screen.rerender({ mine: at(520) });
  await described();
});

test('the reveal is announced, and nothing else that changes with it', async () => {
  const heard: string[] = [];
  const props = { mine: at(520), say: () => Promise.resolve({ version: 1 }), link: live };
  const screen = await render(Phone, { ...props, view: open, tell: (sentence: string) => heard.push(sentence) });
  const shown = { ...line, revealed: true };
  await screen.rerender({ view: { ...open, now: shown } });
  await expect.poll(() => heard).toEqual([words.revealed]);
  await screen.rerender({ view: { ...open, now: { ...shown, statement: 's2', way: 'live' } } });
  await expect.element(slider()).toBeVisible();
  expect(heard).toEqual([words.revealed]);
});
