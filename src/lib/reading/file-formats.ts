import { commons } from '#words/index.ts';

/** In what an edition or its draft can be taken away: the ending, and its words. `prints`: this Plenary makes a PDF. */
export const fileFormats = (prints: boolean): (readonly [ending: string, label: string])[] => [
  ...(prints
    ? ([
        ['pdf', commons.pdf],
        ['letter.pdf', commons.pdfLetter]
      ] as const)
    : []),
  ['docx', commons.docx],
  ['xlsx', commons.xlsx],
  ['md', commons.markdown],
  ['csv', commons.csv],
  ['json', commons.json],
  ['jsonld', commons.jsonld],
  ['zip', commons.zip]
];
