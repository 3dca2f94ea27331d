/** The page that prints. */
export const print = {
  name: (title: string) => `${title} · to print`,
  untitled: 'Gathering',
  what: 'What to print',
  how: 'Print this page from your browser: Ctrl+P, or ⌘P. It fits A4 and Letter, upright.',
  noCode: 'This gathering has no code to join with any more, so the cards carry none.',
  back: 'Back to the console',
  nothing: 'There is nothing to print for this.',
  link: 'Cards and sheets to print'
};
