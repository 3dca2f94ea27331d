import { counted } from './counted.ts';

const MINUTE_MS = 60_000;

const spanOf = (ms: number): string => {
  const minutes = Math.round(ms / MINUTE_MS);
  if (minutes < 120) return counted(minutes, 'minute', 'minutes');
  return counted(Math.round(minutes / 60), 'hour', 'hours');
};

/** The console: what is on, what comes next, who is here. */
export const console = {
  name: (title: string) => `${title} · console`,
  untitled: 'Gathering',
  soFar: 'Harvest so far',
  home: 'My gatherings',
  noScript: 'The console needs JavaScript. Please switch it on for this page.',
  health: (
    here: number,
    connected: number | null,
    phoneless: number,
    acted: { answered: number; present: number } | null
  ) =>
    [
      `${here} here`,
      connected === null ? null : `${connected} connected`,
      acted === null ? null : `${acted.answered} of ${acted.present} have answered`,
      `${phoneless} without a phone`
    ]
      .filter(Boolean)
      .join(' · '),
  panels: {
    title: 'Beside what is on',
    show: (open: boolean) => (open ? 'Hide run of show' : 'Run of show'),
    side: (open: boolean) => (open ? 'Hide board' : 'Board')
  },
  show: {
    title: 'Run of show',
    welcome: 'Welcome',
    open: 'On now',
    empty: 'Nothing is planned yet. Add a first block. Until it is on, people see the welcome.',
    add: 'Add a block',
    blockTitle: 'Title of the block',
    method: 'Method',
    save: 'Save',
    cancel: 'Cancel',
    more: (title: string) => `More for ${title}`,
    up: (title: string) => `Move ${title} up`,
    down: (title: string) => `Move ${title} down`,
    rename: 'Rename',
    duplicate: 'Duplicate',
    remove: 'Remove',
    turn: (title: string) => `Put on now: ${title}`,
    turnShort: 'Put on now',
    prepare: (title: string) => `Prepare ${title}`,
    prepareShort: 'Prepare',
    moved: (title: string, place: number, of: number) => `${title} is now ${place} of ${of}`
  },
  now: 'On now',
  next: 'Next',
  choose: 'Choose what comes next',
  preparingIt: (title: string) => `Preparing: ${title}`,
  backToNow: 'Back to what is on',
  preview: 'What the board shows now',
  blanked: 'The board is blank; this waits behind it',
  frozen: 'The board is frozen; this waits behind it',
  openBoard: 'Open the board',
  steps: {
    turnTo: 'Go on to',
    end: 'That was the last block',
    unknown: 'Next'
  },
  undo: (what: string) => `Undo: ${what}`,
  undoShort: 'Undo',
  nothingToUndo: 'Nothing to undo',
  takenBack: (what: string) => `Taken back: ${what}`,
  undone: {
    titleBlock: 'rename block',
    moveBlock: 'move block',
    removeBlock: 'remove block',
    addBlock: 'add block',
    turnTo: 'go to another block',
    describe: 'change title',
    schedule: 'change when it begins',
    setPeriods: 'change the days after closing',
    close: 'close gathering',
    mendNote: 'mend a note',
    unmendNote: 'go back to the words as written',
    leaveOutNote: 'leave out a note',
    leaveOutObjection: 'leave out the words of an objection',
    keepNote: 'bring back a note',
    strikeOut: 'strike out words',
    putNotes: 'put notes into a theme',
    foldNotes: 'fold notes into one',
    unfoldNote: 'take notes apart',
    splitNote: 'split a note',
    moveNote: 'move a note',
    nameTheme: 'name a theme',
    joinThemes: 'join themes',
    moveTheme: 'move a theme',
    summarize: 'change what is said in short',
    retitle: 'give a title',
    setAppendix: 'change the appendix',
    sayNamed: 'whether somebody is named',
    lockDoor: 'lock or unlock the door',
    remove: 'remove people',
    markDouble: 'mark somebody as double'
  } as Record<string, string>,
  blank: 'Blank board',
  unblank: 'Blank: show it again',
  /** What those who lead set for all boards. */
  boards: {
    title: 'All boards',
    back: 'Page back',
    on: 'Page on',
    hold: 'Hold the page',
    goOn: 'Page is held: go on',
    size: 'Size of the text',
    // Begins with what the button shows, so that people who speak to their computer can say it.
    smaller: 'A−: smaller text',
    larger: 'A+: larger text',
    ownSize: 'Own size',
    sizes: { S: 'S', M: 'M', L: 'L', XL: 'XL' },
    theme: 'Light of the board',
    ownTheme: 'Own light',
    themes: { paper: 'Light', lantern: 'Dark', sunlit: 'Sunny wall' },
    freeze: 'Freeze board',
    unfreeze: 'Frozen: let it go on'
  },
  invite: 'Code and links',
  close: 'Close gathering',
  reopen: 'Reopen',
  people: {
    title: 'People',
    open: (count: number) => `People ${count}`,
    everybody: 'Show everybody',
    newName: 'New name',
    here: (count: number) => counted(count, 'person here', 'people here'),
    nobody: 'Nobody has joined yet. Open the board, or read the code aloud.',
    add: 'Somebody without a phone',
    name: 'Name (optional)',
    addButton: 'Add',
    walkIn: 'no phone',
    rehearsed: 'simulated',
    acted: 'has acted',
    connected: 'connected',
    away: 'not connected',
    left: 'left',
    find: 'Find somebody',
    leave: 'Mark as left',
    comeBack: 'Mark as back',
    rename: 'Rename',
    more: (name: string) => `More for ${name}`,
    place: 'Place',
    locked: 'The door is locked: nobody new comes in.',
    lock: 'Lock the door',
    unlock: 'Unlock the door',
    removed: 'removed',
    double: (name: string) => `double of ${name}`,
    remove: 'Remove',
    removeAbout:
      'Their page closes, their seat is free, and what they placed no longer counts. What they wrote stays: hide it where it stands.',
    removeSince: (count: number) =>
      count === 1 ? 'Remove them and the one who came in after' : `Remove them and the ${count} who came in after`,
    letIn: 'Let back in',
    stored: 'What is stored about them',
    erase: 'Erase name and words',
    eraseAbout:
      'Only when they ask for it. Their name, what they wrote and their photos are gone for good: here, in every edition and in the files of this server. Nothing brings them back. That somebody took part and where they stood stays, without a name.',
    eraseYes: 'Yes, erase them for good',
    doubleOf: 'Same person as',
    choose: 'Choose an entry',
    markDouble: 'Count only once'
  },
  dialogs: {
    close: 'Done',
    inviteTitle: 'Code and links',
    joinAt: (host: string) => `People join at ${host} with this code. It allows joining and nothing else.`,
    board: 'The board for the projector',
    rolesTitle: 'Links for helpers',
    roles: {
      facilitator: {
        name: 'Co-facilitator',
        about: 'May do everything you do here: go on to the next block, place people, close.'
      },
      helper: {
        name: 'Helper',
        about: 'May add people without a phone and act for them. Cannot move the gathering on.'
      },
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
    closeNo: 'Keep it open',
    keysTitle: 'Keys',
    keysOn: 'Single keys work',
    keysAbout: 'Switch off if you dictate, or if keys are pressed by mistake.',
    keys: {
      space: 'Press the big button',
      next: 'Press the big button (clickers send Page Down)',
      pages: 'A page of the board back or on',
      h: 'Hold the page of the board, or go on',
      size: 'Larger or smaller text on the board',
      f: 'Freeze board, or let it go on',
      b: 'Blank board, or show it again',
      p: 'People',
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
    next: 'Prepare the next edition',
    sort: 'Sort the notes',
    helps: 'Put right what people without a phone wrote',
    people: 'Erase somebody who asks for it',
    published: 'Published in the commons',
    read: 'Read the edition'
  },
  clock: (byMs: number) =>
    `The clock of the server was set ${spanOf(Math.abs(byMs))} ${byMs < 0 ? 'back' : 'forward'}. What is running goes on for the time it has left; times of day may be wrong.`,
  clockRead: 'Understood',
  stopped: 'Save the harvest, and tell whoever runs this Plenary.',
  helper: 'You help here: add people without a phone, and act for them.',
  noneYet: 'Nothing is on yet',
  noneYetAbout: 'The board shows the welcome and the code.',
  list: {
    title: 'My gatherings',
    none: 'You have not hosted a gathering yet. It takes a minute, and you can rehearse with simulated people.',
    convene: 'Host a gathering',
    open: 'open',
    closed: 'closed',
    published: 'published',
    code: (code: string) => `code ${code}`,
    what: 'What is it called?',
    where: 'Where? (optional, as rough as you like)',
    starts: 'When does it begin?',
    zone: 'Time zone',
    zoneAbout: 'A city with the same local time as where you meet.',
    timeButton: 'Save the time',
    changeTime: (title: string) => `Change when “${title}” begins`,
    refusals: { 'no-such-time': 'Please give a day and a time that exist, and a time zone.' } as Record<string, string>,
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
    button: 'Create the gathering',
    account: (name: string) => `Account: ${name}`,
    signOut: 'Sign out'
  }
};
