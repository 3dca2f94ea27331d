const SIDE_PX = 16;
/**
 * How much a level may differ. Some browsers change the lowest bits, which is invisible; others return noise or white.
 */
const SEEN = 24;

/**
 * Whether what is drawn is what is read back. A browser that resists fingerprinting lets a page draw and hands out
 * something else, without a word: a photo drawn anew would be noise.
 */
export function isCanvasFaithful(): boolean {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE_PX;
  const pen = canvas.getContext('2d');
  if (!pen) return false;
  // Squares of every mixture of full and no red, green and blue: neither noise nor one colour for all comes near them.
  for (let y = 0; y < SIDE_PX; y += 1)
    for (let x = 0; x < SIDE_PX; x += 1) {
      const [red, green, blue] = wanted(x, y);
      pen.fillStyle = `rgb(${red} ${green} ${blue})`;
      pen.fillRect(x, y, 1, 1);
    }
  const { data } = pen.getImageData(0, 0, SIDE_PX, SIDE_PX);
  for (let y = 0; y < SIDE_PX; y += 1)
    for (let x = 0; x < SIDE_PX; x += 1) {
      const at = (y * SIDE_PX + x) * 4;
      if (wanted(x, y).some((level, nth) => Math.abs(level - (data[at + nth] ?? 0)) > SEEN)) return false;
    }
  return true;
}

const wanted = (x: number, y: number) => [(x >> 2) & 1, (y >> 2) & 1, (x >> 3) & 1].map((on) => 48 + on * 160);
