/** A phone in the room. */
export const phone = {
  untitled: 'Gathering',
  guest: 'Guest',
  me: (name: string) => `${name}: name and leaving`,
  yourName: 'Your name',
  optional: 'optional',
  save: 'Save name',
  leave: 'I have to go',
  leaveAbout: 'What you did stays. You can come back.',
  left: 'You have left',
  leftAbout: 'Thank you for being here. What you did stays.',
  comeBack: 'Come back in',
  welcome: 'You are in',
  lookUp: 'Look up',
  lookUpAbout: 'This page changes by itself when there is something to do.',
  noSurface: 'This part happens in the room',
  reload: 'Show what is on now',
  noScript: 'Without JavaScript this page does not change by itself.',
  loadAgain: 'Load this page again',
  joinAgain: 'Type a code',
  closed: 'This gathering has ended',
  putRight: 'Read and correct what is kept',
  closedAbout: 'Thank you for being here. What we made together will stand here once it is published.',
  published: 'What we made together is published',
  readIt: 'Read it',
  begun: 'There is something to do on this page.',
  status: {
    arriving: 'Connecting',
    ready: 'Connected',
    sending: 'Sending',
    reconnecting: 'Reconnecting. What you did is kept.',
    offline: (waiting: number) =>
      waiting === 0 ? 'Offline' : `Offline, ${waiting === 1 ? 'one thing waits' : `${waiting} things wait`}`,
    saved: 'Saved',
    back: 'Back. Everything was sent.',
    refused: (why: string) => why
  }
};
