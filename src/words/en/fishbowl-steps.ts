/** What the console calls the steps of a fishbowl: other methods have commands of the same name. */
export const fishbowlSteps = {
  steps: {
    makeGroups: 'Make groups',
    nextGroup: 'The next group'
  },
  undone: {
    ask: 'ask to come in',
    withdraw: 'take back a request',
    sit: 'sit down',
    letPass: 'let a chair pass',
    stepOut: 'step out',
    tapIn: 'tap in',
    seat: 'seat somebody',
    unseat: 'free a chair',
    beginTalk: 'begin of a talk',
    endTalk: 'end of a talk',
    correctTurn: 'correct who sat there',
    nudge: 'tell somebody that others wait',
    answerCard: 'card answered',
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
    removeNote: 'remove a note'
  }
};
