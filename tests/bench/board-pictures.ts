import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TextSize, Theme } from '#gathering/looks.ts';
import { openBuiltPage } from './built-page.ts';
import type { Asked } from './board/wall.ts';

/**
 * What a board looks like, to be looked at: `node tests/bench/board-pictures.ts <folder> [scene …] [--theme=lantern]
 * [--scale=S]`
 */
const [folder = 'test-results/pictures', ...rest] = process.argv.slice(2);
const option = (name: string) => rest.find((word) => word.startsWith(`--${name}=`))?.split('=')[1];
const theme = (option('theme') ?? 'paper') as Theme;
const scale = (option('scale') ?? 'L') as TextSize;
const wanted = rest.filter((word) => !word.startsWith('--'));

mkdirSync(folder, { recursive: true });
const { browser, page } = await openBuiltPage('board', { width: 1920, height: 1080 });
page.on('pageerror', (error) => console.error(error.message));
if (option('forced')) await page.emulateMedia({ forcedColors: 'active' });
const names = await page.evaluate(() => Object.keys((window as unknown as { asked: Asked }).asked.scenes));
for (const name of wanted.length > 0 ? wanted : names) {
  await page.evaluate(
    ([name, theme, scale]) => {
      const { wall, scenes } = (window as unknown as { asked: Asked }).asked;
      wall.look(theme, scale);
      const scene = scenes[name];
      if (scene) wall.show(scene());
    },
    [name, theme, scale] as const
  );
  // A reveal takes a second and a half; a replay is looked at in its middle.
  await page.waitForTimeout(name === 'replay' ? 9000 : 1800);
  await page.screenshot({ path: join(folder, `${name}-${theme}-${scale}.png`) });
}
await browser.close();
