import { publishedFile } from '../published-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, locals, url }) => publishedFile(params, locals, url);
