import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AT_REST } from '#wire/motion-frames.ts';
import { Dots, NODE_SILENCE_MS, REST_MS } from './dots.ts';

const here = (dots: Dots) => new Map(dots.all());
const told = (tick: number, dots: [number, number][], node = 9) => ({ node, tick, topic: 1, dots });

test('the latest place of a finger wins, and is told once', () => {
  const dots = new Dots();
  for (const x of [1, 2, 3]) dots.move(4, x, 'bo', 0);
  expect([dots.changes(), dots.changes()]).toEqual([[[4, 3]], []]);
});

test('a finger that holds still falls back to the record, one that goes on does not', () => {
  const dots = new Dots();
  dots.move(1, 10, 'bo', 0);
  dots.move(2, 20, 'chidi', 0);
  dots.move(2, 20, 'chidi', REST_MS);
  dots.changes();
  dots.rest(REST_MS + 1);
  expect([dots.changes(), dots.all()]).toEqual([[[1, AT_REST]], [[2, 20]]]);
});

test('whoever may not move any more is back where the record has them', () => {
  const dots = new Dots();
  dots.move(1, 10, 'bo', 0);
  dots.move(2, 20, 'chidi', 0);
  dots.hear(told(1, [[3, 30]]), 0);
  dots.keep((person) => person !== 'bo');
  expect(here(dots)).toEqual(
    new Map([
      [2, 20],
      [3, 30]
    ])
  );
});

test('another node tells the whole of its own: what it leaves out rests', () => {
  const dots = new Dots();
  dots.hear(
    told(1, [
      [1, 10],
      [2, 20]
    ]),
    0
  );
  dots.hear(told(2, [[2, 25]]), 1);
  expect(here(dots)).toEqual(new Map([[2, 25]]));
  expect(dots.own().dots).toEqual([]);
});

test('an array that was overtaken on the way is not looked at', () => {
  const dots = new Dots();
  dots.hear(told(2, [[1, 20]]), 0);
  dots.hear(told(1, [[1, 10]]), 1);
  expect(here(dots).get(1)).toBe(20);
});

test('a node that falls silent leaves no dots behind', () => {
  const dots = new Dots();
  dots.hear(told(1, [[1, 10]]), 0);
  dots.rest(NODE_SILENCE_MS);
  expect(dots.size).toBe(1);
  dots.rest(NODE_SILENCE_MS + 1);
  expect(dots.size).toBe(0);
});

test('of two nodes that hold the same dot, the one where it moved last is right', () => {
  const dots = new Dots();
  dots.hear(told(1, [[1, 10]]), 0);
  dots.move(1, 50, 'bo', 1);
  dots.hear(told(2, [[1, 10]]), 2);
  expect(here(dots).get(1)).toBe(50);
  dots.hear(told(3, [[1, 60]]), 3);
  expect(here(dots).get(1)).toBe(60);
});

test('whatever happens, changes told one after the other make the whole', () => {
  const step = fc.oneof(
    fc.record({ move: fc.integer({ min: 1, max: 6 }), x: fc.nat(3) }),
    fc.record({
      node: fc.integer({ min: 1, max: 2 }),
      dots: fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.nat(3)))
    }),
    fc.record({ wait: fc.nat(2500) }),
    fc.constant('look' as const)
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const dots = new Dots();
      const board = new Map<number, number>();
      let [now, tick] = [0, 0];
      const look = () => {
        for (const [dot, x] of dots.changes())
          if (x === AT_REST) board.delete(dot);
          else board.set(dot, x);
        expect(board).toEqual(here(dots));
      };
      for (const each of steps) {
        if (each === 'look') look();
        else if ('wait' in each) dots.rest((now += each.wait));
        else if ('move' in each) dots.move(each.move, each.x, `p${each.move}`, now);
        else dots.hear(told((tick += 1), each.dots, each.node), now);
      }
      look();
    })
  );
});
