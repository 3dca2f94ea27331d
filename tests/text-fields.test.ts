import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** `wired`: the module beside a page that does what the page draws. */
const surfaces = globSync('src/**/*.svelte').map((file) => {
  const source = readFileSync(file, 'utf8');
  const beside = /from '\.\/(\w+-page\.svelte\.ts)'/.exec(source)?.[1];
  return { file, source, wired: beside ? readFileSync(join(dirname(file), beside), 'utf8') : '' };
});
const NOT_TYPED = /type=("|')?\{?'?(checkbox|radio|hidden|range|number|file|search|email|password)|readonly/;

/** Has a field whose typed words could be lost. `Field` keeps its own draft. */
const typedIn = (source: string): boolean =>
  [...source.matchAll(/<(?:input|textarea)\b[^>]*(?:\{[^}]*\}[^>]*)*>/g)].some(([tag]) => !NOT_TYPED.test(tag));

describe('a field that words are typed into', () => {
  it('never leaves a limit to the browser, which counts other letters and cuts what is pasted', () => {
    const cut = surfaces.filter(({ source }) => /\bmaxlength=/.test(source)).map(({ file }) => file);
    // What is looked for is kept nowhere.
    expect(cut.sort()).toEqual(['src/lib/ui/CodeField.svelte', 'src/routes/commons/+page.svelte']);
  });

  it('is never given its words as an unbound value, which a message to the page would put over what is typed', () => {
    const unbound = surfaces
      .filter(({ source }) => /<(?:Field|Select|Radios|NumberField)\s(?:(?!\/>|>\n)[^])*?\svalue=\{/.test(source))
      .map(({ file }) => file);
    expect(unbound).toEqual([]);
  });

  it('follows a value of its own that is steady, since a derived one that is written to begins anew with each message', () => {
    const unsteady = surfaces.flatMap(({ file, source }) =>
      [...source.matchAll(/let \w+ = \$derived(?:\.by|<.*>)?\((.*)\);/g)]
        .filter(([, of = '']) => !source.includes(`const ${of} = $derived(`))
        .map(([line]) => `${file}: ${line}`)
    );
    expect(unsteady).toEqual([]);
  });

  it('keeps on its device what is half-written', () => {
    const without = surfaces
      .filter(({ source }) => typedIn(source) && !source.includes('keepDraft('))
      .map(({ file }) => file);
    expect(without.sort()).toEqual([
      // Every letter is a piece, kept before it is sent.
      'src/kit/outline-editor/NoteRow.svelte',
      // A code, which is on the wall.
      'src/lib/ui/CodeField.svelte',
      // A name before anybody is here: on a shared phone it would be another's.
      'src/routes/[code=code]/+page.svelte'
    ]);
  });

  it('keeps it on every page of a gathering, each of which says whose words these are', () => {
    const pages = surfaces.filter(({ file }) => /^src\/routes\/(console|g)\/.*\+page\.svelte$/.test(file));
    const scriptless = ({ file }: { file: string }) => {
      const options = file.replace('.svelte', '.ts');
      return existsSync(options) && readFileSync(options, 'utf8').includes('csr = false');
    };
    const without = pages.filter(
      (page) => scriptless(page) || (!page.source.includes('setDraftOwner(') && !page.wired.includes('setDraftOwner('))
    );
    expect(pages.length).toBeGreaterThan(without.length);
    expect(without.map(({ file }) => file).sort()).toEqual([
      // These pages have a person, a time or a number to choose, and no typed words.
      'src/routes/console/[id]/days/+page.svelte',
      'src/routes/console/[id]/delete/+page.svelte',
      'src/routes/console/[id]/hand-over/+page.svelte',
      'src/routes/console/[id]/print/[activity]/+page.svelte',
      'src/routes/console/[id]/stored/[person]/+page.svelte',
      'src/routes/console/[id]/when/+page.svelte',
      'src/routes/g/[id]/draft/+page.svelte',
      'src/routes/g/[id]/me/+page.svelte'
    ]);
  });
});
