import { pairKey } from '../pair-key.ts';
import type { Card } from '../suggest-pairs.ts';

/**
 * Cards whose likeness people judged: what suggestions are measured against. Cards of one thing say the same in other
 * words. Cards of one theme are other things, and a facilitator would put them together. All the rest stays apart.
 */
type Thing = readonly string[];
export type Theme = readonly Thing[];

/** Notes of Cooperation 2015 in Chicago, as they were written down: a fishbowl, a World Café, a keynote listener. */
export const ENGLISH: readonly Theme[] = [
  [
    ['Chamber of the Commons?', 'Chamber of the Commons', 'Chamber of the Commons'],
    ['Assembly of the Commons?', 'Assembly of the Commons'],
    ['Commons Festival'],
    ['Cultural value of the commons', 'Culture value of the commons'],
    [
      'Commons – shared resource, co-managed/governance structure to care for the commons',
      'Care of the Commons',
      'Co-constructing a shared resource that we all love → commons'
    ],
    ['Smart collaborative – park districts host chamber of commons. Soft Issue, problem isolation']
  ],
  [['Open government hack night', 'Open government hack night'], ['Civic Labs – TIFF'], ['Civic infrastructure']],
  [['Mutual Aid Networks', 'Mutual Aid Network']],
  [['time bank', 'Chicago Time Exchange (CTX)']],
  [
    ['Coworking spaces – The Shift', 'The Shift'],
    ['Maker Spaces', '1647 Blue Maker Space']
  ],
  [
    ['Nonviolent Communication', 'More nonviolent communication training', 'More nonviolent communication training'],
    ['transform a culture of violence by teaching children nonviolent practices']
  ],
  [
    [
      'transition plan – organization – whole person evolutionary in purpose. What do we need to do?',
      'Transition plan with benchmarks',
      'a transition plan'
    ],
    ['short and medium term goals']
  ],
  [
    ['storytelling movement', 'A movement of story circles that bridges within and across communities'],
    ['A story for Chicago', 'Story of Chicago improv'],
    ['Storytelling as restorative justice'],
    ['Restorative Justice'],
    ['Peer Jury']
  ],
  [['Art of Hosting', '“Art of Hosting”']],
  [
    [
      'horizontal integration not = consolidation, social groups and values – displacing overly verticalized (topdown) institutions and values',
      'horizontal integration – silos coming together'
    ],
    ['general values explicit']
  ],
  [
    [
      'Better connecting in and between neighborhoods',
      'encouraging – fostering “unlikely” connections within and between neighborhoods'
    ],
    ['Connect on Similarities – benefit from differences'],
    ['find common ground for local org to connect', 'Connecting orgs via community'],
    ['Connection – just BEING together – working with'],
    ['Smart collaborative connection'],
    ['Peace-Circle for bridge building'],
    ['connecting around food and music']
  ],
  [
    ['Consciousness raising so people are more aware of the response-ability they have'],
    ['neighborhoods create consciousness'],
    ['hardfought shift in consciousness of communication listening is a change agent']
  ],
  [['Re-invent the family', 'New consciousness of family']],
  [
    ['visibility – broadcasting', 'media – good things to net get spread out'],
    ['Visibility – connected, better mapping'],
    ['Making visible what is already happening and building on that']
  ],
  [
    ['compassion as a fuel', 'compassion driving change', 'moved by compassion?'],
    ['How are we increasing compassion?'],
    ['Michel – compassion means “to feel with”'],
    ['is this heavy or light? compassion starts local and expands out'],
    ['Compassion with equality']
  ],
  [['Rogers Park Participatory Budget', 'Collaborative Ward Level Budgeting']],
  [['impact investing – measure how?', 'GIIRS – compare social impact']],
  [
    ['Community ownership – we are all accountable v individual ownership – only one accountable'],
    ['not ownership but collaboration']
  ],
  [
    ['Chicago Sustainable Leaders'],
    ['1150 entities working on sustainability in Chicago'],
    ['replicate the CSLN for peer to peer'],
    ['CSLN the space b/t neighborhoods and city govt']
  ],
  [['Having a one stop shop to get information'], ['exchange of information']],
  [['Using safe and patient capital'], ['Slow Money']],
  [
    ['Keep the farmer on the land', 'many farmers are leasing the land they farm on a year to year basis'],
    ['less than 7% is organic land – so much ecocide'],
    ['21 farms in 7 states'],
    ['Iroquois Valley Farms – Certified B Corporation'],
    ['local and regional food systems'],
    ['Food Deserts – using data to find cooperative investment opportunities']
  ],
  [['Faith Based Communities'], ['Episcopal Church – sharing time and efforts with surrounding']],
  [['snow plowing'], ['home sharing'], ['access to rides'], ['Clothing swaps'], ['Gift Circles']],
  [['Articulating achievable models'], ['viable system models']],
  [['Big data – identify communities that don’t know themselves yet']],
  [['Identify your communities that you want to engage first']],
  [['Governance – leadership is scarce, financial resources are not. We need people with intention']],
  [['Power of change – cultural']],
  [['Impenetrable power structures – “opening to go around”']],
  [['Free Little Library']],
  [['Free Agents network']],
  [['Start up circles']],
  [['reinstitute the public schools that were closed']],
  [['Open Communities']],
  [['open minds']],
  [['the challenge of being vulnerable first']],
  [['P2P is informal – not political or commercial']],
  [['worked in government and journalism']],
  [['working on business models for spirit filled activities']],
  [['On the Table']],
  [['Next Door']],
  [['Aging in Place']],
  [['Net Impact']],
  [['Social Enterprise Alliance']],
  [['Active Transit Alliance']]
];

export const SPANISH: readonly Theme[] = [
  [
    ['Huerto comunitario en el solar vacío', 'Convertir el solar vacío en un huerto para la comunidad'],
    ['Compostar los restos de los huertos']
  ],
  [
    ['Más bancos y sombra en la plaza', 'En la plaza faltan sombra y sitios donde sentarse, por ejemplo bancos'],
    ['Una fuente para la plaza']
  ],
  [['El alquiler sube cada año', 'Alquileres que suben demasiado'], ['Viviendas vacías para jóvenes']],
  [['Autobús nocturno los fines de semana', 'Autobuses también por la noche']],
  [['Los bancos cierran sus oficinas en el pueblo']],
  [['Que los mayores no estén solos', 'Acompañar a las personas mayores que viven solas']],
  [['Una biblioteca de herramientas', 'Prestar herramientas entre vecinos']],
  [['La escuela abierta por la tarde']]
];

export const GERMAN: readonly Theme[] = [
  [
    ['Gemeinschaftsgarten auf dem alten Parkplatz', 'Aus dem Parkplatz einen Garten für alle machen'],
    ['Hochbeete für den Schulgarten']
  ],
  [['Sichere Radwege zur Schule', 'Der Schulweg braucht einen Fahrradweg'], ['Mehr Fahrradständer am Bahnhof']],
  [['Nachbarschaftshilfe für ältere Menschen', 'Nachbarn helfen alten Menschen beim Einkaufen']],
  [['Die Mieten steigen zu schnell', 'Mietsteigerungen begrenzen'], ['Bezahlbare Mietwohnungen']],
  [['Eine Tauschbörse für Werkzeug', 'Werkzeuge tauschen statt kaufen']],
  [['Der Jugendclub soll abends öffnen', 'Längere Öffnungszeiten im Jugendzentrum']],
  [['Weniger Lärm von der Autobahn', 'Lärmschutz an der Autobahn']],
  [['Die Bank am Fluss ist kaputt']],
  [['Der Bürgermeister soll zuhören']]
];

export const ARABIC: readonly Theme[] = [
  [['حديقة للأطفال في الحي', 'نريد حدائق يلعب فيها أطفال الحي'], ['أشجار أكثر في حديقة المدرسة']],
  [['مكتبة عامة في وسط المدينة', 'نحتاج إلى مكتبةٍ عامّة'], ['تبادل الكتب بين القراء']],
  [['النقل العام مكلف', 'تخفيض أسعار النقل العام'], ['حافلات إلى الجامعة في المساء']],
  [['مساعدة كبار السن في التسوق', 'التسوّق لكبار السن']],
  [['المياه تنقطع كل صيف', 'انقطاع المياه في الصيف']],
  [['دورات لتعليم اللغة العربية للقادمين الجدد', 'تعليم العربية للجدد']],
  [['ورشة لإصلاح الدراجات']],
  [['اجتماع كل شهر مع البلدية']]
];

/** Pairs across themes that people would put together, too. */
const ALSO: readonly (readonly [string, string])[] = [
  [
    'Smart collaborative connection',
    'Smart collaborative – park districts host chamber of commons. Soft Issue, problem isolation'
  ],
  ['Peace-Circle for bridge building', 'A movement of story circles that bridges within and across communities'],
  ['New consciousness of family', 'neighborhoods create consciousness'],
  ['connecting around food and music', 'local and regional food systems'],
  ['Net Impact', 'GIIRS – compare social impact'],
  ['Power of change – cultural', 'compassion driving change']
];

/** `strict`: pairs that say the same. `loose`: pairs that would be put together, the strict ones among them. */
export type Judged = { cards: readonly Card[]; strict: ReadonlySet<string>; loose: ReadonlySet<string> };

/** All languages on one board, as in a room where people write in their own. */
export function judged(themes: readonly Theme[]): Judged {
  const cards: Card[] = [];
  const [strict, loose] = [new Set<string>(), new Set<string>()];
  const card = (text: string) => {
    cards.push({ id: `card ${String(cards.length + 1).padStart(3, '0')}`, text });
    return cards.at(-1) as Card;
  };
  for (const theme of themes) {
    const things = theme.map((thing) => thing.map(card));
    for (const thing of things) for (const key of keysWithin(thing)) strict.add(key);
    for (const key of keysWithin(things.flat())) loose.add(key);
  }
  for (const [one, other] of ALSO)
    for (const first of cards.filter(({ text }) => text === one))
      for (const second of cards.filter(({ text }) => text === other)) loose.add(pairKey(first.id, second.id));
  return { cards, strict, loose };
}

const keysWithin = (cards: readonly Card[]): string[] =>
  cards.flatMap((card, index) => cards.slice(index + 1).map((other) => pairKey(card.id, other.id)));
