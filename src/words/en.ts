import type { RefusalCode } from '#wire/refusals.ts';

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
  zonesHeard: (zones: number) => `People from ${zones} of the five parts of the line were asked to speak.`,
  reasons: 'What people said',
  reasonsFrom: (poleA: string, poleB: string) => ({
    first: `Nearer ${poleA}`,
    middle: 'In the middle',
    second: `Nearer ${poleB}`,
    beside: 'Not sure, or beside the line'
  }),
  named: 'Who agreed to be named',
  name: 'Name',
  position: 'Position from 0 to 1000',
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
  health: (
    here: number,
    connected: number | null,
    phoneless: number,
    acted: { placed: number; present: number } | null
  ) =>
    [
      `${here} here`,
      connected === null ? null : `${connected} connected`,
      acted === null ? null : `${acted.placed} of ${acted.present} placed`,
      `${phoneless} without phone`
    ]
      .filter(Boolean)
      .join(' · '),
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
  blanked: 'The board is blank; this waits behind it',
  openBoard: 'Open the board',
  steps: {
    turnTo: 'Go on to',
    open: 'Open the line',
    reveal: 'Reveal',
    lock: 'Close the line',
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
    lock: 'close line',
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
    acted: 'has acted',
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
    makeShort: 'Make a link',
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

/** The commons: searching, and reading an edition. */
export const commons = {
  title: 'Commons',
  about: 'What gatherings found out together, free to use again.',
  home: 'Plenary',
  search: 'Search the commons',
  searchAbout: 'Questions, places, titles. The beginning of a word is enough.',
  searchButton: 'Search',
  all: 'Show everything',
  listed: (total: number) => counted(total, 'edition, newest first', 'editions, newest first'),
  matches: (total: number, query: string) => `${counted(total, 'edition has', 'editions have')} “${query}” in it`,
  empty: 'Nothing has been published here yet.',
  emptyAbout: 'When a gathering has closed and is published, what it found out can be read here by everybody.',
  noMatch: (query: string) => `No edition has “${query}” in it.`,
  noMatchAbout: 'Try fewer words, or only how a word begins.',
  noPage: 'There is nothing on this page.',
  took: (people: number) => counted(people, 'person', 'people'),
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  pages: 'More pages',
  newer: 'Back a page',
  older: 'Next page',
  licences: 'Every edition names its licence. All of them allow you to read, share and build on what is written.',
  missing: 'There is no such edition',
  missingAbout: 'The address may have been typed wrongly, or the edition was never published.',
  toCommons: 'To the commons',

  heldOn: 'Held',
  place: 'Place',
  tookPart: 'Took part',
  version: 'Version',
  versionOf: (version: number, date: string) => `${version}, published ${date}`,
  licence: 'Licence',
  figures: 'Figures',
  licenceNames: {
    'CC-BY-SA-4.0': 'Creative Commons Attribution-ShareAlike 4.0',
    'CC-BY-4.0': 'Creative Commons Attribution 4.0',
    'CC0-1.0': 'Creative Commons Zero 1.0'
  } as Record<string, string>,
  licenceMeans: {
    'CC-BY-SA-4.0': 'Use it and change it for anything, if you name the gathering and share alike.',
    'CC-BY-4.0': 'Use it and change it for anything, if you name the gathering.',
    'CC0-1.0': 'Use it for anything.'
  } as Record<string, string>,
  by: 'By',
  contents: 'In this edition',
  untitled: 'A statement that was withdrawn',
  linkTo: (statement: string) => `Link to “${statement}”`,
  from: (gathering: string, placed: number, present: number) => `${gathering}: ${placed} of ${present} present placed`,
  tooFew: 'Too few people for a picture: from under five, one of them might be read.',
  rounds: (first: number, last: number) => `Round ${last} stands above the line, round ${first} hangs below it.`,
  middlePerson: 'Middle person',
  middlePersonIn: (round: number) => `Middle person, round ${round}`,
  drawing: (statement: string) => `Where people stood: ${statement}`,
  asTable: 'The figures as a table',
  range: 'Part of the line',
  rangeOf: (from: number, to: number) => `${from} to ${to}`,
  counts: (present: number, placed: number, unsure: number, passed: number) =>
    `${present} present, ${placed} placed, ${unsure} not sure, ${passed} passed`,
  picture: 'Picture (SVG)',
  reuse: 'Use this again',
  cite: 'Citation',
  citeAbout: 'Select the text and copy it.',
  citation: (by: string, year: string, title: string, version: number, licence: string, url: string) =>
    `${by} (${year}). ${title}. Version ${version}. ${licence}. ${url}`,
  formats: 'Files',
  markdown: 'Markdown, to read and edit',
  csv: 'CSV, for spreadsheets',
  json: 'JSON, the whole document',
  print: 'To print it or keep a PDF, use “Print” in the menu of your browser. This page is laid out for paper.',
  written: (generator: string) => `Written with ${generator}`
};

/** Where those who lead look at the harvest, and publish it. */
export const harvestDesk = {
  title: 'Harvest',
  back: 'To the console',
  stillOpen: 'This gathering is still open',
  stillOpenAbout: 'Its harvest is taken when it has closed. Close it on the console, then come back here.',
  draft: 'Draft',
  draftAbout: 'Nothing is published yet. Below is exactly what everybody will read.',
  nothing: 'Nothing was kept from this gathering',
  nothingAbout: 'An edition needs at least one statement that people placed themselves on.',
  rehearsal: 'This gathering is a rehearsal: its people are simulated, and its edition says so.',
  leftOutTitle: 'Left out for privacy',
  leftOut: [
    'Names, and who stood where, but for people who agreed to be named.',
    'People who were only rehearsed.',
    'Where only one to four people stood: it says “a few”, and that part of the picture is joined with its neighbour.',
    'Reasons that were not kept on the board, and everything else that was typed on phones.'
  ],
  formTitle: 'Publish',
  what: 'Title',
  whatAbout: 'What will people look for?',
  summary: 'Summary',
  summaryAbout: 'One paragraph for people who were not there. It may stay empty.',
  licence: 'Licence, chosen before anything was written',
  preview: 'Look at it with these words',
  publish: 'Publish to the commons',
  publishAbout: 'Everybody can read it from then on, and the gathering cannot be opened again.',
  published: 'Published',
  publishedAbout: 'Everybody can read this edition in the commons now.',
  read: 'Read the edition',
  files: 'Take the draft with you',
  refusals: {
    'not-yours-to-do': 'Only those who lead this gathering can publish it.',
    'close-before-publishing': 'Close the gathering first.',
    'already-published': 'It was published already.',
    'text-empty': 'Please give it a title.',
    'text-too-long': 'Please make it shorter.',
    'not-understood': 'Something is missing. Please look at the title and the summary.',
    'storage-full': 'The disk of this server is full. Nothing was published; try again later.',
    'storage-away': 'The server could not write just now. Nothing was published; try again in a moment.'
  } as Record<string, string>,
  refused: 'That did not work. Nothing was published.'
};

/** Every no that can reach a person, said to that person. Methods keep the sentences of their own refusals. */
export const refusals: Record<RefusalCode, string> = {
  'not-understood': 'Plenary did not understand that. Load this page again and try once more.',
  'text-empty': 'Please write something first.',
  'text-too-long': 'That is too long. Please shorten it.',
  'no-such-command': 'That is not possible here any more. Load this page again.',
  'not-yours-to-do': 'Only those who lead can do that.',
  'out-of-order': 'Something arrived in the wrong order. Load this page again.',
  'number-taken': 'Something arrived twice in different words. Load this page again.',
  'answered-before': 'Another page of yours took care of this. What you see here counts.',
  'not-your-device': 'You are somebody else here now. Load this page again.',
  'too-many-waiting': 'Too much is waiting to be sent. It goes out when you are connected again.',
  'newer-plenary': 'This gathering was run on a newer Plenary. It can be read here, not changed.',
  'history-broken': 'Part of this gathering’s record is missing. It can be read here, not changed.',
  'went-wrong': 'Something went wrong on our side. Please try again.',
  'no-such-gathering': 'There is no such gathering.',
  'gathering-closed': 'This gathering is closed.',
  'already-convened': 'This gathering is convened already.',
  'already-published': 'This gathering is published already.',
  'close-before-publishing': 'Close the gathering first, then publish it.',
  'person-unknown': 'This page no longer belongs to anybody here. Join again with the code.',
  'agenda-full': 'The run of show is full. Remove a block first.',
  'no-such-block': 'That block is gone.',
  'block-is-on': 'That block is on now. Turn to another one first.',
  'already-moved-on': 'Somebody else moved on a moment ago. Look again before you go on.',
  'nothing-to-undo': 'There is nothing to undo.',
  'cannot-be-undone': 'That step cannot be undone.',
  'no-such-code': 'No gathering that is open has this code. Look at the board once more.',
  'too-many-codes': 'Too many wrong codes. Wait a minute, then try again.',
  'link-ended': 'This link has ended. Ask for a new one.',
  'not-signed-in': 'Please sign in first.',
  'page-too-old': 'Plenary was renewed. Load this page again.',
  'full-house': 'This gathering is full. Ask those who lead to place you.',
  'no-tickets-here': 'Places do not travel without names here. Please load this page again.',
  'ticket-not-valid': 'Your ticket is not one of this gathering. Please load this page again.',
  'point-too-late': 'The line had closed before your place could be kept.',
  'too-few-to-hide':
    'Too few people came as late as you: your place was left out, because it could have been recognised.'
};

/** Nothing was decided: the same may be asked again. */
export const later = {
  'storage-full': 'The disk of the server is full. Nothing is lost; it goes on when there is room.',
  'storage-away': 'The server could not write just now. Please try again.',
  'too-fast': 'That was very fast. Please try again in a moment.'
};

/** The way in. */
export const home = {
  name: 'Plenary',
  tagline: 'Meetings that leave something behind',
  about: 'See where everybody stands, speak in turn, and keep what you made together.',
  joinTitle: 'Join a gathering',
  code: 'The number on the board',
  codeHint: 'Six digits, for example 482 915',
  button: 'Join',
  noCode: 'Please type the number first.',
  commons: 'Read what gatherings left behind',
  commonsAbout: 'The commons holds what past gatherings decided to publish.',
  signIn: 'I convene gatherings: sign in',
  myGatherings: 'My gatherings'
};

/** Between the code and the gathering. */
export const join = {
  name: (title: string) => `Join: ${title}`,
  welcome: 'You are joining',
  untitled: 'A gathering',
  yourName: 'Your name',
  optional: 'may stay empty',
  nameHint: 'People who lead see it. The board shows dots, never names.',
  button: 'Come in',
  licences: {
    'CC-BY-SA-4.0': 'What we make together may be published and shared alike (CC BY-SA 4.0). Names are left out.',
    'CC-BY-4.0': 'What we make together may be published and reused (CC BY 4.0). Names are left out.',
    'CC0-1.0': 'What we make together may be published for any use (CC0 1.0). Names are left out.'
  },
  rehearsal: 'This is a rehearsal: simulated people may take part.',
  cookie: 'One cookie lets this phone find your place again. Nobody else can read it.',
  nameTooLong: 'A name has at most 40 characters.',
  otherCode: 'Another code'
};

/** A phone in the room. */
export const phone = {
  untitled: 'Gathering',
  guest: 'Guest',
  me: (name: string) => `${name}: name and leaving`,
  yourName: 'Your name',
  optional: 'may stay empty',
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
    refused: (why: string) => why,
    otherwise: 'That was not taken. What you see here counts.'
  },
  errors: {
    notFound: 'There is nothing here',
    notFoundAbout: 'The address may be mistyped, or what stood here is gone.',
    wrong: 'Something went wrong on our side',
    wrongAbout: 'Nothing that was saved is lost. Try again in a moment.',
    refused: 'That is not possible',
    again: 'Try again',
    home: 'To the home page'
  }
};
