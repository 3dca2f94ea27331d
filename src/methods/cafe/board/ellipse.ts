export type Point = { x: number; y: number };
/** Half axes of an ellipse around 0. */
export type Oval = { a: number; b: number };

const STEPS = 1440;

/**
 * Places on an oval, clockwise from the top, as far from each other along the line as `widths` say: each stands in the
 * middle of its own. By angles they would crowd at the two narrow ends.
 */
export function around(oval: Oval, widths: readonly number[]): Point[] {
  const line = walked(oval);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  let at = 0;
  return widths.map((width) => {
    const middle = (at + width / 2) / whole;
    at += width;
    return pointAt(oval, line, middle);
  });
}

/** This far outside the line, straight away from it. */
export function outside({ a, b }: Oval, { x, y }: Point, far: number): Point {
  const [dx, dy] = [x / a ** 2, y / b ** 2];
  const length = Math.hypot(dx, dy);
  return { x: x + (dx / length) * far, y: y + (dy / length) * far };
}

export function lengthOf(oval: Oval): number {
  return walked(oval).at(-1) ?? 0;
}

const onOval = ({ a, b }: Oval, turn: number): Point => ({
  x: a * Math.sin(turn * 2 * Math.PI),
  y: -b * Math.cos(turn * 2 * Math.PI)
});

/** The way walked along the line after each small step. */
function walked(oval: Oval): number[] {
  const ways = [0];
  for (let step = 1; step <= STEPS; step += 1) {
    const [from, to] = [onOval(oval, (step - 1) / STEPS), onOval(oval, step / STEPS)];
    ways.push((ways[step - 1] ?? 0) + Math.hypot(to.x - from.x, to.y - from.y));
  }
  return ways;
}

function pointAt(oval: Oval, ways: readonly number[], share: number): Point {
  const way = share * (ways.at(-1) ?? 0);
  const step = Math.max(
    1,
    ways.findIndex((walked) => walked >= way)
  );
  const [from, to] = [ways[step - 1] ?? 0, ways[step] ?? 0];
  return onOval(oval, (step - 1 + (to === from ? 0 : (way - from) / (to - from))) / STEPS);
}
