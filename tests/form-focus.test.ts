import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Forms that are there as long as their part of the page is: nothing opens them. A dialog has the focus by itself. */
const ALWAYS_THERE = [
  'src/kit/console/votes/OpenVote.svelte',
  'src/methods/cafe/console/Settings.svelte',
  'src/methods/cafe/console/tables/TableSetup.svelte',
  'src/methods/fishbowl/console/Settings.svelte',
  'src/routes/console/+page.svelte',
  'src/routes/console/[id]/BlockForm.svelte',
  'src/routes/console/[id]/Links.svelte',
  'src/routes/console/[id]/People.svelte',
  'src/routes/console/[id]/days/+page.svelte',
  'src/routes/console/[id]/delete/+page.svelte',
  'src/routes/console/[id]/hand-over/+page.svelte',
  'src/routes/console/[id]/harvest/+page.svelte',
  'src/routes/console/[id]/harvest/Appendix.svelte',
  'src/routes/console/[id]/harvest/Corrections.svelte',
  'src/routes/console/[id]/harvest/FormerWords.svelte',
  // In a dialog.
  'src/routes/console/[id]/harvest/sort/NotePanel.svelte',
  'src/routes/console/[id]/harvest/sort/Summary.svelte',
  'src/routes/console/[id]/when/+page.svelte'
];

it('every form that opens on the console takes the focus and gives it back', () => {
  const files = ['src/methods/*/console/**/*.svelte', 'src/kit/**/*.svelte', 'src/routes/console/**/*.svelte'];
  const without = files
    .flatMap((pattern) => globSync(pattern))
    .filter((file) => {
      const source = readFileSync(file, 'utf8');
      return source.includes('<form') && !source.includes('{@attach focusWhileOpen}');
    });
  expect(without.sort()).toEqual(ALWAYS_THERE);
});
