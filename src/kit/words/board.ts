/** The words that the boards of several methods share. */
export const words = {
  page: (page: number, pages: number) => `${page} of ${pages}`,
  /** Of a group that began in the column before. */
  continued: 'continued',
  /** The keys that the board listens to while it shows pages. */
  keys: [
    ['Space', 'Hold or go on: the pages'],
    ['← →', 'A page back or on']
  ],
  clock: {
    left: (minutes: number) => `${minutes} min`,
    leftAbout: 'left',
    over: (time: string) => `+${time}`,
    overAbout: 'over'
  }
} as const;
