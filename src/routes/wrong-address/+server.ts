import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { wrongAddressError } from './wrong-address-error.ts';

/** The same for forms that a script sends: the shape in which SvelteKit's `enhance` reads an error. */
export const GET: RequestHandler = (asked) => json({ type: 'error', error: wrongAddressError(asked) }, { status: 403 });
