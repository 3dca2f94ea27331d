import { parentPort } from 'node:worker_threads';
import type { Edition } from '#harvest/document.ts';
import { docx } from '#harvest/formats/docx.ts';
import { xlsx } from '#harvest/formats/xlsx.ts';
import type { FileFormat } from '#server/page-api.ts';
import { formats, harvest } from '#words/index.ts';
import type { Job, JobResult } from '../hosting/worker-pool.ts';

/** What the worker is asked: `photos` stands before the address of each photo. */
type Asked = { edition: Edition; photos: string };
export type Rendered = { file: Uint8Array<ArrayBuffer> };

const words = { ...harvest, formats };
const RENDERERS: Record<FileFormat, typeof docx> = { docx, xlsx };

// The libraries are large, and only this thread loads them: it begins when the first file is asked for.
parentPort?.on('message', (asked: Job) => void answer(asked).then((said) => parentPort?.postMessage(said)));

async function answer({ n, method, question }: Job): Promise<JobResult> {
  const { edition, photos } = question as Asked;
  try {
    return { n, answer: { file: await RENDERERS[method as FileFormat](edition, words, photos) } };
  } catch (error) {
    return { n, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
