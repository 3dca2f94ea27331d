import { surfaces } from '#methods/surfaces.ts';
import type { PageLoad } from './$types';

/** Paper needs no script: the page is whole as it comes. */
export const csr = false;

export const load: PageLoad = async ({ data }) => ({ ...data, paper: await surfaces[data.method]?.Print?.() });
