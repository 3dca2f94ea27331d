import { vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Answer } from '#wire/messages.ts';
import '../../../app.css';
import type Console from '../Console.svelte';
import type { ConsoleSeen } from '../views/console.ts';
import { people, T0 } from './console-view.ts';

type Say = (command: string, input: object) => Promise<Answer>;

/** Opens a console at one moment; `say` remembers what was asked for. */
export const deskOf =
  (console: typeof Console) =>
  async (view: ConsoleSeen, leads = true, answer: Answer = { version: 9 }) => {
    const say = vi.fn<Say>(() => Promise.resolve(answer));
    const photoAt = (photo: string) => `/photo/${photo}`;
    const screen = await render(console, { view, people, say, leads, photoAt, now: () => T0 });
    return { say, see: (next: ConsoleSeen) => screen.rerender({ view: next }) };
  };

export const button = (name: string) => page.getByRole('button', { name, exact: true });
export const starting = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) });
export const show = (tab: string) => page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
export const status = () => page.getByRole('status').first();
