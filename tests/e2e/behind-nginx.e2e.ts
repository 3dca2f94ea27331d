import { expect, test } from '@playwright/test';
import { console as words } from '#words/index.ts';
import { stepsOf } from '#methods/steps.ts';
import { words as line } from '#methods/spectrogram/words.ts';
import { startNginx } from '../support/nginx.ts';
import { freePort } from '../support/redis-server.ts';
import { codeOn, comeIn, convene, openBoard, pressNext, setUp, stand } from './cast.ts';
import { Plenary } from './plenary.ts';

// The certificate is signed by itself.
test.use({ ignoreHTTPSErrors: true });

for (const scheme of ['http', 'https'] as const) {
  test(`${scheme}: a room reaches Plenary through nginx as the guide sets it up`, async ({ browser }) => {
    test.setTimeout(120_000);
    const port = await freePort();
    const origin = `${scheme}://localhost:${port}`;
    const plenary = new Plenary({ PLENARY_ORIGIN: origin, TRUST_PROXY: '1' });
    await plenary.start();
    const nginx = await startNginx({ port, plenary: plenary.port, tls: scheme === 'https' });
    try {
      const console = await setUp(browser, plenary);
      const gathering = await convene(console, 'Behind a proxy', 'cooperation-day');
      const board = await openBoard(console, plenary, gathering);
      const bo = await comeIn(browser, plenary, await codeOn(board), 'Bo');
      await pressNext(console, words.steps.turnTo);
      await pressNext(console, stepsOf.spectrogram.steps.open);
      await expect(bo.page.getByText(line.phone.howTo)).toBeVisible();
      await stand(bo.page, 'With others, by arrangement');
      await expect(board.getByText(line.board.answered(1, 1))).toBeVisible();
      const twin = await console.context().newPage();
      await twin.goto(`${origin}/board/${gathering}/text`);
      await expect(twin.getByText(line.board.answered(1, 1)).first()).toBeVisible();

      const answers = await nginx.answers();
      expect(answers.filter((answer) => / 5\d\d$/.test(answer))).toEqual([]);
      // Whoever cannot have a WebSocket asks again and again instead: nobody had to.
      expect(answers.filter((answer) => answer.includes('transport=polling'))).toEqual([]);
      const cookies = await bo.context.cookies();
      expect(cookies).not.toEqual([]);
      expect(cookies.filter(({ secure }) => secure !== (scheme === 'https'))).toEqual([]);
    } finally {
      await nginx.stop();
      await plenary.stop();
    }
  });
}
