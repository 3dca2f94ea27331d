/** What walls of several methods say alike. */
export const words = {
  page: (page: number, pages: number) => `${page} of ${pages}`,
  /** Keys that a wall hears while pages turn. */
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
