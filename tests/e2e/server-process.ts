import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const UP_WITHIN_MS = 30_000;

/** A real server over a folder of its own, that can die and come back at the same address. */
export class Plenary {
  readonly #settings: Record<string, string>;
  readonly #data: string;
  #process: ChildProcess | null = null;
  #port = 0;
  #said = '';

  /** With `PLENARY_ORIGIN` among its settings, that is the address people use: a proxy's. */
  constructor(settings: Record<string, string> = {}) {
    this.#settings = settings;
    this.#data = mkdtempSync(join(tmpdir(), 'plenary-e2e-'));
  }

  get url(): string {
    return this.#settings['PLENARY_ORIGIN'] ?? `http://localhost:${this.#port}`;
  }

  /** Where it listens itself, whatever stands in front. */
  get port(): number {
    return this.#port;
  }

  /** The one-time link of the first start. */
  get setUpLink(): string {
    const path = /\/setup\/\S+/.exec(this.#said)?.[0];
    if (!path) throw new Error(`The start printed no set-up link:\n${this.#said}`);
    return this.url + path;
  }

  async start(): Promise<void> {
    this.#said = '';
    const started = this.#spawn(this.#port);
    this.#process = started;
    started.stdout?.on('data', (chunk: Buffer) => (this.#said += chunk.toString()));
    started.stderr?.on('data', (chunk: Buffer) => (this.#said += chunk.toString()));
    await this.#until(() => /is open at http:\/\/localhost:(\d+)/.exec(this.#said));
    this.#port = Number(/is open at http:\/\/localhost:(\d+)/.exec(this.#said)?.[1]);
    await this.#until(() => /\n.*\n/.test(this.#said) || null);
  }

  /** Starts a second server beside the running one. Returns what the second one prints before it ends. */
  async startAgain(): Promise<{ code: number | null; said: string }> {
    const second = this.#spawn(0);
    let said = '';
    second.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const tooLate = setTimeout(() => second.kill('SIGKILL'), UP_WITHIN_MS);
    const code = await new Promise<number | null>((resolve) => second.once('close', resolve));
    clearTimeout(tooLate);
    return { code, said };
  }

  /** As a crash does it: no goodbye, nothing flushed. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
    rmSync(this.#data, { recursive: true, force: true });
  }

  #spawn(port: number): ChildProcess {
    const env = {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(port),
      PLENARY_DATA: this.#data,
      ...this.#settings
    };
    return spawn(process.execPath, ['server/main.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const running = this.#process;
    this.#process = null;
    if (!running || running.exitCode !== null) return;
    const gone = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await gone;
  }

  async #until(seen: () => unknown): Promise<void> {
    const before = Date.now();
    while (!seen()) {
      if (this.#process?.exitCode !== null || Date.now() - before > UP_WITHIN_MS)
        throw new Error(`The server did not come up:\n${this.#said}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}
