import { expect, it } from 'vitest';
import { edition } from '../../../../../tests/support/editions.ts';
import { reworded } from './reworded.ts';

const asked = (words: string) => {
  const form = new FormData();
  for (const [name, value] of new URLSearchParams(words)) form.set(name, value);
  return reworded(edition(), form);
};

it('shows the draft with the words of the form and nothing else changed', () => {
  expect(asked('title=+Our+square+&summary=We+share+it.&version=9')).toEqual({
    ...edition(),
    title: 'Our square',
    summary: 'We share it.'
  });
});

it('keeps the title when there is none, and lets the summary stay empty', () => {
  expect(asked('title=+&summary=')).toEqual({ ...edition(), summary: null });
  expect(asked('')).toEqual(edition());
});

it('cuts nothing in silence: what is too long is shown whole, and refused when it is published', () => {
  expect(asked(`title=${'🧵'.repeat(200)}`).title).toBe('🧵'.repeat(200));
});

it('keeps the lines of the summary', () => {
  expect(asked('summary=We+share+it.%0D%0ATogether.').summary).toBe('We share it.\nTogether.');
});

it('shows when it was held as the form corrects it, and as it was recorded where the form holds no such time', () => {
  const held = asked('began=2026-11-20T19:00&ended=2026-11-20T21:30&zone=Europe/Berlin').gathering.held;
  expect(held).toEqual({ from: '2026-11-20T19:00+01:00', to: '2026-11-20T21:30+01:00', timeZone: 'Europe/Berlin' });
  for (const wrong of ['began=&ended=&zone=', 'began=2026-11-20T19:00&ended=2026-11-20T18:00&zone=Europe/Berlin'])
    expect(asked(wrong)).toEqual(edition());
});
