import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from '@playwright/test';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { launchOptions } from '../../scripts/browser.mjs';

const ADDRESS = 'http://bench.localhost/';
const TYPES: Record<string, string> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2'
};

/** The page of a folder beside this file, built as pages are shipped and served from memory. A board needs smooth motion. */
export async function openBuiltPage(
  folder: 'board' | 'desk',
  viewport: { width: number; height: number }
): Promise<{ browser: Browser; page: Page }> {
  const files = await built(folder);
  const browser = await chromium.launch(await launchOptions({ whole: folder === 'board' }));
  const page = await browser.newPage({ viewport });
  await page.route(`${ADDRESS}**`, (route) => {
    const path = new URL(route.request().url()).pathname.slice(1) || 'index.html';
    const body = files.get(path);
    if (body === undefined) return route.fulfill({ status: 404 });
    return route.fulfill({ body, contentType: TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream' });
  });
  await page.goto(ADDRESS);
  await page.waitForFunction('window.asked !== undefined');
  return { browser, page };
}

async function built(folder: string): Promise<Map<string, Buffer>> {
  const result = await build({
    root: fileURLToPath(new URL(`./${folder}/`, import.meta.url)),
    configFile: false,
    logLevel: 'warn',
    plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
    build: { write: false, assetsInlineLimit: 0 }
  });
  if (!('output' in result)) throw new Error('The page was not built.');
  return new Map(
    result.output.map((file) => [file.fileName, Buffer.from(file.type === 'chunk' ? file.code : file.source)])
  );
}
