import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { consoleWords } from '#methods/cards/words/console.ts';
import type { Answer } from '#wire/messages.ts';
import { console as house } from '#words/index.ts';
import '../../../app.css';
import People from './People.svelte';
import type { GatheringSeen } from './steps.ts';

const words = house.people;
const card = consoleWords.write;
type Guest = GatheringSeen['people'][string];

const guest = (order: number, name: string, changes: Partial<Guest> = {}): Guest => ({
  name,
  via: 'phone',
  present: true,
  rehearsed: false,
  order,
  ...changes
});

/** A console's list of people that does at once what is said. */
async function list(
  people: Record<string, Guest>,
  only: string | null = null,
  leads = true,
  phase: GatheringSeen['phase'] = 'open'
) {
  const seen = (people: Record<string, Guest>) => {
    const frame = { phase, locked: false, present: Object.keys(people).length, people };
    return frame as unknown as GatheringSeen;
  };
  const said: [string, object][] = [];
  const say = vi.fn(async (command: string, input: object): Promise<Answer> => {
    said.push([command, input]);
    if (command === 'remove')
      for (const person of (input as { people: string[] }).people)
        people = { ...people, [person]: { ...people[person], present: false, removed: true } as Guest };
    if (command === 'markDouble') {
      const { person, of } = input as { person: string; of: string };
      people = { ...people, [person]: { ...people[person], present: false, double: of } as Guest };
    }
    await screen.rerender({ gathering: seen(people) });
    return { version: 2 };
  });
  const screen = await render(People, {
    id: 'tea',
    gathering: seen(people),
    leads,
    connected: null,
    acted: {},
    say,
    only
  });
  return said;
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const bo = () => button(words.more('Bo'));

test('what is done about somebody opens and closes without a mouse, and the focus is where it was', async () => {
  await list({ bo: guest(1, 'Bo'), chidi: guest(2, 'Chidi') });
  (bo().element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(bo()).toHaveAttribute('aria-expanded', 'true');
  await userEvent.keyboard('{Tab}');
  await expect.element(page.getByLabelText(words.newName)).toHaveFocus();
  await userEvent.keyboard('{Tab}{Tab}');
  await expect.element(button(words.remove)).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(button(words.remove)).not.toBeInTheDocument();
  await expect.element(bo()).toHaveFocus();
  await expect.element(bo()).toHaveAttribute('aria-expanded', 'false');
});

test('after somebody was removed the focus is on what lets them in again, not at the top of the page', async () => {
  const said = await list({ bo: guest(1, 'Bo'), chidi: guest(2, 'Chidi') });
  await bo().click();
  (button(words.remove).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(button(`${words.letIn}: Bo`)).toHaveFocus();
  expect(said).toEqual([['remove', { people: ['bo'] }]]);
});

test('an entry is marked as the double of another from the keyboard, and the focus stays with it', async () => {
  const said = await list({ bo: guest(1, 'Bo'), twin: guest(2, 'Bo') });
  await button(words.more('Bo · 2nd')).click();
  await page.getByLabelText(words.doubleOf).selectOptions('Bo');
  (button(words.markDouble).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(button(`${words.letIn}: Bo · 2nd`)).toHaveFocus();
  await expect.element(page.getByText(words.double('Bo'))).toBeVisible();
  expect(said).toEqual([['markDouble', { person: 'twin', of: 'bo' }]]);
});

test('whoever gave a wrong name is given the right one, and the focus stays with them', async () => {
  const said = await list({ bo: guest(1, 'Bo'), chidi: guest(2, 'Chidi') });
  await bo().click();
  await page.getByLabelText(words.newName).fill('Bohdan');
  await userEvent.keyboard('{Enter}');
  await expect.element(bo()).toHaveFocus();
  expect(said).toEqual([['rename', { for: 'bo', name: 'Bohdan' }]]);
});

test('a person whose name was pressed is the only one listed, with what can be done, until all are asked for', async () => {
  await list({ bo: guest(1, 'Bo'), chidi: guest(2, 'Chidi') }, 'bo');
  await expect.element(button(words.remove)).toBeVisible();
  expect(page.getByRole('listitem').elements()).toHaveLength(1);
  await button(words.everybody).click();
  await expect.element(page.getByRole('listitem').nth(1)).toBeVisible();
});

test('a helper gives another name, and removes nobody', async () => {
  await list({ bo: guest(1, 'Bo'), chidi: guest(2, 'Chidi') }, null, false);
  await bo().click();
  await expect.element(page.getByLabelText(words.newName)).toBeVisible();
  expect(button(words.remove).elements()).toEqual([]);
});

test.each(['open', 'closed'] as const)(
  'CO8 a helper has somebody erased who asks, in two presses, while %s',
  async (phase) => {
    const said = await list({ bo: guest(1, 'Bo', { via: 'walk-in' }), chidi: guest(2, 'Chidi') }, null, false, phase);
    await bo().click();
    await expect
      .element(page.getByRole('link', { name: words.stored }))
      .toHaveAttribute('href', '/console/tea/stored/bo');
    await page.getByText(words.erase, { exact: true }).click();
    expect(said).toEqual([]);
    await button(words.eraseYes).click();
    expect(said).toEqual([['erase', { for: 'bo' }]]);
    await expect.element(bo()).toHaveFocus();
  }
);

test('CO8 what is stored about a person is theirs to read on their own phone, and a closed gathering renames nobody', async () => {
  await list({ bo: guest(1, 'Bo') }, null, true, 'closed');
  await bo().click();
  await expect.element(page.getByText(words.erase, { exact: true })).toBeVisible();
  for (const hidden of [
    page.getByRole('link', { name: words.stored }),
    page.getByLabelText(words.newName),
    button(words.remove)
  ])
    expect(hidden.elements()).toEqual([]);
});

test('long names and large letters push nothing out of a narrow list', async () => {
  await list({ long: guest(1, 'W'.repeat(140)), arab: guest(2, 'محمد عبد الرحمن') });
  for (const [width, text] of [
    [280, 100],
    [280, 200],
    [328, 200]
  ] as const) {
    await page.viewport(width, 800);
    document.documentElement.style.fontSize = `${text}%`;
    expect(document.documentElement.scrollWidth, `${width} ${text}`).toBeLessThanOrEqual(width);
    for (const row of document.querySelectorAll('li')) expect(row.scrollWidth).toBeLessThanOrEqual(row.clientWidth);
  }
  document.documentElement.style.fontSize = '';
});

describe('what the activity that is on offers for one person', () => {
  const WALK_IN = { bo: guest(1, 'Bo', { via: 'walk-in' }) };
  const asked = (more: object = {}) => ({ stage: 'writing', questions: ['What would help?'], vote: null, ...more });

  async function cards(answers: Answer[] = []) {
    const said: [string, object][] = [];
    const say = (command: string, input: object): Promise<Answer> => {
      said.push([command, input]);
      return Promise.resolve(answers.shift() ?? { version: 2 });
    };
    const announce = vi.fn();
    const gathering = { phase: 'open', locked: false, present: 1, people: WALK_IN } as unknown as GatheringSeen;
    const on = (view: object) => ({ method: 'cards', view, say });
    const props = { id: 'tea', gathering, leads: false, connected: null, acted: {}, say, announce };
    const screen = await render(People, { ...props, on: on(asked()) });
    await bo().click();
    return { said, announce, show: (view: object) => screen.rerender({ on: on(view) }) };
  }
  const write = () => button(`${card.one}: Bo`);

  test('is asked, sent and told from the keyboard, and the focus is where it was', async () => {
    const { said, announce } = await cards();
    await expect.element(write()).toBeVisible();
    (write().element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByLabelText(card.cardOf('Bo'))).toHaveFocus();
    await userEvent.keyboard('A bench{Enter}');
    await expect.element(page.getByLabelText(card.cardOf('Bo'))).not.toBeInTheDocument();
    await expect.element(write()).toHaveFocus();
    expect(said).toMatchObject([['writeCard', { text: 'A bench', question: 0, for: 'bo' }]]);
    expect(announce).toHaveBeenCalledExactlyOnceWith(card.done);
  });

  test('stays open with its words while others act, and beside a refusal', async () => {
    const { show } = await cards([{ refused: 'not-at-this-stage' }]);
    await write().click();
    await page.getByLabelText(card.cardOf('Bo')).fill('A bench');
    await show(asked({ stage: 'showing' }));
    await expect.element(page.getByLabelText(card.cardOf('Bo'))).toHaveValue('A bench');
    await button(card.one).click();
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expect.element(page.getByLabelText(card.cardOf('Bo'))).toHaveValue('A bench');
  });

  test('is not offered any more once the activity has gone on', async () => {
    const { show } = await cards();
    await expect.element(write()).toBeVisible();
    await show(asked({ stage: 'closed' }));
    await expect.element(write()).not.toBeInTheDocument();
  });
});
