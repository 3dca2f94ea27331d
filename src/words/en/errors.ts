/** A page that is not there, or broke. */
export const errors = {
  notFound: 'There is nothing here',
  notFoundAbout: 'The address may be mistyped, or what stood here is gone.',
  wrong: 'Something went wrong on our side',
  wrongAbout: 'Nothing that was saved is lost. Try again in a moment.',
  refused: 'That is not possible',
  again: 'Try again',
  home: 'To the home page',
  /** Every form ends here behind a proxy that is set up wrongly. Its first reader is the administrator. */
  wrongAddress: {
    title: 'This was sent from another address',
    came: (seen: string, expected: string) =>
      `Your browser is at ${seen}, but this Plenary expects ${expected}. So nothing was saved or changed.`,
    hidden: (expected: string) =>
      `Your browser did not say where it is. This Plenary expects ${expected}. So nothing was saved or changed.`,
    guest: 'Go back, and what you typed should still be there. Please tell whoever runs this Plenary.',
    operator: 'Do you run it?',
    set: (seen: string) => `If ${seen} is the address people use, start Plenary with this setting:`,
    setting: (seen: string) => `PLENARY_ORIGIN=${seen}`,
    show: 'A privacy setting or an extension of the browser hides the address, or the proxy removes the header “Origin”.',
    guide: 'docs/self-hosting.md has examples for nginx, Caddy, Apache and Traefik.'
  }
};
