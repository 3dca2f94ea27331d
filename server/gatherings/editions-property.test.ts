import { expect, test } from 'vitest';
import { madeOf, readAs } from '#gathering/split-notes.ts';
import { addressesIn } from '#harvest/note-addresses.ts';
import { partsIn } from '#harvest/split.ts';
import { createSeededRandom } from '#contract/testing/seeded-random.ts';
import { publishedGathering, WRITERS } from '../../tests/support/published-gathering.ts';
import { forgetErased } from './forget-erased.ts';
import { forgetTakenBack } from './forget-taken-back.ts';
import { materializeEdition } from './publish.ts';

const SEEDS = 12;
const STEPS = 50;
const THEMES = ['firsttheme', 'secondtheme'];

const ACTS = [
  ...(['mend', 'mend', 'leaveOut', 'keep', 'object', 'object', 'unobject', 'erase', 'publish'] as const),
  ...(['put', 'put', 'fold', 'fold', 'unfold', 'sum', 'strike', 'split', 'split', 'undo'] as const)
];
/** What a note of this person says before it is taken back. */
const wordsOf = (name: string) => [`Need of ${name}`, `Mended by ${name} in`];

/** What became of each note as a reader of this test would say it. */
type Fate = { words: string | null };

/**
 * People mend, take back, bring back, object, take objections back or word them anew, and are erased in any order, while those who lead put notes into themes,
 * fold them, take them apart, split them, strike out words, undo and publish: no address of any edition is ever lost, and no words
 * that were taken back come again in any edition.
 */
test.each(Array.from({ length: SEEDS }, (_, nth) => nth + 1))(
  'CO5 CO13 HD3 HD8 HD9 no order of corrections, sorting and editions loses an address or brings words back (seed %i)',
  async (seed) => {
    const at = await publishedGathering();
    const random = createSeededRandom(seed);
    const fates = new Map(WRITERS.map((name): [string, Fate] => [name, { words: `Need of ${name}` }]));
    const gone = new Set<string>();
    const erased = new Set<string>();
    /** What a person says against a note, by both. */
    const objections = new Map<string, string | null>();
    try {
      for (let step = 0; step < STEPS; step += 1) {
        const name = random.pick(WRITERS) ?? 'bo';
        const fate = fates.get(name)!;
        const note = at.addressOf(name);
        const before = fate.words;
        const act = random.pick(ACTS);
        const read = readAs(at.host.ledger().gathering, note);
        const one = random.pick(read) ?? note;
        const other = at.addressOf(random.pick(WRITERS) ?? 'bo');
        const theme = random.pick([...THEMES, null]) ?? null;
        if (act === 'put') await at.leads('putNotes', { notes: [one, other], theme });
        if (act === 'fold') await at.leads('foldNotes', { notes: [one], into: other });
        if (act === 'unfold') await at.leads('unfoldNote', { note: one });
        if (act === 'split' && before !== null)
          await at.leads('splitNote', { note: one, parts: [`${before}, the one`, `${before}, the other`] });
        if (act === 'sum') await at.leads('summarize', { place: `themes/${theme ?? ''}`, text: `In step ${step}` });
        if (act === 'undo') await at.leads('undo', { step: at.host.view('console').deskUndo?.step ?? 0 });
        if (act === 'strike' && before !== null) {
          for (const each of read) await at.leads('strikeOut', { note: each, text: `▒▒▒▒ ${step}` });
          for (const words of wordsOf(name)) gone.add(words);
          fate.words = null;
        }
        // What was struck out is not written again by its writer.
        if (act === 'mend' && before !== null)
          await at.says(name, 'mendNote', { note: one, text: `Mended by ${name} in step ${step}` });
        if (act === 'keep') await at.says(name, 'keepNote', { note: one }).catch(() => {});
        if ((act === 'object' || act === 'unobject') && !erased.has(name)) {
          const why = act === 'object' ? `Not so, says ${name} in step ${step}.` : null;
          const made = madeOf(at.host.ledger().gathering, one);
          await at.says(name, 'disputeNote', { note: one, why });
          // What was said of the whole goes for both its parts, and stays for the other where one has new words.
          for (const each of why === null ? [one, ...made] : [one]) {
            const said = objections.get(`${name} ${each}`);
            if (said) gone.add(said);
            objections.set(`${name} ${each}`, each === one ? why : null);
          }
        }
        if ((act === 'leaveOut' && before !== null) || act === 'erase') {
          await at.says(name, act === 'erase' ? 'erase' : 'leaveOutNote', act === 'erase' ? {} : { note });
          for (const words of wordsOf(name)) gone.add(words);
          fate.words = null;
        }
        if (act === 'erase') {
          erased.add(name);
          gone.add(`Not so, says ${name} in`);
        }
        if (act === 'publish') await at.published(at.host.ledger().gathering.editions);
        await forgetErased('tea', at.host, at.at);
        await forgetTakenBack('tea', at.host, at.at);
        await materializeEdition(at.at, 'tea', at.host);
      }
      const versions = (await at.commons.versions(at.slug)).map(({ version }) => version);
      const newest = await at.edition();
      const [blocks, left] = [newest?.blocks ?? [], newest?.gone ?? []];
      const split = [...partsIn(blocks), ...left].flatMap(({ partOf = [] }) => partOf);
      const told = new Set([...addressesIn(blocks), ...left.map(({ id }) => id), ...split]);
      for (const whole of split) expect(addressesIn(blocks), 'each note is printed once').not.toContain(whole);
      for (const version of versions) {
        const edition = await at.edition(version);
        for (const address of addressesIn(edition?.blocks ?? [])) expect(told, `${version}`).toContain(address);
        for (const words of gone) expect(JSON.stringify(edition), `edition ${version}`).not.toContain(words);
      }
      for (const name of WRITERS) expect(told).toContain(at.addressOf(name));
    } finally {
      await at.close();
    }
  }
);
