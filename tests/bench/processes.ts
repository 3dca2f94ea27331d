import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A process of ours: bounded in time, and ended by its handle however the run ends. */
export type Running = {
  pid: number;
  /** Everything it printed so far. */
  said(): string;
  /** Resolves with the first match in what it prints. Rejects with its words when it ends or stays silent. */
  tells(what: RegExp, withinMs: number): Promise<RegExpExecArray>;
  end(): Promise<void>;
};

const SERVER_CORE = '0';
const LOAD_CORE = '1';
const PATIENCE_MS = 12_000;
const pins = spawnSync('taskset', ['-c', `${SERVER_CORE},${LOAD_CORE}`, 'true']).status === 0;
/** Whether server and load have a core each. Without it they disturb each other and only ratios count. */
export const isPinned = pins;

const alive = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

type How = { on: 'server' | 'load'; env?: Record<string, string>; cwd?: string };

export function startNode(args: readonly string[], { on, env = {}, cwd }: How): Running {
  const core = on === 'server' ? SERVER_CORE : LOAD_CORE;
  const [command, all] = pins
    ? ['taskset', ['-c', core, process.execPath, ...args]]
    : [process.execPath, args as string[]];
  const child = spawn(command, all, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', ...env },
    ...(cwd ? { cwd } : {})
  });
  alive.add(child);
  child.once('exit', () => alive.delete(child));
  let said = '';
  const keep = (chunk: Buffer) => (said += chunk.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);

  return {
    pid: child.pid ?? 0,
    said: () => said,
    async tells(what, withinMs) {
      const until = performance.now() + withinMs;
      for (;;) {
        const found = what.exec(said);
        if (found) return found;
        const over = child.exitCode !== null || child.signalCode !== null || performance.now() > until;
        if (over) throw new Error(`${args[0]} did not say ${what}:\n${said.slice(-2000)}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      const impatient = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      await gone;
      clearTimeout(impatient);
    }
  };
}
