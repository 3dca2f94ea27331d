import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { installedBrowser } from '../../scripts/browser.mjs';

const run = promisify(execFile);

/** One after the other: a browser takes a core and some hundred megabytes for some seconds. */
const WAITING_AT_MOST = 4;
const WITHIN_MS = 60_000;

/** A file that is printed, or that one of them shows. The first is the page itself. */
export type PrintedFile = { path: string; read(): Promise<string | Uint8Array | null> };

/** Makes a PDF of a page, with its outline and with tags for those who listen to it. */
export type Printer = {
  /** Null when too many wait. */
  print(files: readonly PrintedFile[]): Promise<Uint8Array<ArrayBuffer> | null>;
};

/**
 * The browser of this machine as a printer; null where there is none. `asked`: the path of one, `none` for none, or
 * null for whichever is installed.
 */
export function openPrinter(asked: string | null): Printer | null {
  const browser = asked === 'none' ? undefined : (asked ?? installedBrowser());
  if (browser === undefined) return null;
  let waiting = 0;
  let turn: Promise<unknown> = Promise.resolve();

  return {
    async print(files) {
      if (waiting >= WAITING_AT_MOST) return null;
      waiting += 1;
      const printed = turn.then(() => printedBy(browser, files));
      turn = printed.catch(() => {});
      return printed.finally(() => (waiting -= 1));
    }
  };
}

async function printedBy(browser: string, files: readonly PrintedFile[]): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'plenary-print-'));
  try {
    for (const { path, read } of files) {
      const content = await read();
      if (content === null) continue;
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    const [page] = files;
    const pdf = join(folder, 'printed.pdf');
    await run(browser, argumentsFor(folder, pdf, join(folder, page?.path ?? '')), {
      timeout: WITHIN_MS,
      killSignal: 'SIGKILL'
    });
    return new Uint8Array(await readFile(pdf));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const argumentsFor = (folder: string, pdf: string, page: string): string[] => [
  '--headless',
  // It cannot use its sandbox as root. The page runs no script, and nothing that was typed becomes markup.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  `--user-data-dir=${join(folder, 'profile')}`,
  '--no-first-run',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nobody is asked for anything: all that the page shows lies beside it.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-pdf-header-footer',
  '--generate-pdf-document-outline',
  '--export-tagged-pdf',
  `--print-to-pdf=${pdf}`,
  pathToFileURL(page).href
];
