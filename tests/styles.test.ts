import { globSync, readFileSync } from 'node:fs';
import { parse, type AST } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';

/** What the styles of every surface keep to, read from the sources: no browser that runs here would show a breach. */
const sheets = globSync('src/**/*.{svelte,css}').map((file) => ({ file, text: readFileSync(file, 'utf8') }));

/** What one engine calls a part of a control, and what the other does. Chromium and WebKit share a name. */
const PARTS = [
  ['::-webkit-slider-thumb', '::-moz-range-thumb'],
  ['::-webkit-slider-runnable-track', '::-moz-range-track'],
  ['::-webkit-progress-value', '::-moz-progress-bar']
] as const;

/** The rules outside any condition: what an element or a class looks like at rest, with its declarations in order. */
function restingRules(file: string): { selector: string; says: string }[] {
  const text = readFileSync(file, 'utf8');
  const sheet = file.endsWith('.css') ? `<style>${text.replace(/@import[^;]*;/g, '')}</style>` : text;
  const rules = parse(sheet, { modern: true }).css?.children ?? [];
  return rules
    .filter((rule): rule is AST.CSS.Rule => rule.type === 'Rule')
    .map(({ prelude, block }) => ({
      selector: sheet.slice(prelude.start, prelude.end),
      says: block.children
        .map((one) => (one.type === 'Declaration' ? `${one.property}: ${one.value}` : 'nested'))
        .sort()
        .join('; ')
    }));
}

const count = (text: string, part: string) => text.split(part).length - 1;

describe('styles', () => {
  it('say for Firefox what they say for other engines, in every part of a sheet', () => {
    const forced = /@media \(forced-colors: active\) \{[\s\S]*?\n {2}\}/g;
    const breaches = sheets.flatMap(({ file, text }) =>
      [text.replace(forced, ''), ...(text.match(forced) ?? [])].flatMap((block) =>
        PARTS.filter(([webkit, moz]) => count(block, webkit) !== count(block, moz)).map(
          ([webkit]) => `${file}: ${webkit}`
        )
      )
    );
    expect(breaches).toEqual([]);
  });

  it('break no word by rules of a language that nobody knows', () => {
    // Nothing that people type says in which language it is, and the page around it is English.
    expect(sheets.filter(({ text }) => /hyphens:\s*auto/.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it('say once what every page may use as a class', () => {
    const classes = globSync('src/styles/{layout,roles}.css').flatMap(restingRules);
    const named = new Map(classes.filter(({ selector }) => /^\.[\w-]+$/.test(selector)).map((one) => [one.says, one]));
    expect(named.size).toBeGreaterThan(20);
    const repeated = globSync('src/**/*.svelte').flatMap((file) =>
      restingRules(file)
        .filter(({ selector, says }) => /^\.?[\w-]+$/.test(selector) && named.has(says))
        .map(({ selector, says }) => `${file}: ${selector} is ${named.get(says)?.selector}`)
    );
    expect(repeated).toEqual([]);
  });
});
