import { gathering } from '#gathering/gathering.ts';
import type { AnyMethod } from '#contract/method.ts';
import { manifests, methods } from '#methods/index.ts';
import { refusals as house } from '#words/index.ts';
import { notation, type Schema } from './notation.ts';
import { TypeScriptSources } from './typescript-sources.ts';

/** `refusals`: those that are its own; null for the gathering, whose page they have for themselves. */
type Page = {
  name: string;
  title: string;
  rules: AnyMethod;
  refusals: Readonly<Record<string, string>> | null;
  folders: string[];
};

const PAGES: readonly Page[] = [
  {
    name: 'gathering',
    title: 'The gathering',
    rules: gathering(methods),
    refusals: null,
    folders: ['src/gathering']
  },
  ...Object.entries(manifests).map(([name, { rules, steps, refusals }]) => ({
    name,
    title: steps.method,
    rules,
    refusals,
    folders: [`src/methods/${name}`, 'src/kit/rules']
  }))
];

/** The reference, file by file. */
export function reference(): Map<string, string> {
  const sources = new TypeScriptSources(PAGES.flatMap(({ name }) => [viewsOf(name), `${folderOf(name)}/${name}.ts`]));
  return new Map([
    ...PAGES.map((page) => [`${page.name}.md`, written(page, sources)] as const),
    ['refusals.md', refusalsPage()]
  ]);
}

const folderOf = (name: string): string => (name === 'gathering' ? 'src/gathering' : `src/methods/${name}`);
/** It exports `Views`: the type of each channel's view. */
const viewsOf = (name: string): string => `${folderOf(name)}/views.ts`;
const GENERATED = '<!-- Written by `npm run reference` from the schemas and types. Change those. -->';

function written({ name, title, rules, refusals, folders }: Page, sources: TypeScriptSources): string {
  const docs = sources.commandDocs(folders);
  const of = name === 'gathering' ? '`gathering`' : 'the id of the activity';
  const commands = Object.entries(rules.commands).map(([command, { who, input, undo }]) =>
    [
      `### \`${command}\``,
      ...(docs.has(command) ? [oneLine(docs.get(command) ?? '')] : []),
      `By ${who.join(', ')}. ${takenBackBy(who, undo)}`,
      fenced(notation(input as unknown as Schema))
    ].join('\n\n')
  );
  return page([
    `# ${title}`,
    GENERATED,
    `[How to read this](README.md). In a command \`activity\` is ${of}.`,
    ...(name === 'gathering'
      ? [ACROSS]
      : ['## Settings', 'As `addBlock` takes them:', fenced(notation(rules.settings as unknown as Schema))]),
    '## Commands',
    ...commands,
    '## Views',
    fenced(sources.declarations(viewsOf(name), 'Views').join('\n\n')),
    ...(refusals ? ['## Refusals', 'Beside [those of the house](refusals.md):', codes(refusals)] : [])
  ]);
}

function takenBackBy(who: readonly string[], undo: unknown): string {
  if (!undo) return 'Cannot be taken back by undo.';
  return `Those who lead can take it back${who.includes('helper') ? ', and helpers what they did themselves' : ''}.`;
}

const ACROSS = `## Steps across activities

\`undo\` with \`{ step: number }\`: organizers and facilitators take back the last step of those who lead, a helper the last one
of their own page. By organizer, facilitator: \`duplicateBlock\` with \`{ activity: string }\` adds the same block once more, right after
the first.`;

const refusalsPage = (): string =>
  page([
    '# Refusals of the house',
    GENERATED,
    'The code a client meets, and the sentence a page shows for it.',
    codes(house)
  ]);

const codes = (sentences: Readonly<Record<string, string>>): string =>
  Object.entries(sentences)
    .map(([code, sentence]) => `- \`${code}\`: ${oneLine(String(sentence))}`)
    .join('\n');

const fenced = (text: string): string => `\`\`\`ts\n${text}\n\`\`\``;
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const page = (parts: readonly string[]): string => `${parts.join('\n\n')}\n`;
