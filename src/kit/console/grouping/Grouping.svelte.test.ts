import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { barriers, showOn, takeThemeOff, THEMES } from '../../../../tests/support/surfaces.ts';
import '../../../app.css';
import { listen } from '#lib/ui/shortcuts.ts';
import { pairKey } from '../../likeness/pair-key.ts';
import { groupingWords } from '../../words/grouping.ts';
import Grouping from './Grouping.svelte';
import type { GroupingActions } from './grouping-actions.ts';
import { pilesOf, type GroupingCard, type Section } from './piles.ts';
import { cardOf } from './testing/cards.ts';

const words = groupingWords({ one: 'card', many: 'cards' });
const LOOSE = ['A community garden', 'Gardens for the community', 'Better buses', 'Music at noon'].map((text, at) =>
  cardOf(`loose-${at}`, text)
);
const PLACES = [cardOf('map', 'A map of streets'), cardOf('plan', 'A place for bees')];

const asSections = (loose: readonly GroupingCard[], places: readonly GroupingCard[] = PLACES): Section[] => [
  {
    key: '',
    title: null,
    piles: pilesOf('', [
      { id: null, name: null, cards: loose },
      { id: 'places', name: 'Places', cards: places }
    ])
  }
];

type More = {
  refused?: ReadonlySet<string>;
  refuse?: (pair: readonly [string, string]) => Promise<boolean>;
  only?: ReadonlySet<string>;
};

/** The desk of a method that does what it is asked and remembers it. */
type Offers = { open?: (card: string) => void; moveGroup?: boolean; moveCard?: boolean };

async function desk(sections = asSections(LOOSE), more: More = {}, isDone = true, offers: Offers = {}) {
  const asked = vi.fn<(what: string, ...rest: unknown[]) => void>();
  const ask =
    (what: string) =>
    (...rest: unknown[]) => {
      asked(what, ...rest);
      return Promise.resolve(isDone);
    };
  const starred = new Set(['loose-0']);
  const actions: GroupingActions = {
    group: ask('group'),
    name: ask('name'),
    join: ask('join'),
    merge: ask('merge'),
    takeApart: ask('takeApart'),
    marks: [{ name: 'Star', isOn: (card) => starred.has(card), set: ask('star') }],
    ...(offers.open && { open: offers.open }),
    ...(offers.moveGroup && { moveGroup: ask('moveGroup') }),
    ...(offers.moveCard && { moveCard: ask('moveCard') })
  };
  const tell = vi.fn<(sentence: string) => void>();
  const screen = await render(Grouping, { sections, actions, words, nameMost: 60, tell, ...more });
  return {
    ...{ asked, tell },
    see: (next: Section[]) => screen.rerender({ sections: next }),
    show: (only: ReadonlySet<string>) => screen.rerender({ only })
  };
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const box = (name: string) => page.getByRole('checkbox', { name });
const boxes = () => page.getByRole('checkbox').elements().length;
const focus = (name: string) => (box(name).element() as HTMLElement).focus();
const find = page.getByLabelText(words.find);
const many = (count: number) => Array.from({ length: count }, (_, at) => cardOf(`many-${at}`, `Idea number ${at}`));

beforeEach(() => showOn('paper', 1024, 800));
afterEach(takeThemeOff);

describe('by keyboard', () => {
  test('arrows go from card to card and from pile to pile, Space picks, a digit puts into a group', async () => {
    const { asked } = await desk();
    focus('A community garden');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.element(box('Better buses')).toHaveFocus();
    await userEvent.keyboard(' {ArrowRight}');
    await expect.element(box('A map of streets')).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}1');
    expect(asked).toHaveBeenCalledExactlyOnceWith('group', ['loose-2'], 'places', words.placed(1, 'Places'));
  });

  test('a group that was given another name has the focus where it is named, and so has one that keeps its name', async () => {
    const { see } = await desk();
    await button(words.nameOf('Places')).click();
    await userEvent.keyboard('Where to meet');
    await see([{ key: '', title: null, piles: pilesOf('', [{ id: 'places', name: 'Where to meet', cards: PLACES }]) }]);
    await userEvent.keyboard('{Enter}');
    await expect.element(button(words.nameOf('Where to meet'))).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByLabelText(words.theName)).toHaveFocus();
    await button(words.cancel).click();
    await expect.element(button(words.nameOf('Where to meet'))).toHaveFocus();
  });

  test('the card that an arrow comes to is in sight, also where cards before it were not laid out yet', async () => {
    const groups = Array.from({ length: 9 }, (_, nth) => ({
      id: `group-${nth}`,
      name: null,
      cards: Array.from({ length: 20 }, (_, at) =>
        cardOf(`${nth}-${at}`, `Number ${nth}-${at}, ${'in words '.repeat(20)}`)
      )
    }));
    const first = { id: null, name: null, cards: [cardOf('first', 'The first')] };
    await desk([{ key: '', title: null, piles: pilesOf('', [first, ...groups]) }]);
    focus('The first');
    const at = () => document.activeElement as HTMLElement;
    for (const { cards } of groups) {
      await userEvent.keyboard('{ArrowRight}');
      await expect.poll(() => at().dataset['card']).toBe(cards[0]?.id);
      // It is in sight at first, and pushed out when what stands before it is laid out.
      for (let frame = 0; frame < 6; frame += 1) await new Promise(requestAnimationFrame);
      await expect.poll(() => at().getBoundingClientRect().bottom).toBeLessThan(innerHeight);
    }
  });

  test('Enter puts what is picked beside the card, and 0 into the loose pile', async () => {
    const { asked } = await desk();
    focus('Better buses');
    await userEvent.keyboard(' {ArrowRight}{Enter}');
    expect(asked).toHaveBeenLastCalledWith('group', ['loose-2'], 'places', words.placed(1, 'Places'));
    focus('A map of streets');
    await userEvent.keyboard('0');
    expect(asked).toHaveBeenLastCalledWith('group', ['map'], null, words.loosened(1));
  });

  test('N makes a group of what is picked, and Escape lets go', async () => {
    const { asked, tell } = await desk();
    focus('Better buses');
    await userEvent.keyboard(' {ArrowDown} n');
    const made = expect.stringMatching(/^[0-9a-z]{16}$/) as string;
    expect(asked).toHaveBeenCalledExactlyOnceWith('group', ['loose-2', 'loose-3'], made, words.made(2));
    focus('A community garden');
    await userEvent.keyboard(' {Escape}');
    expect(tell).toHaveBeenLastCalledWith(words.nothingPicked);
  });

  test('what could not be done stays picked, and the focus stays where it was', async () => {
    await desk(asSections(LOOSE), {}, false);
    focus('Better buses');
    await userEvent.keyboard(' 1');
    await expect.element(box('Better buses')).toBeChecked();
    await expect.element(box('Better buses')).toHaveFocus();
  });
});

describe('by tap and by dragging', () => {
  test('picked cards are put into a group, marked, folded into one, and let go', async () => {
    const { asked } = await desk();
    await box('A community garden').click();
    await box('Better buses').click();
    await button(words.putInto(2, 'Places')).click();
    await box('A community garden').click();
    await box('Better buses').click();
    await button('Star').click();
    await button(words.fold).click();
    expect(asked.mock.calls).toEqual([
      ['group', ['loose-0', 'loose-2'], 'places', words.placed(2, 'Places')],
      ['star', ['loose-0', 'loose-2'], true],
      ['merge', ['loose-2'], 'loose-0', words.folded]
    ]);
  });

  test('a group is named, and joined with another one', async () => {
    const sections = asSections(LOOSE);
    const [section] = sections;
    const piles = pilesOf('', [...(section?.piles ?? []), { id: 'ways', name: 'Ways', cards: [] }]);
    const { asked } = await desk([{ key: '', title: null, piles }]);
    await button(words.nameOf('Places')).click();
    await page.getByLabelText(words.join, { exact: true }).selectOptions('Ways');
    await button(words.joinOf('Places')).click();
    await page.getByLabelText(words.theName).fill('Where to meet');
    await userEvent.keyboard('{Enter}');
    expect(asked.mock.calls).toEqual([
      ['join', 'places', 'ways', words.joined],
      ['name', 'places', 'Where to meet', words.named('Where to meet')]
    ]);
  });

  test('a card is let go on a group and is in it', async () => {
    const { asked } = await desk();
    const group = page.getByRole('group', { name: words.group(1, 'Places') });
    await userEvent.dragAndDrop(page.getByText('Better buses'), group);
    await expect.poll(() => asked.mock.calls).toEqual([['group', ['loose-2'], 'places', words.placed(1, 'Places')]]);
  });

  test('what was folded in is taken apart again', async () => {
    const folded = [{ id: 'same', text: 'The same again', photo: null }];
    const { asked } = await desk(asSections([cardOf('a', 'Said twice', { folded })]));
    await page.getByText(words.foldedIn(1)).click();
    await button(words.takeApartOf('The same again')).click();
    expect(asked).toHaveBeenCalledExactlyOnceWith('takeApart', 'same');
  });
});

describe('the search', () => {
  test('is there when there is much to read', async () => {
    const { see } = await desk();
    expect(find.elements()).toEqual([]);
    await see(asSections(many(9)));
    await expect.element(find).toBeVisible();
  });

  test('shows cards that have the letters, without their accents, says how many, and Escape shows all', async () => {
    await desk(asSections([...many(9), cardOf('cafe', 'Ein Café für alle')]));
    await find.fill('CAFE');
    await expect.element(box('Ein Café für alle')).toBeVisible();
    expect(boxes()).toBe(1);
    await expect.element(page.getByRole('status')).toHaveTextContent(words.found(1, 12));
    await find.fill('nothing has this');
    await expect.element(page.getByRole('status')).toHaveTextContent(words.foundNone);
    await userEvent.keyboard('{Escape}');
    await expect.element(find).toHaveValue('');
    expect(boxes()).toBe(12);
  });

  test('cards of several searches go into one group, and those out of sight are counted', async () => {
    const { asked } = await desk(asSections([...LOOSE, ...many(9)]));
    await find.fill('bus');
    await box('Better buses').click();
    await find.fill('music');
    await box('Music at noon').click();
    await expect.element(page.getByText(words.notShown(1))).toBeVisible();
    await button(words.putInto(2, 'Places')).click();
    expect(asked).toHaveBeenCalledExactlyOnceWith('group', ['loose-2', 'loose-3'], 'places', words.placed(2, 'Places'));
  });
});

describe('suggestions', () => {
  const { suggestions } = words;
  const [GARDEN, GARDENS] = ['A community garden', 'Gardens for the community'];
  const open = () => page.getByText(suggestions.title).click();
  const together = button(suggestions.togetherOf(GARDEN, GARDENS));

  test('are made when they are asked for, and underline what both cards say', async () => {
    await desk();
    expect(together.elements()).toEqual([]);
    await open();
    await expect.element(together).toBeVisible();
    const reasons = [...document.querySelectorAll('u')].map(({ textContent }) => textContent);
    expect(reasons).toEqual(expect.arrayContaining(['community', 'garden', 'Gardens']));
  });

  test('one is taken: a group of both is made, and nothing moved before', async () => {
    const { asked } = await desk();
    await open();
    await expect.element(together).toBeVisible();
    expect(asked).not.toHaveBeenCalled();
    await together.click();
    const made = expect.stringMatching(/^[0-9a-z]{16}$/) as string;
    expect(asked).toHaveBeenCalledExactlyOnceWith('group', ['loose-0', 'loose-1'], made, words.made(2));
    await expect.element(together).not.toBeInTheDocument();
    await expect.element(page.getByText(suggestions.none)).toBeVisible();
  });

  test('a loose card goes into the group of the card that is like it', async () => {
    const { asked } = await desk(asSections(LOOSE.slice(0, 1), [cardOf('green', GARDENS)]));
    await open();
    await together.click();
    expect(asked).toHaveBeenCalledExactlyOnceWith('group', ['loose-0'], 'places', words.placed(1, 'Places'));
  });

  test('one is refused by keyboard: the method hears of it, and the focus stays in the list', async () => {
    const refuse = vi.fn<(pair: readonly [string, string]) => Promise<boolean>>(() => Promise.resolve(true));
    const { tell, asked } = await desk(asSections([...LOOSE, cardOf('bus', 'Buses at night, better ones')]), {
      refuse
    });
    await open();
    await expect.element(together).toBeVisible();
    (button(suggestions.refuseOf(GARDEN, GARDENS)).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(together).not.toBeInTheDocument();
    expect(refuse).toHaveBeenCalledExactlyOnceWith(['loose-0', 'loose-1']);
    expect(tell).toHaveBeenLastCalledWith(suggestions.refused);
    expect(document.activeElement?.tagName).toBe('LI');
    await userEvent.keyboard('{Enter}');
    expect(asked).not.toHaveBeenCalled();
  });

  test('a pair that was refused before does not come, and one that could not be taken comes back', async () => {
    const refused = new Set([pairKey('loose-1', 'loose-0')]);
    await desk(asSections(LOOSE), { refused });
    await open();
    await expect.element(page.getByText(suggestions.none)).toBeVisible();
    document.body.replaceChildren();
    await desk(asSections(LOOSE), {}, false);
    await open();
    await together.click();
    await expect.element(together).toBeVisible();
  });
});

describe('where a desk offers more', () => {
  const more = { open: vi.fn<(card: string) => void>(), moveGroup: true, moveCard: true };

  test('O and the button open a card, Alt and an arrow move it, and undo is heard on it', async () => {
    more.open.mockClear();
    const undone = vi.fn<() => void>();
    const deaf = listen({ 'mod+z': undone });
    const { asked } = await desk(asSections(LOOSE), {}, true, more);
    focus('A map of streets');
    await userEvent.keyboard('o');
    await button(words.openOf('Better buses')).click();
    expect(more.open.mock.calls).toEqual([['map'], ['loose-2']]);
    focus('A place for bees');
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}{Control>}z{/Control}');
    expect(asked).toHaveBeenCalledExactlyOnceWith('moveCard', 'plan', -1, words.moved);
    expect(undone).toHaveBeenCalledOnce();
    deaf();
  });

  test('a group is moved where it is named', async () => {
    const { asked } = await desk(asSections(LOOSE), {}, true, more);
    await button(words.nameOf('Places')).click();
    await button(words.downOf('Places')).click();
    expect(asked).toHaveBeenCalledExactlyOnceWith('moveGroup', 'places', 1, words.moved);
  });

  test('a filter of the page leaves cards out of sight, and what is picked of them stays picked', async () => {
    const { show } = await desk();
    await box('Better buses').click();
    await show(new Set(['loose-0', 'map']));
    expect(boxes()).toBe(2);
    await expect.element(page.getByText(words.notShown(1))).toBeVisible();
  });
});

describe('for everybody', () => {
  const WORD = 'Gemeinschaftsgartenbewässerungs'.repeat(5).slice(0, 140);
  const all = [
    cardOf('long', WORD, { marks: ['star'], emphasis: true }),
    cardOf('arabic', 'حديقة للحيّ كله', { more: [{ id: 'm', text: 'مع الأطفال', photo: null }] }),
    cardOf('arabic-2', 'حديقة صغيرة في الحيّ'),
    ...many(9)
  ];

  test.each(THEMES.flatMap((theme) => [1024, 320].map((width) => [theme, width] as const)))(
    'axe finds nothing and nothing runs over the side, by %s, %i px',
    async (theme, width) => {
      await showOn(theme, width, 800);
      await desk(asSections(all));
      await box(`${WORD} star`).click();
      await page.getByText(words.suggestions.title).click();
      await expect.poll(() => document.querySelectorAll('u').length).toBeGreaterThan(0);
      expect(await barriers()).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    }
  );

  test('a card in Arabic is read from the right, and found', async () => {
    await desk(asSections(all));
    await find.fill('الحي');
    await expect.element(box('حديقة صغيرة في الحيّ')).toBeVisible();
    const text = page.getByText('حديقة صغيرة في الحيّ').first().element();
    expect(getComputedStyle(text).direction).toBe('rtl');
  });
});
