/** The names of this method, of its steps, and of what can be taken back. */
export const steps = {
  name: 'Fishbowl',
  method: 'Fishbowl: a few talk in the middle, and a chair is free',
  steps: {
    makeGroups: 'Make groups',
    nextGroup: 'The next group'
  },
  stages: {
    pairs: 'Talk in pairs',
    starters: 'The invited begin',
    bowl: 'Open the circle',
    asking: 'The outer ring asks',
    'last-words': 'Last words',
    'pairs-again': 'Talk in pairs again',
    closed: 'Close the circle'
  },
  undone: {
    ask: 'ask to come in',
    withdraw: 'take back a request',
    sit: 'sit down',
    letPass: 'let a chair pass',
    lapse: 'a missed chair',
    stepOut: 'step out',
    tapIn: 'tap in',
    seat: 'seat somebody',
    unseat: 'free a chair',
    correctTurn: 'correct who sat there',
    answerCard: 'mark a card as answered',
    showCard: 'show a card',
    hideCard: 'hide a card',
    takeCards: 'take cards or not',
    setForm: 'change the form',
    setPolicy: 'change who is next',
    setNudge: 'change when somebody is told',
    addChair: 'add a chair',
    removeChair: 'take a chair away',
    makeGroups: 'make groups',
    nextGroup: 'next group',
    showAirtime: 'show figures or not',
    showNotes: 'show notes or not',
    turnTo: 'go to another part',
    sendCard: 'send a card',
    removeNote: 'remove a note',
    addMinutes: 'add minutes',
    consent: 'agree to be named',
    setQuestion: 'change the question',
    makeScribe: 'scribe or not'
  }
};
