/** How many people stand somewhere, as it may be told: a percentage, “a few”, or nobody. */
type Share = { percent: number } | 'few' | 'none';

const people = (count: number): string => (count === 1 ? 'One person' : count === 0 ? 'Nobody' : `${count} people`);
const share = (part: Share): string => (part === 'few' ? 'a few' : part === 'none' ? 'nobody' : `${part.percent} %`);
const some = (count: number | null): string => (count === null ? 'A few' : count === 0 ? 'Nobody' : `${count}`);
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What a gathering leaves behind, in sentences: on the board, in its text twin, and in every format of an edition. */
export const harvest = {
  withdrawn: 'withdrawn',
  quote: (words: string) => `“${words}”`,
  between: (poleA: string, poleB: string) => `${poleA} ↔ ${poleB}`,
  placed: (count: number) => `${people(count)} placed themselves.`,
  stood: (nearerA: Share, between: Share, nearerB: Share, poleA: string, poleB: string) =>
    `${capital(share(nearerA))} stood nearer ${poleA}, ${share(between)} in the middle, ${share(nearerB)} nearer ${poleB}.`,
  unsure: (count: number) => (count === 1 ? 'One was not sure.' : `${count} were not sure.`),
  moved: (count: number | null, towards: string | null) =>
    `${some(count)} moved by more than a tenth of the line${towards === null ? '' : `, on the whole towards ${towards}`}.`,
  crossed: (count: number | null) => `${some(count)} crossed the middle.`,
  round: (round: number) => `Round ${round}`,
  middle: (label: string) => `In the middle: ${label}`,
  where: 'Where people stood',
  from: 'From',
  to: 'To',
  people: 'People',
  median: (position: number) => `Middle person: ${position} of 1000`,
  quartiles: (from: number, to: number) => `Middle half: ${from} to ${to}`,
  polarisation: (value: string) => `Polarisation: ${value} (0 one spot, 1 half at each end)`,
  agreement: (value: string) => `Agreement: ${value} (−1 two ends, +1 one spot)`,
  twoCamps: 'The room stood in two camps.',
  scale: (poleA: string, poleB: string) => `0 is ${poleA}, 1000 is ${poleB}.`,
  date: 'Date',
  place: 'Place',
  present: (count: number) => (count === 1 ? 'One person took part.' : `${count} people took part.`),
  licence: (text: string, data: string) => `Text: ${text}. Figures: ${data}.`,
  nothing: 'Nothing was kept from this gathering.'
};

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** The projector. Short: it is read from the last row. */
export const board = {
  name: (title: string) => `Board: ${title}`,
  untitled: 'Welcome',
  joinAt: 'Join at',
  withCode: 'with',
  scanOr: 'Scan, or go to',
  andType: 'and type',
  /** Read aloud and typed in two halves. */
  code: (code: string) => `${code.slice(0, code.length / 2)}\u00a0${code.slice(code.length / 2)}`,
  qr: (address: string) => `QR code to join at ${address}`,
  here: (count: number) => `${count} here`,
  nobodyYet: 'Be the first to join',
  soon: 'In a moment',
  thanks: 'Thank you for being here',
  keep: 'What we made together stays',
  readAt: 'Read it at',
  editionQr: 'QR code to the published harvest',
  beingWritten: 'The harvest is being written. It will be published for everybody to read.',
  away: 'Last picture',
  blank: 'The board is blank',
  twin: 'This board as text',
  picture: 'The board as a picture',
  keys: 'Keys',
  close: 'Close',
  keyList: {
    q: 'QR code to join, on any picture',
    f: 'Full screen',
    b: 'Blank this board',
    d: 'Light, dark, or for a sunny wall',
    plus: 'Larger or smaller',
    help: 'This list',
    escape: 'Back'
  },
  text: {
    title: 'Now',
    join: 'Join',
    joinLine: (host: string, code: string) => `Go to ${host} and type ${code}.`,
    people: (count: number) => counted(count, 'person is here.', 'people are here.'),
    welcome: 'We have not begun yet, or we are between two parts.',
    closed: 'This gathering has ended.'
  }
};

/** Whoever leads: what is on, what comes next, who is here. */
export const console = {
  name: (title: string) => `${title} · console`,
  untitled: 'Gathering',
  home: 'My gatherings',
  health: (here: number, connected: number | null, phoneless: number) =>
    [`${here} here`, connected === null ? null : `${connected} connected`, `${phoneless} without phone`]
      .filter(Boolean)
      .join(' · '),
  placed: (placed: number, of: number) => `${placed} of ${of} placed`,
  show: {
    title: 'Run of show',
    welcome: 'Welcome',
    open: 'On now',
    untitled: 'Untitled',
    empty: 'Nothing is planned yet. Add a first block: people will gather on the welcome until then.',
    add: 'Add a block',
    blockTitle: 'Title of the block',
    method: 'Method',
    methods: { spectrogram: 'Spectrogram: people place themselves on a line' } as Record<string, string>,
    save: 'Save',
    cancel: 'Cancel',
    more: (title: string) => `More for ${title}`,
    up: (title: string) => `Move ${title} up`,
    down: (title: string) => `Move ${title} down`,
    rename: 'Rename',
    duplicate: 'Duplicate',
    remove: 'Remove',
    turn: (title: string) => `Put ${title} on now`,
    turnShort: 'Put on now',
    prepare: (title: string) => `Prepare ${title}`,
    prepareShort: 'Prepare',
    moved: (title: string, place: number, of: number) => `${title} is now ${place} of ${of}`
  },
  now: 'On now',
  next: 'Next',
  preparing: 'Preparing',
  backToNow: 'Back to what is on',
  preview: 'What the board shows now',
  openBoard: 'Open the board',
  steps: {
    turnTo: (title: string) => `Go on to ${title}`,
    open: 'Open the line',
    reveal: 'Reveal',
    lock: 'Lock the line',
    start: 'Begin',
    end: 'That was the last block',
    unknown: 'Next'
  },
  undo: (what: string) => `Undo: ${what}`,
  undoShort: 'Undo',
  nothingToUndo: 'Nothing to undo',
  undone: {
    titleBlock: 'rename block',
    moveBlock: 'move block',
    removeBlock: 'remove block',
    addBlock: 'add block',
    duplicateBlock: 'duplicate block',
    turnTo: 'go to another block',
    describe: 'change title',
    blank: 'blank board',
    close: 'close gathering',
    reopen: 'reopen gathering',
    open: 'open line',
    reveal: 'reveal',
    lock: 'lock line',
    anotherRound: 'another round',
    show: 'show statement',
    setWay: 'blind or live',
    addStatement: 'add statement',
    duplicateStatement: 'duplicate statement',
    reviseStatement: 'change statement',
    moveStatement: 'move statement',
    removeStatement: 'remove statement',
    place: 'place somebody',
    lift: 'take a dot off'
  } as Record<string, string>,
  blank: 'Blank board',
  unblank: 'Board is blank: show it again',
  invite: 'Code and links',
  close: 'Close gathering',
  reopen: 'Reopen',
  people: {
    title: 'People',
    here: (count: number) => counted(count, 'person here', 'people here'),
    nobody: 'Nobody has joined yet. Open the board, or read the code aloud.',
    add: 'Add somebody without a phone',
    name: 'Name (may stay empty)',
    addButton: 'Add',
    unnamed: (order: number) => `Guest ${order}`,
    walkIn: 'no phone',
    rehearsed: 'rehearsed',
    connected: 'connected',
    away: 'not connected',
    left: 'left',
    find: 'Find somebody',
    leave: 'Has left',
    comeBack: 'Is back',
    rename: 'Rename',
    more: (name: string) => `More for ${name}`,
    place: 'Place'
  },
  dialogs: {
    close: 'Done',
    inviteTitle: 'Code and links',
    joinAt: (host: string) => `People join at ${host} with this code. It allows joining and nothing else.`,
    board: 'The board for the projector',
    rolesTitle: 'Links for those who help',
    roles: {
      facilitator: { name: 'Co-facilitator', about: 'May do all you do here: turn pages, place people, close.' },
      helper: { name: 'Helper', about: 'May add people without a phone and place them. Cannot turn pages.' },
      viewer: { name: 'Board', about: 'May see the board, and nothing else. For the projector’s computer.' }
    },
    make: (role: string) => `Make a link: ${role}`,
    once: 'Copy this link now. It is shown only once.',
    copy: 'Copy',
    copied: 'Copied',
    linkFor: (role: string) => `Link for a ${role}`,
    existing: 'Links that work',
    none: 'No links yet.',
    madeAt: (when: string) => `made ${when}`,
    end: 'End this link',
    ended: 'That link no longer opens anything.',
    closeTitle: 'Close this gathering?',
    closeAbout:
      'Joining ends and phones say thank you. You can undo this, and nothing is published until you publish it.',
    closeYes: 'Close the gathering',
    closeNo: 'Go on',
    keysTitle: 'Keys',
    keysOn: 'Single keys work',
    keysAbout: 'Switch off if you dictate, or if keys are pressed by mistake.',
    keys: {
      space: 'Press the big button',
      next: 'Press the big button (clickers send Page Down)',
      b: 'Blank board, or show it again',
      q: 'Code and links',
      u: 'Undo the last step',
      help: 'This list'
    }
  },
  keys: 'Keys',
  closed: {
    title: 'This gathering is closed',
    about: 'Nobody can join any more. What people made is kept: read it, shorten it, then publish it to the commons.',
    harvest: 'Go to the harvest',
    published: 'Published in the commons',
    read: 'Read the edition'
  },
  helper: 'You help here: add people without a phone, and place them.',
  noneYet: 'Nothing is on yet',
  noneYetAbout: 'The board shows the welcome and the code.',
  list: {
    title: 'My gatherings',
    none: 'You have not convened a gathering yet. It takes a minute, and you can try it out as a rehearsal.',
    convene: 'Convene a gathering',
    open: 'open',
    closed: 'closed',
    published: 'published',
    code: (code: string) => `code ${code}`,
    what: 'What is it called?',
    where: 'Where? (as coarse as you like, may stay empty)',
    template: 'Begin with',
    emptyTemplate: 'An empty run of show',
    licence: 'Licence of what the gathering leaves behind',
    licenceAbout: 'People see this before they write anything. It cannot be changed afterwards.',
    licences: {
      'CC-BY-SA-4.0': 'Others may use and change it, if they name the gathering and share alike. (CC BY-SA 4.0)',
      'CC-BY-4.0': 'Others may use and change it, if they name the gathering. (CC BY 4.0)',
      'CC0-1.0': 'Others may use it for anything. (CC0 1.0)'
    },
    rehearsal: 'This is a rehearsal',
    rehearsalAbout: 'To try things out with simulated people. Its edition says so.',
    rehearsalTag: 'rehearsal',
    button: 'Convene',
    signOut: 'Sign out'
  }
};

/** Signing in, the first start, links for those who help. */
export const account = {
  signIn: 'Sign in',
  signInAbout: 'Only people who convene gatherings sign in. To take part, type the code on the home page.',
  email: 'Email',
  password: 'Password',
  button: 'Sign in',
  home: 'To the home page',
  setUp: 'Welcome to your Plenary',
  setUpAbout: 'You are the first one here. This makes your account; the link you came with stops working then.',
  name: 'Your name',
  newPassword: 'Choose a password',
  passwordAbout: 'At least 10 characters. A few words in a row are good.',
  setUpButton: 'Make my account',
  setUpAlready: 'This Plenary is set up already.',
  setUpSignIn: 'Sign in',
  enter: 'Opening your link',
  enterAbout: 'One moment.',
  enterMissing: 'This link is not complete. Ask whoever sent it to send the whole link.',
  enterScript: 'This page needs JavaScript to open your link.',
  refusals: {
    'wrong-sign-in': 'Email and password do not belong together.',
    'too-many-tries': 'Too many tries. Wait a few minutes, then try again.',
    'link-ended': 'This link has ended. Ask for a new one.',
    'email-taken': 'There is an account with this email already.',
    'password-short': 'Please choose a longer password: at least 10 characters.',
    'not-understood': 'Please fill in every field.'
  } as Record<string, string>
};
