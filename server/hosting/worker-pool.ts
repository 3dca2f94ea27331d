import { Worker } from 'node:worker_threads';

/**
 * Computes what methods ask for in a thread of its own, one question after the other, so that no command waits for it.
 */
export type WorkerPool = {
  /** Rejects when the method cannot answer, or the pool closes. */
  answer(method: string, question: object): Promise<object>;
  close(): Promise<void>;
};

export type Job = { n: number; method: string; question: object };
export type JobResult = { n: number; answer: object } | { n: number; fault: string };

type Waiting = { resolve(answer: object): void; reject(error: Error): void };

const IDLE_MS = 60_000;

const JOBS = new URL('./job-worker.ts', import.meta.url);

/** The thread runs `script`, begins with the first question and ends some time after the last. */
export function openWorkerPool(script: URL = JOBS): WorkerPool {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | null = null;
  let asked = 0;

  function begin(): Worker {
    const begun = new Worker(script);
    begun.on('message', (said: JobResult) => {
      const teller = waiting.get(said.n);
      waiting.delete(said.n);
      if ('answer' in said) teller?.resolve(said.answer);
      else teller?.reject(new Error(said.fault));
      rest();
    });
    begun.on('error', (error: Error) => fail(begun, error));
    begun.on('exit', () => fail(begun, new Error('The worker pool closed')));
    begun.unref();
    return begun;
  }

  function fail(ended: Worker, error: Error): void {
    if (worker !== ended) return;
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  function rest(): void {
    if (idle) clearTimeout(idle);
    if (waiting.size === 0) idle = setTimeout(() => void end(), IDLE_MS).unref();
  }

  async function end(): Promise<void> {
    const ending = worker;
    if (ending) fail(ending, new Error('The worker pool closed'));
    await ending?.terminate();
  }

  return {
    answer: (method, question) =>
      new Promise((resolve, reject) => {
        if (idle) clearTimeout(idle);
        worker ??= begin();
        asked += 1;
        waiting.set(asked, { resolve, reject });
        worker.postMessage({ n: asked, method, question } satisfies Job);
      }),
    async close() {
      if (idle) clearTimeout(idle);
      await end();
    }
  };
}
