/** The draft that those who were there take home. */
export const takeHome = {
  title: 'The draft to take home',
  about:
    'This is what will be published, as it stands now. It is for those who were there, and not public: read it, keep it, and put right what is wrong.',
  linkFrom: (clock: string) => `The whole draft, from ${clock}`,
  /** On the wall. */
  onBoard: (clock: string) => `Those who were here read the draft on their phone, from ${clock}:`,
  qr: 'QR code to the draft, for those who were here',
  notYet: (clock: string) =>
    `The draft can be read from ${clock}. Until then those who led take out what must not go out.`,
  afterClosing: 'The draft can be read ten minutes after the gathering has closed.',
  strangers: 'The draft is for those who were there, on the phone they came with.',
  notPublic: 'Not published yet.',
  files: 'Keep it as a file'
};
