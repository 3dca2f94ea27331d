import { parentPort } from 'node:worker_threads';
import { methods } from '#methods/index.ts';
import type { JobResult, Job } from './worker-pool.ts';

parentPort?.on('message', (asked: Job) => parentPort?.postMessage(answer(asked)));

function answer({ n, method, question }: Job): JobResult {
  try {
    const work = methods[method]?.work;
    return work ? { n, answer: work.answer(question) } : { n, fault: `${method} computes nothing` };
  } catch (error) {
    return { n, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
