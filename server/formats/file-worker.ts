import { parentPort } from 'node:worker_threads';
import { isRefusal, type Refusal } from '#contract/method.ts';
import type { Edition } from '#harvest/document.ts';
import {
  archiveFiles,
  archivePhotos,
  printedFiles,
  type ArchiveFile,
  type ArchivePhotoPlace
} from '#harvest/formats/archive-files.ts';
import { docx } from '#harvest/formats/docx.ts';
import type { Print } from '#harvest/formats/page.ts';
import { xlsx } from '#harvest/formats/xlsx.ts';
import { formats, harvest } from '#words/index.ts';
import { detachWords, type Kept } from '../commons/detach-words.ts';
import type { Job, JobResult } from '../hosting/worker-pool.ts';
import { chartPng } from './chart-png.ts';
import { zipEntry, type ZipEntry } from './zip-entry.ts';
import { readEditionFile } from './read-edition-file.ts';

/** What the worker is asked, and what it answers. `photos` stands before the address of each photo. */
export type Jobs = {
  docx: { asked: Asked; answer: { file: Uint8Array<ArrayBuffer> } };
  xlsx: { asked: Asked; answer: { file: Uint8Array<ArrayBuffer> } };
  zip: { asked: Asked; answer: { files: ZipEntry[]; photos: ArchivePhotoPlace[] } };
  print: { asked: { edition: Edition; print: Print }; answer: { files: ArchiveFile[]; photos: ArchivePhotoPlace[] } };
  png: { asked: { drawing: string }; answer: { file: Uint8Array<ArrayBuffer> | null } };
  read: { asked: { file: Uint8Array }; answer: Incoming | Refusal };
};
/** An edition that somebody brings, and how it is kept. */
export type Incoming = Kept & { edition: Edition };
type Asked = { edition: Edition; photos: string };

const words = { ...harvest, formats };
const WORK: { [Name in keyof Jobs]: (asked: Jobs[Name]['asked']) => Promise<Jobs[Name]['answer']> } = {
  docx: async ({ edition, photos }) => ({ file: await docx(edition, words, photos) }),
  xlsx: async ({ edition, photos }) => ({ file: await xlsx(edition, words, photos) }),
  zip: async ({ edition }) => ({
    files: (await archiveFiles(edition, words)).map(({ path, content }) => zipEntry(path, content)),
    photos: archivePhotos(edition, words)
  }),
  print: async ({ edition, print }) => ({
    files: printedFiles(edition, words, print),
    photos: archivePhotos(edition, words)
  }),
  png: async ({ drawing }) => ({ file: chartPng(drawing) }),
  async read({ file }) {
    const read = readEditionFile(file);
    return isRefusal(read) ? read : { edition: read.edition, ...detachWords(read.edition, read.photos) };
  }
};

// The libraries are large, and only this thread loads them: it begins when the first file is asked for.
parentPort?.on('message', (job: Job) => void answer(job).then((said) => parentPort?.postMessage(said)));

async function answer({ n, method, question }: Job): Promise<JobResult> {
  try {
    return { n, answer: await WORK[method as keyof Jobs](question as never) };
  } catch (error) {
    return { n, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
