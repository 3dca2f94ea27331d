import { tick } from 'svelte';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { CONVERSIONS } from '../../../tests/support/ime-conversions.ts';
import { diff, patch } from '#wire/patch.ts';
import '../../app.css';
import { isRefusal, type Refusal } from '#contract/method.ts';
import * as rules from '../rules/outline/change-outline.ts';
import { outlineEvolve } from '../rules/outline/events.ts';
import {
  placeOf,
  tree,
  visible,
  writtenNote,
  type Hanging,
  type Nested,
  type Outline as Kept
} from '../rules/outline/notes.ts';
import type { OutlineInputs } from '../rules/outline/inputs.ts';
import LazyOutlineEditor from './LazyOutlineEditor.svelte';
import type { WrittenNotes } from './optimistic-notes.ts';
import { TextSync } from './text-sync.ts';
import { mergedText } from './yjs-text.ts';
import { words as pasting } from '../words/pasting.ts';
import { words } from '../words/outline.ts';

type Asks = {
  [Command in keyof OutlineInputs]: { command: Command; input: OutlineInputs[Command] };
}[keyof OutlineInputs];
type Answer = { version: number } | Refusal;

/** The rules of an outline and its words, as a server has them. They answer when the test says so. */
function minutes() {
  const state: { notes: Kept } = { notes: {} };
  const texts: Record<string, string> = {};
  const evolve = outlineEvolve((state: { notes: Kept }) => state.notes);
  let ids = 0;
  let version = 0;
  const put = (piece: string) => {
    texts[`p${(ids += 1)}`] = piece;
    return { text: `p${ids}` };
  };
  const by = { by: null };
  function decide({ command, input }: Asks) {
    switch (command) {
      case 'addNote':
        return rules.addNote(state.notes, { ...input, piece: null }, { ...by, ms: 0, turn: null, own: {} });
      case 'write':
        return rules.write(state.notes, { note: input.note, piece: put(input.piece) }, by);
      case 'gather':
        return rules.gather(state.notes, { ...input, piece: put(input.piece) }, by);
      case 'moveNote':
        return rules.moveNote(state.notes, input);
      case 'removeNote':
        return rules.removeNote(state.notes, input);
      case 'restoreNote':
        return rules.restoreNote(state.notes, input);
    }
  }
  const words = (refs: readonly string[]) => refs.map((ref) => texts[ref] ?? '');
  return {
    hear(asked: Asks): Answer {
      const decided = decide(asked);
      if (isRefusal(decided)) return decided;
      for (const { type, data } of decided) (evolve[type] as (draft: typeof state, data: unknown) => void)(state, data);
      return { version: (version += 1) };
    },
    notes: (): WrittenNotes =>
      Object.fromEntries(
        Object.entries(visible(state.notes)).map(([id, note]) => {
          const { body, pieces, ...rest } = writtenNote(note);
          const seen = Object.fromEntries(Object.keys(pieces).map((ref) => [ref, texts[ref] ?? null]));
          return [id, { ...rest, body: mergedText(words(body.writing)), pieces: seen }];
        })
      ),
    /** `Bread(flour) Roses` */
    told(branch = 'bo'): string {
      const seen = this.notes();
      const tell = (all: readonly Nested<Hanging>[]): string =>
        all.map(({ id, notes }) => `${seen[id]?.body}${notes.length > 0 ? `(${tell(notes)})` : ''}`).join(' ');
      return tell(tree(seen, branch));
    },
    place: (id: string) => placeOf(state.notes, id)
  };
}

const branches = { bo: { order: 1 }, discussion: { order: 2 } };
const HEADS: Record<string, string> = { bo: 'Bo', discussion: 'Discussion' };

async function scribe(server = minutes(), more: { mayMove?: boolean } = {}) {
  let offline = false;
  let busy = false;
  const queue: (() => void)[] = [];
  const tell = vi.fn<(sentence: string) => void>();
  // The view is patched in place, as on a page, so that only real changes trigger effects.
  const outline = $state({ branches, notes: server.notes() });
  const look = () => {
    const next = { branches, notes: server.notes() };
    patch(outline, diff($state.snapshot(outline), next));
    return tick();
  };
  const say = async (command: string, input: object): Promise<Answer> => {
    const asked = JSON.parse(JSON.stringify({ command, input })) as Asks;
    if (offline) await new Promise<void>((resolve) => queue.push(resolve));
    const answer = server.hear(asked);
    if (!busy) await look();
    return answer;
  };
  const head = (branch: string) => HEADS[branch] ?? branch;
  const screen = await render(LazyOutlineEditor, { outline, say, head, tell, ...more });
  return {
    server,
    tell,
    look,
    screen,
    /** As when many people write: answers come at once, and their effects reach the view later. */
    isBusy: () => (busy = true),
    goesOffline: () => (offline = true),
    async comesBack() {
      offline = false;
      for (const send of queue.splice(0)) send();
    }
  };
}

const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const write = (text: string) => userEvent.keyboard(text);

test('a scribe keeps up with the keyboard alone: new notes, nested, moved and removed', async () => {
  const { server } = await scribe();
  await button(words.addTo('Bo')).click();
  await write('Bread{Enter}flour{Tab}{Enter}water{Enter}Roses{Shift>}{Tab}{/Shift}');
  await expect.poll(() => server.told()).toBe('Bread(flour water) Roses');
  await write('{Alt>}{ArrowUp}{/Alt}');
  await expect.poll(() => server.told()).toBe('Roses Bread(flour water)');
  await expect.element(field('Bo, note 1')).toHaveFocus();
  await write('{Enter}x{Backspace}{Backspace}');
  await expect.poll(() => server.told()).toBe('Roses Bread(flour water)');
  await expect.element(field('Bo, note 1')).toHaveFocus();
});

test('Tab is not a trap: Escape lets it go', async () => {
  await scribe();
  await button(words.addTo('Bo')).click();
  await expect.element(field('Bo, note 1')).toHaveFocus();
  await write('{Tab}');
  await expect.element(field('Bo, note 1')).toHaveFocus();
  await write('{Escape}{Tab}');
  await expect.element(field('Bo, note 1')).not.toHaveFocus();
  await expect.element(page.getByText(words.keys)).toBeVisible();
});

test('fingers have a button for each, big enough to hit, and another branch to choose', async () => {
  await page.viewport(360, 640);
  const { server } = await scribe();
  await button(words.addTo('Bo')).click();
  await write('Bread');
  await button(words.after).click();
  await write('flour');
  for (const name of [words.nest, words.unnest, words.up, words.down, words.remove, words.after]) {
    const { width, height } = button(name).element().getBoundingClientRect();
    expect([name, width >= 44, height >= 44]).toEqual([name, true, true]);
  }
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  await button(words.nest).click();
  await expect.poll(() => server.told()).toBe('Bread(flour)');
  await page.getByLabelText(words.moveTo).selectOptions('discussion');
  await expect.poll(() => server.told('discussion')).toBe('flour');
  await expect.element(field('Discussion, note 1')).toHaveFocus();
});

test('what is removed can be brought back with everything under it', async () => {
  const { server, tell } = await scribe();
  await button(words.addTo('Bo')).click();
  await write('Bread{Enter}flour{Tab}{ArrowUp}');
  await userEvent.click(field('Bo, note 1'));
  await button(words.remove).click();
  await expect.poll(() => server.told()).toBe('');
  expect(tell).toHaveBeenCalledWith(words.removed(2));
  await button(words.bringBack).click();
  await expect.poll(() => server.told()).toBe('Bread(flour)');
  await expect.element(field('Bo, note 1.1')).toHaveValue('flour');
});

test('without a line notes stand where they were put, and nothing says it is saved before it is', async () => {
  const { server, goesOffline, comesBack } = await scribe();
  goesOffline();
  await button(words.addTo('Bo')).click();
  await write('Bread{Enter}flour{Tab}');
  await expect.element(field('Bo, note 1.1')).toHaveValue('flour');
  expect(server.told()).toBe('');
  await expect.element(page.getByText(words.saved, { exact: true })).not.toBeInTheDocument();
  expect(page.getByText(words.sending, { exact: true }).elements()).toHaveLength(2);
  await comesBack();
  await expect.poll(() => server.told()).toBe('Bread(flour)');
  await expect.poll(() => page.getByText(words.saved, { exact: true }).elements().length).toBe(2);
});

test('in a busy hall a note stays where it was put, in hand, until it is shown', async () => {
  const { server, look, isBusy } = await scribe();
  isBusy();
  await button(words.addTo('Bo')).click();
  await write('Bread{Enter}flour{Tab}');
  await expect.poll(() => server.told()).toBe('Bread(flour)');
  await expect.element(field('Bo, note 1.1')).toHaveFocus();
  await write(' and salt{Enter}Roses{Shift>}{Tab}{/Shift}');
  await expect.poll(() => server.told()).toBe('Bread(flour and salt) Roses');
  await look();
  await expect.element(field('Bo, note 2')).toHaveFocus();
  await write(', red');
  await expect.poll(() => server.told()).toBe('Bread(flour and salt) Roses, red');
});

test('a note in hand stays in hand when somebody else moves it to another branch', async () => {
  const { server, look } = await scribe();
  await button(words.addTo('Bo')).click();
  await write('Bread{Enter}Roses');
  await expect.poll(() => server.told()).toBe('Bread Roses');
  const [, id = ''] = Object.keys(server.notes());
  (field('Bo, note 2').element() as HTMLTextAreaElement).setSelectionRange(0, 0);
  server.hear({ command: 'moveNote', input: { note: id, at: { branch: 'discussion', parent: null, after: null } } });
  await look();
  await write('Red r');
  await expect.element(field('Discussion, note 1')).toHaveValue('Red rRoses');
});

test('what somebody else writes in the same note appears in place, and the caret stays between its letters', async () => {
  const { server, look } = await scribe();
  await button(words.addTo('Bo')).click();
  await write('Bread roses');
  await expect.poll(() => server.told()).toBe('Bread roses');
  const [id = ''] = Object.keys(server.notes());
  const element = field('Bo, note 1').element() as HTMLTextAreaElement;
  element.setSelectionRange(11, 11);
  const chidi = new TextSync({
    write: async (piece) => server.hear({ command: 'write', input: { note: id, piece } }),
    gather: async () => ({ version: 0 }),
    after: () => () => {},
    changed: () => {}
  });
  chidi.take(server.notes()[id]?.pieces ?? {});
  chidi.type('Bread and roses', 10);
  chidi.flush();
  await look();
  await expect.element(field('Bo, note 1')).toHaveValue('Bread and roses');
  expect(element.selectionStart).toBe(15);
  await write(', too');
  await expect.poll(() => server.told()).toBe('Bread and roses, too');
});

test('whoever takes up a note that somebody else began sees what that one writes on', async () => {
  const { server, look } = await scribe();
  server.hear({
    command: 'addNote',
    input: { note: 'a'.repeat(16), at: { branch: 'bo', parent: null, after: null }, piece: null }
  });
  await look();
  const other = new TextSync({
    write: async (piece) => server.hear({ command: 'write', input: { note: 'a'.repeat(16), piece } }),
    gather: async () => ({ version: 0 }),
    after: () => () => {},
    changed: () => {}
  });
  await userEvent.click(field('Bo, note 1'));
  other.type('Bread', 5);
  other.flush();
  await look();
  await expect.element(field('Bo, note 1')).toHaveValue('Bread');
});

/** As in a browser: the paste event comes first, and then the text is in the field. */
async function paste(into: ReturnType<typeof field>, list: string) {
  const data = new DataTransfer();
  data.setData('text/plain', list);
  into.element().dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  await into.fill(list);
}

const LIST = `    1. Sally Duros
      1. Feeling excited indeed.
      2. compassion as a fuel
        • How are we increasing compassion?
    2. Discussion circle`;

test('a pasted list is asked about, and becomes nested notes', async () => {
  const { server } = await scribe();
  await button(words.addTo('Bo')).click();
  await paste(field('Bo, note 1'), LIST);
  await expect.element(page.getByText(pasting.ask(5))).toBeVisible();
  await button(pasting.many(5)).click();
  await expect
    .poll(() => server.told())
    .toBe(
      'Sally Duros(Feeling excited indeed. compassion as a fuel(How are we increasing compassion?)) Discussion circle'
    );
  await expect.element(field('Bo, note 2')).toHaveFocus();
});

test('a pasted list may stay one note, with its lines', async () => {
  const { server } = await scribe();
  await button(words.addTo('Bo')).click();
  await paste(field('Bo, note 1'), 'Bread\nRoses');
  await button(pasting.one).click();
  await expect.poll(() => server.told()).toBe('Bread\nRoses');
  await expect.element(button(pasting.one)).not.toBeInTheDocument();
});

test('whoever may only mend their words finds the text, and no way to move or remove it', async () => {
  const { server } = await scribe();
  await button(words.addTo('Bo')).click();
  await write('Bred');
  await expect.poll(() => server.told()).toBe('Bred');
  const mending = await scribe(server, { mayMove: false });
  const fields = page.getByRole('textbox', { name: 'Bo, note 1' });
  await expect.poll(() => fields.elements().length).toBe(2);
  const own = mending.screen.container.querySelector('textarea') as HTMLTextAreaElement;
  own.focus();
  own.setSelectionRange(3, 3);
  await write('a{Enter}{Tab}');
  await expect.poll(() => server.told()).toBe('Bread');
  expect(mending.screen.container.querySelectorAll('button')).toHaveLength(0);
});

test.each(Object.entries(CONVERSIONS))(
  'Enter that takes a converted word begins no new note, %s',
  async (_told, convert) => {
    const { server } = await scribe();
    await button(words.addTo('Bo')).click();
    await write('会議');
    convert(field('Bo, note 1').element());
    await expect.poll(() => server.told()).toBe('会議');
    await expect.element(field('Bo, note 2')).not.toBeInTheDocument();
    await write('{Enter}');
    await expect.element(field('Bo, note 2')).toBeVisible();
  }
);
