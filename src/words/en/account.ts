import type { Weakness } from '#wire/password-strength.ts';

const weak: Record<Weakness, string> = {
  'password-short': 'Please choose a longer password: at least 10 characters.',
  'password-repeats':
    'That is only a few characters over and over. Such passwords are guessed first: please choose another.',
  'password-common':
    'That is mostly well-known words, years or neighbouring keys. Such passwords are guessed first: please choose another.',
  'password-personal':
    'That is mostly your name, your email or the word “Plenary”. Such passwords are guessed first: please choose another.'
};

/** The device of a sign-in: `Firefox on Linux`. */
const device = ({ browser, system }: { browser: string | null; system: string | null }): string =>
  browser && system ? `${browser} on ${system}` : (browser ?? system ?? 'A browser without a name');

/** Signing in, one-time links, the account itself. */
export const account = {
  signIn: 'Sign in',
  signInAbout: 'Only people who host gatherings sign in. To take part, type the code on the home page.',
  email: 'Email',
  password: 'Password',
  button: 'Sign in',
  home: 'To the home page',
  notSetUp: 'Nobody has set up this Plenary yet',
  notSetUpAbout:
    'Use the link in the terminal where Plenary was started. It makes the first account; after that you sign in here.',
  setUp: 'Welcome to your Plenary',
  setUpAbout: 'You are the first one here. This makes your account; the link you came with stops working then.',
  invited: 'Welcome to Plenary',
  invitedAbout:
    'You are invited to organize gatherings here. This makes your account; the link you came with stops working then.',
  reset: 'Choose a new password',
  resetAbout: (name: string, email: string) =>
    `For the account of ${name}, ${email}. Every device that is signed in will be signed out.`,
  name: 'Your name',
  newPassword: 'Choose a password',
  passwordAbout: 'At least 10 characters. Four words that do not belong together are good.',
  /** What is wrong with a password that is being chosen. */
  weak,
  showPassword: 'Show the password',
  setUpButton: 'Make my account',
  resetButton: 'Use this password',
  linkEnded: 'This link does not work any more',
  linkEndedFresh:
    'Each start of Plenary prints a new link and ends the one before. Use the newest one in the terminal.',
  linkEndedAbout: 'It was used, or its time is over. If you have an account, sign in. If not, ask for a new link.',
  setUpSignIn: 'Sign in',
  enter: 'Opening your link',
  enterAbout: 'One moment.',
  enterMissing: 'This link is not complete. Ask whoever sent it to send the whole link.',
  enterScript: 'This page needs JavaScript to open your link.',

  title: 'Account',
  mine: 'My gatherings',
  change: 'Change your password',
  changeAbout: 'Every other device is signed out then.',
  present: 'Your current password',
  changeButton: 'Change the password',
  changeTooOften: 'Too many wrong tries. Wait a few minutes, then try again.',
  changed: 'Your password is changed. Every other device was signed out.',
  devices: 'Where you are signed in',
  devicesAbout: 'A device is signed out by itself after twelve hours without use, and after seven days in any case.',
  device,
  here: 'this device',
  since: (when: string) => `signed in ${when}`,
  endDevice: 'Sign out',
  endDeviceNamed: (name: string, when: string) => `Sign out: ${name}, signed in ${when}`,
  endAll: 'Sign out everywhere',
  endAllAbout: 'On this device, too. If one was lost or stolen, change your password afterwards.',
  organizers: 'Who organizes here',
  organizersAbout: 'Each leads their own gatherings, and can hand one over to another.',
  you: 'you',
  invite: 'Invite another organizer',
  inviteEmail: 'Their email',
  inviteAbout: 'You get a link to send to them. It works once, within seven days. Plenary sends no mail itself.',
  inviteButton: 'Make a link',
  inviteLink: (email: string) => `Link for ${email}`,
  once: 'Copy this link now. It is shown only once.',
  open: 'Open invitations',
  openUntil: (by: string | null, until: string) =>
    `${by === null ? 'invited from the terminal' : `invited by ${by}`}, until ${until}`,
  endInvitation: 'End',
  endInvitationOf: (email: string) => `End the invitation of ${email}`,

  // A bundler takes a spread for something that is done, and all of this would come along on every phone.
  refusals: /* #__PURE__ */ Object.assign<Record<string, string>, Record<Weakness, string>>(
    {
      'wrong-sign-in': 'Email and password do not belong together.',
      'wrong-password': 'That is not your current password.',
      'too-many-tries':
        'Somebody tried many wrong passwords here. Use a browser you have signed in with before, or wait a few minutes.',
      'link-ended': 'This link has ended. Ask for a new one.',
      'email-taken': 'There is an account with this email already.',
      'not-understood': 'Please fill in every field.'
    },
    weak
  )
};

/** Taking in an edition that was published elsewhere. */
export const bringIn = {
  title: 'Bring in an edition',
  about:
    'An edition that another Plenary published can be read and searched here, too. It keeps its address, its number and the addresses of its notes. Nobody can correct it here: that is done where it was published.',
  file: 'Its file',
  fileAbout: 'The archive (ZIP) of the edition. Where it has no photos, its JSON is enough. Up to 64 MB.',
  button: 'Bring it in',
  sending: 'Bringing it in …',
  done: 'It is in the commons now.',
  read: 'Read it',
  here: 'Brought in',
  since: (day: string) => `Since ${day}`,
  takeOut: 'Take it out',
  takeOutOf: (title: string) => `Take out: ${title}`,
  takeOutAbout:
    'It leaves the commons, the search and every file here for good, and cannot be brought in again. Its address goes on saying when it was taken out. Where it was published it stays.',
  takeOutYes: 'Take it out for good',
  takeOutYesOf: (title: string) => `Take it out for good: ${title}`,
  takenOut: 'It was taken out.',
  /** `version`: the number of the shape it has. */
  refusals: ({ version = '' }: { version?: string | number }): Record<string, string> => ({
    'no-file': 'Choose a file first.',
    'file-too-large': 'This file is too large to be an edition. Nothing was brought in.',
    'file-damaged': 'This archive is damaged. Download it once more where it was published.',
    'file-leaves-its-place':
      'This archive names files outside of its own folder. No Plenary makes such archives: do not open it.',
    'not-an-edition': 'This is not the JSON or the archive of an edition. Take the file as it was downloaded.',
    'edition-of-another-version': `This edition is of version ${version}, which this Plenary cannot read. Another version of Plenary made it.`,
    'edition-needs-its-photos':
      'This edition has photos, and they are not in this file. Bring in its whole archive (ZIP).',
    'photo-damaged':
      'A photo in this archive is damaged, or is no photo. Download it once more where it was published.',
    'taken-out': 'It was taken out of this Plenary for good. Nothing was changed.',
    'not-brought-in': 'There is no such edition here.',
    'address-taken': 'There is another edition at its address here. Nothing was changed.',
    'note-taken': 'It has a note that belongs to another edition here. Nothing was changed.',
    'too-busy': 'Many files are being made just now. Please try again in a few seconds.'
  })
};

/** Handing a gathering over to another organizer. */
export const handOver = {
  title: (title: string) => `Hand over “${title}”`,
  short: 'Hand over',
  about:
    'Whoever you choose is asked on their list of gatherings. Until they accept, nothing changes. Then they lead it, it leaves your list, and your console of it closes. Links for helpers go on working.',
  stay: 'If you will still help there, make yourself a co-facilitator link on its console first.',
  to: 'To whom?',
  button: 'Offer it',
  nobody: 'There is no other organizer here yet.',
  nobodyInvite: 'Invite one on your account page',
  offered: (name: string) => `Offered to ${name}, who has not answered yet.`,
  takeBack: 'Take the offer back',
  back: 'My gatherings',
  asked: 'You are asked to lead',
  from: (name: string) => `${name} would like to hand this gathering over to you.`,
  accept: 'Accept',
  acceptNamed: (title: string) => `Accept “${title}”`,
  decline: 'Decline',
  declineNamed: (title: string) => `Decline “${title}”`,
  refusals: {
    'not-yours-to-do': 'This gathering is not yours any more.'
  } as Record<string, string>
};
