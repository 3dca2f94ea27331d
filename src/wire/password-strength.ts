/** Why an attacker would try a password early. Each value is also the code of the refusal. */
export type Weakness = 'password-short' | 'password-repeats' | 'password-common' | 'password-personal';

/** Code points, as NIST SP 800-63B counts them. */
export const PASSWORD_AT_LEAST = 10;

/** A password has to be worth this many parts: a known word or a run counts as one, and so does any other letter. */
const PARTS_AT_LEAST = 6;
const LETTERS_AT_LEAST = 4;

/**
 * What is wrong with a new password, or null. The page asks while it is typed and the server asks again, so both say
 * the same. Parts are counted as Microsoft Entra's password protection counts them: it costs no long list on a phone,
 * and still finds what people add to a bad password to make it pass (`Password2026!` is a word, a year and a sign:
 * three parts).
 *
 * @param about what anybody may know of this person: their name, their email address
 */
export function weaknessOf(password: string, about: readonly string[] = []): Weakness | null {
  if ([...password.normalize('NFC')].length < PASSWORD_AT_LEAST) return 'password-short';
  const letters = [...folded(password)];
  if (new Set(letters).size < LETTERS_AT_LEAST) return 'password-repeats';
  const own = [PRODUCT, ...about.flatMap(namesIn)].map(folded);
  const { parts, found } = partsOf(letters.slice(0, periodOf(letters)).join(''), own);
  if (parts >= PARTS_AT_LEAST) return null;
  return found.has('own') ? 'password-personal' : found.size > 0 ? 'password-common' : 'password-repeats';
}

type Found = 'own' | 'common';

function partsOf(letters: string, own: readonly string[]): { parts: number; found: Set<Found> } {
  const found = new Set<Found>();
  let parts = 0;
  let at = 0;
  while (at < letters.length) {
    const rest = letters.slice(at);
    const [mine, common] = [longest(own, rest), Math.max(longest(COMMON, rest), runAt(rest), yearAt(rest))];
    if (mine > 0 && mine >= common) found.add('own');
    else if (common > 0) found.add('common');
    parts += 1;
    at += Math.max(mine, common, 1);
  }
  return { parts, found };
}

const longest = (words: readonly string[], rest: string): number =>
  Math.max(0, ...words.map((word) => (rest.startsWith(word) ? word.length : 0)));

/**
 * How long a run of one letter, of neighbours in the alphabet or of neighbours on a keyboard begins here; 0 under
 * three.
 */
function runAt(rest: string): number {
  const inRow = ROWS.map((row) => {
    let length = 0;
    while (length < rest.length && row.includes(rest.slice(0, length + 1))) length += 1;
    return length;
  });
  let same = 1;
  while (same < rest.length && rest[same] === rest[0]) same += 1;
  const length = Math.max(same, ...inRow);
  return length >= 3 ? length : 0;
}

const yearAt = (rest: string): number => (/^(19|20)\d\d/.test(unfolded(rest.slice(0, 4))) ? 4 : 0);

/** The length of the shortest beginning that the whole only says again and again. */
function periodOf(letters: readonly string[]): number {
  for (let length = 1; length <= letters.length / 2; length += 1)
    if (letters.every((letter, index) => letter === letters[index % length])) return length;
  return letters.length;
}

const DIGITS_AS_LETTERS: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' };
const LETTERS_AS_DIGITS = Object.fromEntries(
  Object.entries(DIGITS_AS_LETTERS).map(([digit, letter]) => [letter, digit])
);
const SIGNS_AS_LETTERS: Record<string, string> = { ...DIGITS_AS_LETTERS, l: 'i', '!': 'i', '|': 'i', '@': 'a', $: 's' };

/** Without spaces, accents and capitals, and with the digits that people put for letters as those letters. */
function folded(words: string): string {
  const bare = words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\s\p{M}\p{Cf}]/gu, '');
  return [...bare].map((letter) => SIGNS_AS_LETTERS[letter] ?? letter).join('');
}

const unfolded = (letters: string): string =>
  [...letters].map((letter) => LETTERS_AS_DIGITS[letter] ?? letter).join('');

/** Parts of under three letters stand in too many good passwords. */
const namesIn = (words: string): string[] =>
  words.split(/[^\p{L}\p{N}\p{M}]+/u).filter((name) => [...name].length >= 3);

const PRODUCT = 'plenary';

const ROWS = ['abcdefghijklmnopqrstuvwxyz', 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя', '01234567890']
  .concat(['qwertyuiop', 'qwertzuiopü', 'azertyuiop', 'asdfghjkl', 'zxcvbnm', 'yxcvbnm', 'йцукенгшщзхъ'])
  .flatMap((row) => [row, [...row].reverse().join('')])
  .map(folded);

/**
 * The worst: words that lead the published lists of stolen passwords in several languages, and walks over a keyboard
 * that are no row of it. Under four letters they would meet good passwords by chance.
 */
const COMMON = `
  password passwort passw motdepasse contrasena wachtwoord salasana losenord haslo heslo senha parola sifre пароль
  welcome willkommen bienvenue bienvenido bemvindo benvenuto welkom
  login admin administrator root user guest default changeme letmein secret geheim test temp master access
  iloveyou ichliebedich tequiero jetaime loveyou love hello hallo bonjour hola
  qazwsx 1qaz 2wsx 3edc 4rfv zaq1 xsw2 1q2w 3e4r 5t6y 5t6z q1w2 e3r4 t5y6 t5z6 zaqwsx
  dragon monkey football baseball basketball soccer hockey fussball futbol
  sunshine princess superman batman starwars pokemon shadow flower freedom whatever trustno
  michael jennifer jessica charlie jordan daniel thomas andrea
  summer winter spring autumn fall sommer herbst fruhling
  january february march april june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday
  organizer organiser facilitator meeting gathering workshop conference
`
  .trim()
  .split(/\s+/)
  .map(folded);
