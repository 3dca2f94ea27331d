import { describe, expect, it } from 'vitest';
import { placeChairs } from './chair-positions.ts';

const WIDTH = 900;
const HEIGHT = 800;
const COUNTS = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

describe.each(COUNTS)('%d chairs around the bowl', (count) => {
  it.each([false, true])('are all on the picture, and none touches another (people behind them: %s)', (standing) => {
    const { chairs, radius, bowl } = placeChairs(count, WIDTH, HEIGHT, standing);
    expect(chairs).toHaveLength(count);
    const rim = radius + (standing ? 30 : 0);
    for (const { x, y } of chairs) {
      expect(x - rim).toBeGreaterThanOrEqual(0);
      expect(x + rim).toBeLessThanOrEqual(WIDTH);
      expect(y - rim).toBeGreaterThanOrEqual(0);
      expect(y + rim).toBeLessThanOrEqual(HEIGHT);
    }
    chairs.forEach((one, index) =>
      chairs.slice(index + 1).forEach((other) => {
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(2 * radius);
      })
    );
    expect(bowl.cy + bowl.ry).toBeLessThanOrEqual(HEIGHT);
    expect(bowl.cy - bowl.ry).toBeGreaterThanOrEqual(0);
  });

  it('leave room for words in the middle', () => {
    const { middle, chairs, radius } = placeChairs(count, WIDTH, HEIGHT, false);
    expect(middle.width).toBeGreaterThanOrEqual(260);
    expect(middle.height).toBeGreaterThanOrEqual(110);
    for (const { x, y } of chairs) {
      const nearX = Math.max(middle.x, Math.min(x, middle.x + middle.width));
      const nearY = Math.max(middle.y, Math.min(y, middle.y + middle.height));
      expect(Math.hypot(x - nearX, y - nearY)).toBeGreaterThanOrEqual(radius);
    }
  });

  it('have room for a name of seven letters that the last row reads', () => {
    expect(placeChairs(count, WIDTH, HEIGHT, false).radius).toBeGreaterThanOrEqual(74);
  });
});
