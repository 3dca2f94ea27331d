import { expect, test } from 'vitest';
import { browserNamed } from './browser-names.ts';

const [MOZILLA, KHTML] = ['Mozilla/5.0', 'AppleWebKit/537.36 (KHTML, like Gecko)'];

test.each([
  [`${MOZILLA} (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0`, 'Firefox', 'Linux'],
  [`${MOZILLA} (Windows NT 10.0; Win64; x64) ${KHTML} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`, 'Edge', 'Windows'],
  [`${MOZILLA} (Linux; Android 10; K) ${KHTML} Chrome/140.0.0.0 Mobile Safari/537.36`, 'Chrome', 'Android'],
  [`${MOZILLA} (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${KHTML} Version/18.0 Safari/604.1`, 'Safari', 'iPhone'],
  [`${MOZILLA} (Macintosh; Intel Mac OS X 10_15_7) ${KHTML} Version/18.0 Safari/605.1.15`, 'Safari', 'Mac'],
  ['curl/8.5.0', null, null],
  ['', null, null]
])('%j is called by its plain names', (header, browser, system) => {
  expect(browserNamed(header)).toEqual({ browser, system });
});
