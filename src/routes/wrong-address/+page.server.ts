import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { wrongAddressError } from './wrong-address-error.ts';

export const load: PageServerLoad = (asked) => error(403, wrongAddressError(asked));
