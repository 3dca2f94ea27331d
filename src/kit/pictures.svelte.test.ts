import { createRawSnippet, type Component } from 'svelte';
import { afterEach, describe, expect, test } from 'vitest';
import { page, server } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { asWall, barriers, showOn, takeThemeOff, THEMES } from '../../tests/support/surfaces.ts';
import '../app.css';
import CardWall from './board/CardWall.svelte';
import Columns from './board/Columns.svelte';
import Roster from './board/Roster.svelte';
import Stage from './board/Stage.svelte';
import Tally from './board/Tally.svelte';
import ActionRow from './console/ActionRow.svelte';
import ExposureChoice from './console/ExposureChoice.svelte';
import FindCard from './console/FindCard.svelte';
import Grouping from './console/grouping/Grouping.svelte';
import { pilesOf } from './console/grouping/piles.ts';
import Head from './console/Head.svelte';
import PersonPicker from './console/PersonPicker.svelte';
import ReviewQueue from './console/ReviewQueue.svelte';
import Scribes from './console/Scribes.svelte';
import TypeCard from './console/TypeCard.svelte';
import VotePanel from './console/VotePanel.svelte';
import WorkingArea from './console/working-area/WorkingArea.svelte';
import Choice from './phone/Choice.svelte';
import Consent from './phone/Consent.svelte';
import OwnCards from './phone/OwnCards.svelte';
import Scale from './phone/Scale.svelte';
import Scene from './phone/Scene.svelte';
import TextCard from './phone/TextCard.svelte';
import VoteForm from './phone/VoteForm.svelte';
import { groupingWords } from './words/grouping.ts';
import { ownCardWords } from './words/own-cards.ts';
import { reviewWords } from './words/review.ts';

/**
 * One state of each piece, as docs/kit.md shows it. `VITE_PICTURES=yes npx vitest run --project component
 * src/kit/pictures.svelte.test.ts` takes the pictures anew.
 */
const TAKES = import.meta.env['VITE_PICTURES'] === 'yes';
const SIZES = { phone: [360, 640], console: [760, 800], board: [1280, 720] } as const;

const html = (inside: string) => createRawSnippet(() => ({ render: () => inside }));
const done = () => Promise.resolve(true);
const tell = () => {};
const QUESTION = 'What would help our street?';
const card = (id: string, text: string, small: string | null = null) => ({
  id,
  text,
  photo: null,
  small,
  starred: false
});
const CARDS = ['A bench near the bakery', 'Slower cars', 'A library of tools', 'Soup in the yard on Fridays'];
const noun = { one: 'card', many: 'cards' };
const person = (name: string, order: number, via: 'phone' | 'walk-in' = 'phone') => ({
  ...{ name, order, via, present: true, rehearsed: false }
});
const people = { ana: person('Ana', 1), dana: person('Dana', 2, 'walk-in'), eli: person('Eli', 3) };
const labels: Record<string, string> = { bench: 'Places to sit', cars: 'Slower traffic', soup: 'Eating together' };
const labelOf = (option: string) => labels[option] ?? option;
const total = (sum: number, place: number) => ({ sum, voters: sum, median: 1, place });
const vote = {
  ...{ id: 'v1', kind: 'dots', dots: 3, stack: true, most: 5, options: Object.keys(labels), open: true },
  ...{ voted: 21, of: 34, totals: null, ties: null, without: ['dana'] }
} as const;
const closed = {
  ...vote,
  ...{ open: false, voted: 34, ties: [['bench', 'soup']] },
  totals: { bench: total(27, 1), soup: total(27, 1), cars: total(18, 3) }
};
const press = () => ({ type: 'button' as const, onclick: () => {} });
const desk = (id: string, text: string) => ({ ...card(id, text), marks: [], emphasis: false, more: [], folded: [] });
const group = (id: string | null, name: string | null, texts: readonly string[]) => ({
  ...{ id, name, cards: texts.map((text, nth) => desk(`${id}${nth}`, text)) }
});

type Piece = { on: keyof typeof SIZES; piece: Component<never>; props: object };
const PIECES: Record<string, Piece> = {
  scene: {
    on: 'phone',
    piece: Scene,
    props: { key: 'one', title: QUESTION, about: 'Write for yourself first.', tell, children: html('<p>…</p>') }
  },
  'text-card': {
    on: 'phone',
    piece: TextCard,
    props: {
      label: 'Your card',
      about: 'One thought on each card.',
      most: 200,
      value: CARDS[0],
      send: 'Send',
      input: {}
    }
  },
  'own-cards': {
    on: 'phone',
    piece: OwnCards,
    props: {
      ...{ open: true, most: 200, words: ownCardWords(noun), act: done, tell },
      cards: CARDS.slice(0, 2).map((text, order) => ({ id: `c${order}`, text, order, rev: 1, notes: [] }))
    }
  },
  choice: {
    on: 'phone',
    piece: Choice,
    props: {
      press,
      options: CARDS.slice(0, 3).map((name, nth) => ({ id: name, name, chosen: nth === 1, mark: nth + 1 }))
    }
  },
  scale: {
    on: 'phone',
    piece: Scale,
    props: {
      ...{ steps: [0, 1, 2, 3, 4, 5], value: 4, press },
      named: 'asked',
      ends: { low: 'I block it', high: 'I lead it' }
    }
  },
  consent: { on: 'phone', piece: Consent, props: { named: false, label: 'The harvest may name me', say: done } },
  'vote-form': {
    on: 'phone',
    piece: VoteForm,
    props: { view: vote, mine: { vote: 'v1', votes: { bench: 2 } }, labelOf, say: done }
  },
  stage: {
    on: 'board',
    piece: Stage,
    props: { question: QUESTION, over: 'Question 1 of 3', cue: 'Write one thought on each card' }
  },
  'card-wall': {
    on: 'board',
    piece: CardWall,
    props: {
      ...{ title: QUESTION, empty: '', wall: true },
      groups: [
        {
          id: 'sit',
          title: 'Places to sit',
          loose: false,
          cards: [card('a', CARDS[0]!), card('b', 'A swing for two')]
        },
        { id: 'loose', title: 'Not in a group yet', loose: true, cards: CARDS.slice(1).map((text) => card(text, text)) }
      ]
    }
  },
  columns: {
    on: 'board',
    piece: Columns,
    props: {
      ...{ title: '4 cards', wall: true },
      columns: ['Start', 'Stop', 'Continue'].map((title, nth) => ({
        ...{ id: title, title, loose: false, cards: CARDS.slice(nth, nth + 2).map((text) => card(text, text)) }
      }))
    }
  },
  roster: {
    on: 'board',
    piece: Roster,
    props: {
      names: [
        { id: '1', name: 'Ana', note: 'next', about: 'The garden' },
        { id: '2', name: 'Eli', note: 'after Ana' }
      ]
    }
  },
  tally: { on: 'board', piece: Tally, props: { view: closed, labelOf, wall: true } },
  head: {
    on: 'console',
    piece: Head,
    props: { children: html('<p><strong>Writing</strong> · 21 of 34 have written</p>'), add: done, said: '' }
  },
  'working-area': {
    on: 'console',
    piece: WorkingArea,
    props: {
      tell,
      tabs: [
        { key: 'run', title: 'Run', content: html('<p>29 of 34 seated · table 3 has no host</p>') },
        { key: 'notes', title: 'Notes', count: 53, wants: '2 wait for a look', wide: true, content: html('<p></p>') },
        { key: 'settings', title: 'Settings', content: html('<p></p>') }
      ]
    }
  },
  'action-row': {
    on: 'console',
    piece: ActionRow,
    props: {
      mark: 'on',
      children: html(`<p>${CARDS[0]}</p>`),
      actions: html('<button type="button">Take off the board</button>')
    }
  },
  'review-queue': {
    on: 'console',
    piece: ReviewQueue,
    props: {
      ...{ words: reviewWords(noun), show: done, hide: done },
      waiting: [{ ...card('a', CARDS[0]!), from: 'Ana' }],
      hidden: [{ ...card('b', CARDS[1]!), from: 'Eli' }]
    }
  },
  'find-card': {
    on: 'console',
    piece: FindCard,
    props: {
      ...{ most: 200, words: reviewWords(noun), hide: done, correct: done },
      cards: CARDS.map((text, nth) => ({ id: `c${nth}`, text, from: 'Ana', rev: 1 }))
    }
  },
  'type-card': {
    on: 'console',
    piece: TypeCard,
    props: {
      ...{
        about: 'For people without a phone',
        label: 'Their card',
        most: 200,
        draft: '',
        send: 'Put it with the others',
        add: done
      },
      children: html('<p>Dana</p>')
    }
  },
  grouping: {
    on: 'console',
    piece: Grouping,
    props: {
      ...{ words: groupingWords(noun), nameMost: 60, tell },
      actions: { group: done, name: done, join: done, merge: done, takeApart: done, marks: [] },
      sections: [
        {
          ...{ key: '', title: null },
          piles: pilesOf('', [
            group(null, null, CARDS.slice(1)),
            group('sit', 'Places to sit', [CARDS[0]!, 'A swing for two'])
          ])
        }
      ]
    }
  },
  'person-picker': {
    on: 'console',
    piece: PersonPicker,
    props: {
      ...{ label: 'Who?', pick: tell },
      groups: [
        { title: 'Without a phone', choices: [{ key: 'dana', name: 'Dana', note: '' }] },
        { title: 'With a phone', choices: [{ key: 'ana', name: 'Ana', note: 'table 3' }] }
      ]
    }
  },
  'vote-panel': {
    on: 'console',
    piece: VotePanel,
    props: { view: closed, count: 3, people, labelOf, say: done, leads: true }
  },
  scribes: {
    on: 'console',
    piece: Scribes,
    props: {
      ...{ scribes: ['eli'], people, wrong: null, act: done },
      words: { about: 'Scribes write on their phones what is said.', none: 'Nobody yet.', made: String, ended: String }
    }
  },
  'exposure-choice': {
    on: 'console',
    piece: ExposureChoice,
    props: {
      ...{
        title: 'Who learns who said what',
        levels: ['L0', 'L1'],
        exposure: 'L0',
        onlyFalls: false,
        wrong: null,
        act: done
      },
      about: (level: string) => ({ name: level === 'L0' ? 'Nobody' : 'Those who lead', about: null })
    }
  }
};

afterEach(takeThemeOff);

async function draws({ on, piece, props }: Piece, theme: (typeof THEMES)[number]): Promise<HTMLElement> {
  const [width, height] = SIZES[on];
  await showOn(theme, width, height);
  const { container } = await render(piece as Component, { props });
  if (on === 'board') asWall(container);
  // A row is a part of a list.
  if (piece === (ActionRow as unknown)) container.role = 'list';
  Object.assign(container.style, {
    ...{ background: 'var(--paper)', padding: '16px', boxSizing: 'border-box', inlineSize: `${width}px` },
    ...(on === 'board' && { blockSize: '480px', display: 'flex' })
  });
  const asked = document.createElement('p');
  Object.assign(asked, { id: 'asked', textContent: 'We meet every month' });
  // What a scale is about stands above it, and is its name.
  if (piece === (Scale as unknown)) container.prepend(asked);
  return container;
}

describe.each(Object.entries(PIECES))('%s', (name, piece) => {
  test.each(THEMES)('can be used by everybody, by %s', async (theme) => {
    await draws(piece, theme);
    expect(await barriers()).toEqual([]);
  });

  test('has its picture in docs/kit.md', async () => {
    const container = await draws(piece, 'paper');
    if (TAKES) await page.screenshot({ element: container, path: `../../docs/kit/${name}.png` });
    const { readFile } = server.commands;
    expect(await readFile('docs/kit.md')).toContain(`](kit/${name}.png)`);
    expect((await readFile(`docs/kit/${name}.png`, 'base64')).length).toBeGreaterThan(1000);
  });
});
