import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { told } from './wrong-address-error.ts';

export const load: PageServerLoad = (asked) => error(403, told(asked));
