/** A picture of 640 by 480 as far as its frame says; `sheet` tells one from another. */
export const picture = (sheet: number): Buffer =>
  Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 1, 0xe0, 2, 0x80, 1, 1, 0x11, 0, 0xff, 0xda, 0, 2, sheet, 0xff, 0xd9]);
