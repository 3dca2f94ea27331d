import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { told } from './told.ts';

export const load: PageServerLoad = (asked) => error(403, told(asked));
