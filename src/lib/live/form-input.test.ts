import { expect, test } from 'vitest';
import { inputOf } from './form-input.ts';

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

test('a button says what it asks for', () => {
  expect(inputOf(form({ device: 'd', command: 'place', input: '{"x":500}' }))).toEqual({ x: 500 });
});

test('typed fields join what the button asks for, and an empty one is nothing', () => {
  expect(inputOf(form({ 'input.name': 'Ana', input: '{"for":"bo"}' }))).toEqual({ name: 'Ana', for: 'bo' });
  expect(inputOf(form({ 'input.name': '' }))).toEqual({ name: null });
});

test.each(['{', '5', 'null', ''])('a form that was tampered with (%s) asks for nothing', (input) => {
  expect(inputOf(form({ input }))).toBeNull();
});
