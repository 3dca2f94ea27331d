/** Where chairs stand around the bowl, and the free space in the middle. In units of the picture. */
export type Rect = { x: number; y: number; width: number; height: number };
export type Seating = {
  /** The centres of the chairs, clockwise from the top. `outward`: the direction away from the middle, in degrees. */
  chairs: { x: number; y: number; outward: number }[];
  radius: number;
  bowl: { cx: number; cy: number; rx: number; ry: number };
  middle: Rect;
};

/** The radius of a chair by the number of chairs, so that each can hold a name of two lines. */
const RADII: readonly { upTo: number; radius: number }[] = [
  { upTo: 4, radius: 132 },
  { upTo: 5, radius: 124 },
  { upTo: 6, radius: 114 },
  { upTo: 8, radius: 100 },
  { upTo: 10, radius: 88 },
  { upTo: 12, radius: 82 }
];
const SMALLEST = 70;
/** The smallest distance between the rims of two chairs. */
const GAP = 18;
const RIM_POINTS = 720;
/**
 * How much wider than high the ring may be. More would look like an egg; a circle of chairs seen from the last row is a
 * little wide.
 */
const WIDEST = 1.2;
const EDGE = 14;
/** The extra space at the edge where people can stand behind chairs. */
const STANDING = 40;
const MIDDLE_WIDEST = 560;
const MIDDLE_NARROWEST = 220;
/** Four lines of text. A higher middle is not better. */
const MIDDLE_HIGH = 240;
const MIDDLE_AIR = 16;

export function placeChairs(count: number, width: number, height: number, standing: boolean): Seating {
  let radius = RADII.find(({ upTo }) => count <= upTo)?.radius ?? SMALLEST;
  let round = onEllipse(count, { radius, width, height, standing });
  while (radius > SMALLEST && smallestDistance(round.chairs) < 2 * radius + GAP) {
    radius -= 2;
    round = onEllipse(count, { radius, width, height, standing });
  }
  return { ...round, radius, middle: freeMiddle(round.chairs, radius, round.bowl) };
}

function onEllipse(count: number, of: { radius: number; width: number; height: number; standing: boolean }) {
  const edge = of.radius + EDGE + (of.standing ? STANDING : 0);
  // Two chairs stand left and right; more chairs begin at the top.
  const first = count === 2 ? Math.PI : -Math.PI / 2;
  const angles = Array.from({ length: count }, (_, index) => first + (index * 2 * Math.PI) / count);
  const sines = angles.map(Math.sin);
  const [up, down] = [Math.min(0, ...sines), Math.max(0, ...sines)];
  const wide = Math.max(0.5, ...angles.map((angle) => Math.abs(Math.cos(angle))));
  // With three chairs no chair stands at the lowest point of the bowl, but the picture must show that point, too.
  const high = Math.min((of.height - 2 * edge) / Math.max(1, down - up), (of.height - edge - EDGE) / (1 - up));
  const rx = Math.min((of.width / 2 - edge) / wide, high * WIDEST);
  const ry = Math.min(high, rx);
  const [top, bottom] = [Math.max(ry + EDGE, edge - up * ry), Math.max(ry + EDGE, edge + down * ry)];
  const [cx, cy] = [of.width / 2, (of.height + top - bottom) / 2];
  const chairs = (count > 6 ? evenAngles(angles, rx, ry) : angles).map((angle) => ({
    x: cx + rx * Math.cos(angle),
    y: cy + ry * Math.sin(angle),
    outward: (angle * 180) / Math.PI
  }));
  return { chairs, bowl: { cx, cy, rx, ry } };
}

/**
 * Equal angles would crowd the chairs at the sides of an ellipse. Here all chairs have the same distance along the rim.
 */
function evenAngles(angles: readonly number[], rx: number, ry: number): number[] {
  const step = (2 * Math.PI) / RIM_POINTS;
  const lengths = [0];
  for (let at = 0; at < RIM_POINTS; at += 1) {
    const angle = (angles[0] ?? 0) + (at + 0.5) * step;
    lengths.push((lengths[at] ?? 0) + Math.hypot(rx * Math.sin(angle), ry * Math.cos(angle)));
  }
  const whole = lengths[RIM_POINTS] ?? 0;
  return angles.map((first, index) => {
    const wanted = (whole * index) / angles.length;
    const at = lengths.findIndex((length) => length >= wanted - 1e-6);
    return index === 0 ? first : (angles[0] ?? 0) + at * step;
  });
}

const smallestDistance = (chairs: Seating['chairs']): number =>
  Math.min(
    ...chairs.map(({ x, y }, index) => {
      const next = chairs[(index + 1) % chairs.length];
      return next && next.x !== x ? Math.hypot(next.x - x, next.y - y) : Infinity;
    })
  );

/** The largest rectangle across the middle that touches no chair. */
function freeMiddle(chairs: Seating['chairs'], radius: number, { cx, cy, ry }: Seating['bowl']): Rect {
  let best: Rect = { x: cx, y: cy, width: 0, height: 0 };
  for (let width = MIDDLE_NARROWEST; width <= MIDDLE_WIDEST; width += 20) {
    let [top, bottom] = [cy - ry, cy + ry];
    for (const { x, y } of chairs) {
      const across = Math.abs(x - cx) - width / 2;
      if (across > radius + MIDDLE_AIR) continue;
      // A chair is round, so there is space beside its top.
      const half = across > 0 ? Math.sqrt(Math.max(0, radius ** 2 - across ** 2)) : radius;
      if (y < cy) top = Math.max(top, y + half);
      else bottom = Math.min(bottom, y - half);
    }
    const height = bottom - top - 2 * MIDDLE_AIR;
    if (height > 0 && textArea(height, width) > textArea(best.height, best.width))
      best = { x: cx - width / 2, y: top + MIDDLE_AIR, width, height };
  }
  return best;
}

/** A wide rectangle is better for text than a high one. */
const textArea = (height: number, width: number): number => Math.min(height, MIDDLE_HIGH) * width;
