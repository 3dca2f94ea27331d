import type { Server } from 'node:http';
import type { Plugin } from 'vite';
import type { RunningPlenary } from './plenary.ts';
import type { Settings } from './start/settings.ts';

const APP = Symbol.for('plenary');
const SERVED = /\/(server|src\/(contract|gathering|harvest|kit|methods|rotation|wire))\/.*\.ts$/;

/** Opens the same server in development, on the port of Vite and beside its own socket. */
export function plenary(): Plugin {
  return {
    name: 'plenary',
    apply: 'serve',
    configureServer(vite) {
      const http = vite.httpServer as Server | null;
      if (!http) return;
      let running: Promise<RunningPlenary> | null = null;

      http.once('listening', () => {
        running = begin();
        (globalThis as unknown as Record<symbol, unknown>)[APP] = running;
        running.catch((error: unknown) => vite.config.logger.error(String(error)));
      });
      http.once('close', () => void running?.then((open) => open.close()).catch(() => {}));
      // Rules and server are loaded once: a change needs a new start, and pages come back by themselves.
      vite.watcher.on('change', (file) => {
        if (SERVED.test(file) && !file.endsWith('.test.ts')) void vite.restart();
      });

      async function begin(): Promise<RunningPlenary> {
        type Main = { open(http: Server, settings: Settings): Promise<RunningPlenary> };
        const { open } = (await vite.ssrLoadModule('/server/plenary.ts')) as Main;
        const { readSettings } = (await vite.ssrLoadModule('/server/start/settings.ts')) as {
          readSettings(environment: NodeJS.ProcessEnv): Settings;
        };
        const opened = await open(http as Server, readSettings(process.env));
        const token = await opened.setUpToken();
        if (token) vite.config.logger.info(`  Set up: ${vite.resolvedUrls?.local[0] ?? '/'}setup/${token}`);
        return opened;
      }
    }
  };
}
