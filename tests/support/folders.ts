import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export async function temporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'plenary-test-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** The files below a folder whose raw bytes hold these words. */
export async function filesHolding(folder: string, words: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const holding = await Promise.all(
    files.map(async (file) => ((await readFile(file).catch(() => Buffer.alloc(0))).includes(words) ? [file] : []))
  );
  return holding.flat();
}

/** A disk that is soon full. Needs root. It is unmounted even while a process has a file open on it. */
export async function smallDisk(size: string): Promise<{ path: string; remove(): Promise<void> }> {
  const folder = await temporaryFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder.path]);
  return {
    path: folder.path,
    async remove() {
      execFileSync('umount', ['--lazy', folder.path]);
      await folder.remove();
    }
  };
}
