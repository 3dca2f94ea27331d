import { expect, test } from 'vitest';
import { weaknessOf, type Weakness } from './password-strength.ts';

const ANA = ['Ana Sánchez', 'ana.sanchez@riverside.example.org'];

test.each<[string, Weakness]>([
  ['lantern', 'password-short'],
  ['жжжжжжжжж', 'password-short'],
  ['aaaaaaaaaa', 'password-repeats'],
  ['          ', 'password-repeats'],
  ['\u00a0 \u2003 \u3000 \u00a0 \u2003 ', 'password-repeats'],
  ['abababababab', 'password-repeats'],
  ['xkqzxkqzxkqz', 'password-repeats'],
  ['..........', 'password-repeats'],
  ['1234567890', 'password-common'],
  ['9876543210', 'password-common'],
  ['abcdefghijkl', 'password-common'],
  ['qwertyuiop', 'password-common'],
  ['poiuytrewq', 'password-common'],
  ['qwertzuiopü', 'password-common'],
  ['azertyuiop', 'password-common'],
  ['1q2w3e4r5t6z', 'password-common'],
  ['passwordpassword', 'password-common'],
  ['P@ssw0rd2026!', 'password-common'],
  ['Passwort123456', 'password-common'],
  ['Willkommen2026', 'password-common'],
  ['contraseña123', 'password-common'],
  ['пароль12345', 'password-common'],
  ['iloveyou1987', 'password-common'],
  ['Plenary2026!', 'password-personal'],
  ['plenaryplenary', 'password-personal'],
  ['anasanchez', 'password-personal'],
  ['Ana Sanchez 1979', 'password-personal'],
  ['riverside2026', 'password-personal']
])('%j is refused as %s', (password, weakness) => {
  expect(weaknessOf(password, ANA)).toBe(weakness);
});

test.each([
  'lantern and thread',
  'ten long words',
  'kestrel-ochre-17',
  'Ana likes sour soup',
  'xkqzpwvmtr',
  'ein blauer Esel im Regen',
  'мой кот спит днём',
  '窓辺の猫は夕方に眠る',
  'sunshine over the old harbour'
])('%j is taken', (password) => {
  expect(weaknessOf(password, ANA)).toBeNull();
});

test('a name of two letters does not make every password somebody’s own', () => {
  expect(weaknessOf('boat over the bow', ['Bo', 'bo@x.org'])).toBeNull();
});
