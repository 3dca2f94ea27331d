import { parentPort } from 'node:worker_threads';
import type { Edition } from '#harvest/document.ts';
import { archiveFiles, archivePhotos, type ArchivePhotoPlace } from '#harvest/formats/archive-files.ts';
import { docx } from '#harvest/formats/docx.ts';
import { xlsx } from '#harvest/formats/xlsx.ts';
import { formats, harvest } from '#words/index.ts';
import type { Job, JobResult } from '../hosting/worker-pool.ts';
import { packed, type Packed } from './packed.ts';

/** What the worker is asked: `photos` stands before the address of each photo. */
export type Asked = { edition: Edition; photos: string };
/** What it answers, by format. */
export type Made = {
  docx: { file: Uint8Array<ArrayBuffer> };
  xlsx: { file: Uint8Array<ArrayBuffer> };
  zip: { files: Packed[]; photos: ArchivePhotoPlace[] };
};

const words = { ...harvest, formats };
const MAKERS: { [Format in keyof Made]: (asked: Asked) => Promise<Made[Format]> } = {
  docx: async ({ edition, photos }) => ({ file: await docx(edition, words, photos) }),
  xlsx: async ({ edition, photos }) => ({ file: await xlsx(edition, words, photos) }),
  zip: async ({ edition }) => ({
    files: (await archiveFiles(edition, words)).map(({ path, content }) => packed(path, content)),
    photos: archivePhotos(edition, words)
  })
};

// The libraries are large, and only this thread loads them: it begins when the first file is asked for.
parentPort?.on('message', (job: Job) => void answer(job).then((said) => parentPort?.postMessage(said)));

async function answer({ n, method, question }: Job): Promise<JobResult> {
  try {
    return { n, answer: await MAKERS[method as keyof Made](question as Asked) };
  } catch (error) {
    return { n, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
