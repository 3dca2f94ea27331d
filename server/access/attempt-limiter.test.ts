import { expect, test } from 'vitest';
import { AttemptLimiter } from './attempt-limiter.ts';

/** A clock that a pause moves forward at once; `waited` has the length of each pause. */
function clock() {
  let now = 0;
  const waits: number[] = [];
  return {
    now: () => now,
    async pause(ms: number) {
      waits.push(ms);
      now += ms;
    },
    passes: (ms: number) => (now += ms),
    waits
  };
}

const LIMITS = { place: { burst: 4, perHour: 360 }, everywhere: { burst: 6, perHour: 180 } };
const SPARED = { burst: 2, perHour: 2, by: 'place', from: 'everywhere' } as const;
const at = (place: string) => ({ place, everywhere: 'everywhere' });
const wrong = () => null;
const right = () => 'ana';

test('a right answer after many wrong ones waits its turn, and is given', async () => {
  const time = clock();
  const limiter = new AttemptLimiter(LIMITS, SPARED, time);
  for (let guess = 0; guess < 4; guess += 1) expect(await limiter.attempt(at('hall'), wrong)).toEqual({ found: null });
  expect(time.waits).toEqual([]);
  expect(await limiter.attempt(at('hall'), right)).toEqual({ found: 'ana' });
  expect(time.waits).toEqual([10_000]);
});

test('right answers use nothing up, however many there are', async () => {
  const time = clock();
  const limiter = new AttemptLimiter(LIMITS, SPARED, time);
  for (let arrival = 0; arrival < 500; arrival += 1) await limiter.attempt(at('hall'), right);
  expect(time.waits).toEqual([]);
});

test('right and wrong wait alike, and whoever would wait too long is told nothing', async () => {
  const looked: string[] = [];
  const outcome = async (answer: string | null) => {
    const waits: number[] = [];
    const limiter = new AttemptLimiter(LIMITS, SPARED, { now: () => 0, pause: async (ms) => waits.push(ms) });
    const asked = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        limiter.attempt(at('hall'), () => {
          looked.push(`${index}`);
          return index < 19 ? null : answer;
        })
      )
    );
    return { waits, last: asked.at(-1) };
  };
  const [guessedRight, guessedWrong] = [await outcome('ana'), await outcome(null)];
  expect(guessedRight).toEqual(guessedWrong);
  expect(guessedRight.last).toHaveProperty('waitMs');
  expect(looked).not.toContain('19');
});

test('guesses at once are counted before the first is answered', async () => {
  const time = clock();
  const limiter = new AttemptLimiter(LIMITS, SPARED, { ...time, pause: () => new Promise(() => {}) });
  let looked = 0;
  const slow = async () => {
    looked += 1;
    return null;
  };
  for (let guess = 0; guess < 100; guess += 1) void limiter.attempt(at('hall'), slow);
  await Promise.resolve();
  expect(looked).toBe(4);
});

test('what many others guessed does not make somebody wait who has only just come', async () => {
  const time = clock();
  const limiter = new AttemptLimiter(LIMITS, SPARED, time);
  for (let bot = 0; bot < 40; bot += 1)
    for (let guess = 0; guess < 4; guess += 1) void limiter.attempt(at(`bot ${bot}`), wrong);
  time.waits.length = 0;
  expect(await limiter.attempt(at('another hall'), right)).toEqual({ found: 'ana' });
  expect(time.waits).toEqual([]);
});
