import { expect, test } from 'vitest';
import { noteAddress } from '#contract/note-address.ts';
import { notesIn } from '#contract/outline-notes.ts';
import { createSeededRandom } from '#contract/testing/seeded-random.ts';
import { readAs } from '#gathering/split-notes.ts';
import { openCards } from '../../tests/support/closed-cards.ts';
import { ana, device, rules } from '../../tests/support/test-host.ts';
import { harvestOf } from './edition.ts';
import { deskOf } from './harvest-desk.ts';

const SEEDS = 20;
const STEPS = 80;
const THEMES = ['firsttheme', 'secondtheme', null];
const ACTS = [
  ...(['write', 'write', 'rewrite', 'remove', 'show', 'show', 'hide', 'close', 'reopen', 'undo'] as const),
  ...(['put', 'put', 'fold', 'unfold', 'move', 'split', 'leaveOut', 'name', 'undoAtDesk'] as const)
];
/** What each wording and each part of a card says, and nothing else does. */
const sign = (nth: number) => `card${nth}x`;
const cardOf = (nth: number) => `card${nth}`.padEnd(15, 'x').concat('0');

/**
 * Bo writes, rewrites and takes back, Ana looks at the cards at her console, and somebody sorts at a desk, in any order,
 * while the gathering closes and opens again.
 */
test.each(Array.from({ length: SEEDS }, (_, nth) => nth + 1))(
  'HD4 HD12 the desk holds what the draft does and no word of another note, and each place takes back its own (seed %i)',
  async (seed) => {
    const { host, leads, phones, activity, stores } = await openCards([], ['bo']);
    const [bo, sorts] = [phones[0]!, device(() => host, ana, 'the-desk')];
    const random = createSeededRandom(seed);
    await leads('setReview', { on: true }, activity);
    const begun = host.ledger().taken;
    const state = () => host.ledger().gathering;
    const atDesk = ({ themes, sorted, splits, parts, corrections } = state()) =>
      JSON.stringify([themes, sorted, splits, parts, corrections]);
    const inMeeting = () => JSON.stringify([host.ledger().activities, state().phase]);
    const told = () => notesIn(harvestOf(host, rules)).map(({ id }) => id);
    let written = 0;

    for (let step = 0; step < STEPS; step += 1) {
      const nth = random.below(Math.max(1, written));
      const card = cardOf(nth);
      const note = random.pick(readAs(state(), noteAddress(activity, card))) ?? '';
      const into = noteAddress(activity, cardOf(random.below(Math.max(1, written))));
      const theme = random.pick(THEMES) ?? null;
      const act = random.pick(ACTS)!;
      const before = { desk: atDesk(), meeting: inMeeting(), told: told() };
      const named = (notes: readonly string[]) =>
        notes.every((each) => before.told.some((whole) => readAs(state(), whole).includes(each)));
      const sort = async (command: string, input: object, ...notes: string[]) => {
        const isRead = named(notes);
        const answer = await sorts(command, input);
        if (!isRead) expect(answer, command).toHaveProperty('refused');
        expect(inMeeting(), command).toBe(before.meeting);
      };

      if (act === 'write') {
        await bo('writeCard', { card: cardOf(written), question: 0, text: `${sign(written)} first` }, activity);
        written += 1;
      }
      if (act === 'rewrite')
        await bo('rewriteCard', { card, text: `${sign(nth)} again`, rev: random.below(3) }, activity);
      if (act === 'remove' && random.chance(0.3)) await bo('removeCard', { card }, activity);
      if (act === 'show' || act === 'hide') await leads(`${act}Card`, { card }, activity);
      if (act === 'close' || act === 'reopen') await leads(act, {});
      const { undo } = host.view('console');
      // What began the writing stays.
      if (act === 'undo' && undo && undo.step > begun) await leads('undo', { step: undo.step });
      if (act === 'put') await sort('putNotes', { notes: [note], theme }, note);
      if (act === 'fold') await sort('foldNotes', { notes: [note], into }, note, into);
      if (act === 'unfold') await sort('unfoldNote', { note }, note);
      if (act === 'move') await sort('moveNote', { note, by: random.chance(0.5) ? 1 : -1 }, note);
      if (act === 'split') await sort('splitNote', { note, parts: [`${sign(nth)} one`, `${sign(nth)} two`] }, note);
      if (act === 'leaveOut' && random.chance(0.3)) await sort('leaveOutNote', { note }, note);
      if (act === 'name') await sort('nameTheme', { theme: theme ?? 'firsttheme', name: `In step ${step}` });
      if (act === 'undoAtDesk') await sort('undo', { step: host.view('console').deskUndo?.step ?? 0 });
      if (['write', 'rewrite', 'remove', 'show', 'hide', 'close', 'reopen', 'undo'].includes(act))
        expect(atDesk(), act).toBe(before.desk);

      const desk = await deskOf('gathering-1', host, 'facilitator', { ...stores, rules });
      expect(desk?.notes.map(({ note }) => note).sort()).toEqual(
        told()
          .flatMap((whole) => readAs(state(), whole))
          .sort()
      );
      const seen = JSON.stringify([desk, host.view('console').gathering]);
      for (let each = 0; each < written; each += 1) {
        const isTold = told().includes(noteAddress(activity, cardOf(each)));
        expect(seen.includes(sign(each)), `${act} ${sign(each)}`).toBe(isTold);
      }
    }
    await host.close();
  }
);
