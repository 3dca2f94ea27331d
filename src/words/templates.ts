/** A ready-made gathering: its blocks carry a method's settings in plain words, checked like anything typed by hand. */
export type Template = {
  title: string;
  about: string;
  blocks: { method: string; title: string; settings: object }[];
};

const continuum = (text: string, poleA: string, poleB: string, middle: string | null = null) => ({
  text,
  poleA,
  poleB,
  middle,
  kind: 'continuum',
  way: 'blind'
});

const opinion = (text: string, way: 'blind' | 'live' = 'blind') => ({
  text,
  poleA: 'I agree',
  poleB: 'I disagree',
  middle: null,
  kind: 'opinion',
  way
});

export const templates: Record<string, Template> = {
  'cooperation-day': {
    title: 'A day of cooperation',
    about:
      'Three continua that show a room how its people live, work and exchange, an unpanel in which four guests begin and a chair opens, and a World Café with three questions. Made after a real day in 2015.',
    blocks: [
      {
        method: 'spectrogram',
        title: 'How we live, work and exchange',
        settings: {
          statements: [
            continuum('How do you live?', 'With others, by arrangement', 'On my own'),
            continuum(
              'How do you work?',
              'Peer to peer',
              'Alone, or in a hierarchy',
              'A small team or a co-working space'
            ),
            continuum('How do you get what you need?', 'Sharing, swapping, exchange', 'I buy it or make it')
          ]
        }
      },
      {
        method: 'fishbowl',
        title: 'Unpanel',
        settings: {
          question: 'What are you excited about, working on and thinking about right now?',
          form: 'unpanel',
          seats: 5,
          invited: ['Guest 1', 'Guest 2', 'Guest 3', 'Guest 4']
        }
      },
      {
        method: 'cafe',
        title: 'World Café',
        settings: {
          questions: [
            'What is happening around peer-to-peer engagement here?',
            'What can you imagine it creating for our region?',
            'How do you think we can each help get there?'
          ],
          seats: 6,
          minutes: 20
        }
      }
    ]
  },
  evening: {
    title: 'An evening at five tables',
    about: 'For about 25 people and one room: a line to warm up, then a World Café of three short rounds.',
    blocks: [
      {
        method: 'spectrogram',
        title: 'Warming up',
        settings: { statements: [opinion('In this neighbourhood I know whom to ask for help.')] }
      },
      {
        method: 'cafe',
        title: 'World Café',
        settings: {
          questions: [
            'What is good here already, and who makes it so?',
            'What would you like to see here in a year?',
            'What can we begin with ourselves?'
          ],
          tables: [{}, {}, {}, {}, {}],
          seats: 6,
          minutes: 12
        }
      }
    ]
  },
  'first-meeting': {
    title: 'First meeting of a neighbourhood',
    about: 'A light warm-up everybody can answer, then two statements worth talking about.',
    blocks: [
      {
        method: 'spectrogram',
        title: 'Warming up',
        settings: { statements: [continuum('How far did you come tonight?', 'From next door', 'From far away')] }
      },
      {
        method: 'spectrogram',
        title: 'Where we stand',
        settings: {
          statements: [
            opinion('In this neighbourhood I know whom to ask for help.'),
            opinion('We should decide more things together on our street.')
          ]
        }
      }
    ]
  }
};
