import type { GatheringForAll } from '#gathering/views.ts';
import { phones } from '#methods/phones.ts';
import { arrivalAt } from '../../arrival.ts';
import type { PageLoad } from './$types';

/** What is on is loaded with the page, so that it can be used before any script. */
export const load: PageLoad = async ({ data, url }) => {
  const { now } = data.channels.all.doc.gathering as GatheringForAll;
  const method = now === null ? undefined : data.channels.all.doc.activities[now]?.method;
  const module = method === undefined ? undefined : await phones[method]?.();
  const arrival = arrivalAt(url);
  const first =
    method !== undefined && module ? { method, component: module.default, refusals: module.refusals ?? {} } : null;
  return { ...data, arrival, first };
};
