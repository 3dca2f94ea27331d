import { boardData } from '../board-data.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => boardData(event);
