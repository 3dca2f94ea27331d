import { createRawSnippet, mount, unmount, type Component } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Scenes } from '#contract/testing/scenes.ts';
import { people } from '#methods/cafe/testing/console-view.ts';
import { NOW } from '#methods/fishbowl/testing/views.ts';
import { surfaces } from '#methods/surfaces.ts';
import type { Doc } from '#wire/messages.ts';
import { diff, patch } from '#wire/patch.ts';
import { SIGHTS, sightsOf } from '../../tests/support/scene-sights.ts';
import { live } from '../../tests/support/surfaces.ts';
import '../app.css';
import Activity from './Activity.svelte';
import BoardScreen from './board/BoardScreen.svelte';

type Kind = 'Board' | 'BoardText' | 'Phone' | 'Console';

const played = import.meta.glob<{ scenes: Scenes }>('../methods/*/testing/scenes.ts', { eager: true });
/** By method and surface, the view of the method's first scene: a new method needs no line here. */
const views: Record<string, Record<Kind, object>> = Object.fromEntries(
  Object.entries(played).map(([path, { scenes }]) => {
    const first = Object.fromEntries(Object.entries(scenes).slice(0, 1));
    const viewOf = (kind: Kind) => (sightsOf(first, SIGHTS[kind])[0]?.props as { view?: object })?.view ?? {};
    const kinds = { Board: viewOf('Board'), BoardText: viewOf('BoardText'), Phone: viewOf('Phone') };
    return [path.split('/')[2] ?? '', { ...kinds, Console: viewOf('Console') }];
  })
);

const answer = () => Promise.resolve({ version: 1 });
const around = {
  mine: null,
  channelViews: {},
  people,
  leads: true,
  licence: 'CC0-1.0',
  link: live,
  ballot: null,
  arrival: null,
  say: answer,
  sayWithPhoto: answer,
  photoAt: (photo: string) => photo,
  now: () => NOW,
  move: () => {},
  moving: () => null,
  tell: () => {}
};

/** As a page draws an activity, with everything that any surface asks for. */
const surface = createRawSnippet<[Component, object, string]>((component, view) => ({
  render: () => '<div></div>',
  setup(element) {
    const props = {
      ...around,
      get view() {
        return view();
      }
    };
    const running = mount(component() as Component<typeof props>, { target: element, props });
    return () => void unmount(running);
  }
}));

const frame = {
  phase: 'open',
  title: 'Tea',
  licence: 'CC0-1.0',
  edition: null,
  place: null,
  code: '482915',
  present: 3
};
const turnedTo = (method: string, kind: Kind): Doc => ({
  gathering: { ...frame, now: method, rehearsal: false, blank: false, pages: { held: false, turn: 0 } },
  activities: { [method]: { method, view: views[method]?.[kind] ?? {} } }
});

/** Everything that is thrown, or told on the console as an error, until the test is over. */
function listening(): string[] {
  const heard: string[] = [];
  const hear = (event: ErrorEvent | PromiseRejectionEvent) => {
    event.preventDefault();
    heard.push(String('reason' in event ? event.reason : event.error));
  };
  const usual = console.error;
  console.error = (...said: unknown[]) => heard.push(said.join(' '));
  window.addEventListener('error', hear);
  window.addEventListener('unhandledrejection', hear);
  onTestFinished(() => {
    console.error = usual;
    window.removeEventListener('error', hear);
    window.removeEventListener('unhandledrejection', hear);
  });
  return heard;
}

const methods = Object.keys(surfaces);
const pairs = methods.flatMap((from) => methods.filter((to) => to !== from).map((to) => [from, to] as const));
const kinds = ['Board', 'BoardText', 'Phone', 'Console'] as const;

/** Loaded before: what comes next is then there at once, and stands beside what goes. */
const loaded = (method: string, kind: Kind) => surfaces[method]?.[kind]();

test.each(kinds)('when the room moves on, no %s of a method gets a view of another one', async (kind) => {
  for (const [from, to] of pairs) {
    await Promise.all([from, to].map((method) => loaded(method, kind)));
    const heard = listening();
    const page = $state({ id: from, doc: turnedTo(from, kind) });
    const load = (method: string) => loaded(method, kind) as Promise<{ default: Component }> | undefined;
    const props = {
      load,
      surface,
      get id() {
        return page.id;
      },
      get activities() {
        return page.doc.activities;
      }
    };
    const { container, unmount } = await render(Activity<Component>, props);
    await expect.poll(() => container.textContent?.trim()).toBeTruthy();
    const before = container.textContent;
    patch(page.doc, diff(page.doc, turnedTo(to, kind)));
    page.id = to;
    await expect.poll(() => container.textContent).not.toBe(before);
    expect([from, to, ...heard]).toEqual([from, to]);
    await unmount();
  }
});

test('a wall moves from any method to any other, as its patches come', async () => {
  for (const [from, to] of pairs) {
    await Promise.all([from, to].map((method) => loaded(method, 'Board')));
    const heard = listening();
    const doc = $state(turnedTo(from, 'Board'));
    const props = { doc, host: 'plenary.example', qr: null, editionQr: null, now: around.now, wall: true };
    const { container, unmount } = await render(BoardScreen, props);
    const scene = () => container.querySelector('.scene')?.textContent?.trim();
    await expect.poll(scene).toBeTruthy();
    const before = scene();
    patch(doc, diff(doc, turnedTo(to, 'Board')));
    await expect.poll(() => ![before, ''].includes(scene())).toBe(true);
    expect([from, to, ...heard]).toEqual([from, to]);
    await unmount();
  }
});
