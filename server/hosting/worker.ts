import { parentPort } from 'node:worker_threads';
import { methods } from '#methods/index.ts';
import type { Answered, Question } from './worker-pool.ts';

parentPort?.on('message', (asked: Question) => parentPort?.postMessage(answer(asked)));

function answer({ n, method, question }: Question): Answered {
  try {
    const work = methods[method]?.work;
    return work ? { n, answer: work.answer(question) } : { n, fault: `${method} computes nothing` };
  } catch (error) {
    return { n, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
