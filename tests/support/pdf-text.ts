import { execFileSync } from 'node:child_process';
import { findProgram } from '../../scripts/programs.mjs';

const pdftotext = await findProgram('pdftotext');

/** Where nothing reads a PDF, tests of what stands in one are left out, counted as skipped, and said aloud. */
export const readsPdf = pdftotext !== undefined;

/** All text of a PDF, page after page. */
export const pdfText = (pdf: Uint8Array): string =>
  execFileSync(pdftotext ?? '', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' });

/** Without spaces: on paper a line breaks where its words do not. */
export const lettersOf = (text: string): string => text.replace(/\s/g, '');
