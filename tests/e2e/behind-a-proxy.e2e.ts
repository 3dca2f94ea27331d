import { expect, test, type Page } from '@playwright/test';
import { console as words } from '#words/index.ts';
import { steps as spectrogramSteps } from '#methods/spectrogram/words/steps.ts';
import { words as line } from '#methods/spectrogram/words.ts';
import { apache } from '../support/proxies/apache.ts';
import { caddy } from '../support/proxies/caddy.ts';
import { nginx } from '../support/proxies/nginx.ts';
import { startProxy, type ProxyKind } from '../support/proxies/proxy.ts';
import { freePort } from '../support/redis-server.ts';
import { closePages, codeOn, comeIn, convene, openBoard, pressNext, setUp, stand } from './cast.ts';
import { Plenary } from './server-process.ts';

// The certificate is signed by itself.
test.use({ ignoreHTTPSErrors: true });

/** As large as a phone makes a photo before it is sent. */
const PHOTO_BYTES = 330_000;

test.afterAll(({ browser }) => closePages(browser));

throughProxy(nginx, 'http');
if (process.env['PLENARY_PROVE']) {
  throughProxy(nginx, 'https');
  for (const kind of [caddy, apache])
    if (await kind.program()) throughProxy(kind, 'https');
    else
      test(`https: the example for ${kind.name} was NOT TRIED`, () =>
        test.skip(true, `There is NO ${kind.name} here: install it (Debian: ${kind.debian}).`));
}

function throughProxy(kind: ProxyKind, scheme: 'http' | 'https'): void {
  test(`${scheme}: a room reaches Plenary through ${kind.name} as the guide sets it up`, async ({ browser }) => {
    const port = await freePort();
    const origin = `${scheme}://localhost:${port}`;
    const plenary = new Plenary({ PLENARY_ORIGIN: origin, TRUST_PROXY: '1' });
    await plenary.start();
    const proxy = await startProxy(kind, { port, plenary: plenary.port, tls: scheme === 'https' });
    try {
      const console = await setUp(browser, plenary);
      const gathering = await convene(console, 'Behind a proxy', 'cooperation-day');
      const board = await openBoard(console, plenary, gathering);
      const bo = await comeIn(browser, plenary, await codeOn(board), 'Bo');
      await pressNext(console, words.steps.turnTo);
      await pressNext(console, spectrogramSteps.steps.open);
      await expect(bo.page.getByText(line.phone.howTo).first()).toBeVisible();
      await stand(bo.page, 'With others, by arrangement');
      await expect(board.getByText(line.board.answered(1, 1))).toBeVisible();
      const twin = await console.context().newPage();
      await twin.goto(`${origin}/board/${gathering}/text`);
      await expect(twin.getByText(line.board.answered(1, 1)).first()).toBeVisible();
      // No café is on, and it is Plenary that says so: the whole of the photo went through.
      expect(await sendPhoto(bo.page, gathering)).toEqual({ refused: 'no-such-command' });

      const answers = await proxy.answers();
      expect(answers.filter((answer) => / 5\d\d$/.test(answer))).toEqual([]);
      // A socket that gets no WebSocket falls back to polling. None had to.
      expect(answers.filter((answer) => answer.includes('transport=polling'))).toEqual([]);
      const cookies = await bo.context.cookies();
      expect(cookies).not.toEqual([]);
      expect(cookies.filter(({ secure }) => secure !== (scheme === 'https'))).toEqual([]);
    } finally {
      await proxy.stop();
      await plenary.stop();
    }
  });
}

const sendPhoto = (page: Page, gathering: string): Promise<unknown> =>
  page.evaluate(
    async ([address, bytes]) => {
      const body = new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' });
      return (await fetch(address, { method: 'POST', headers: { 'content-type': 'image/jpeg' }, body })).json();
    },
    [
      `/g/${gathering}/photo?device=photothroughaproxy00000000&activity=none&command=addPhoto&input={}`,
      PHOTO_BYTES
    ] as const
  );
