/** The words that the consoles of several methods share. */
export const words = {
  onlyFalls: 'People were told. It can show less from now on, never more.',
  mayRise: 'Nobody has begun yet: you can still choose.',
  lower: 'Show less from now on',
  choose: 'Choose this'
};
