import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { NamingAct } from '#gathering/command-types.ts';
import { sorting as words } from '#words/index.ts';
import '../../../../../app.css';
import type { GatheringSeen } from '../../steps.ts';
import HelperNames from './HelperNames.svelte';

const person = (name: string | null, more: object = {}) => ({ name, via: 'walk-in', present: true, order: 1, ...more });
const people = {
  wanda: person('Wanda'),
  yusuf: person('Yusuf', { named: true }),
  xiomara: person('Xiomara', { named: false }),
  bo: person('Bo', { via: 'phone' }),
  erased: person(null)
};

const open = async (act = vi.fn(() => Promise.resolve(true))) => {
  const gathering = { people } as unknown as GatheringSeen;
  await render(HelperNames, { gathering, act: act as unknown as NamingAct, wrong: null });
  return act;
};
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

test('CO11 a helper records what each person without a phone says, and of nobody else', async () => {
  const act = await open();
  expect(page.getByRole('listitem').elements()).toHaveLength(3);
  await press(words.names.yesOf('Wanda'));
  await press(words.names.noOf('Yusuf'));
  await press(words.names.yesOf('Xiomara'));
  expect(act.mock.calls).toEqual([
    ['sayNamed', { for: 'wanda', named: true }, words.names.said('Wanda', true)],
    ['sayNamed', { for: 'yusuf', named: false }, words.names.said('Yusuf', false)],
    ['sayNamed', { for: 'xiomara', named: true }, words.names.said('Xiomara', true)]
  ]);
});
