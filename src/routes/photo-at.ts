import { page } from '$app/state';

/** Where a photo is to be had that a view of this gathering names. */
export const photoAt = (photo: string): string => `/g/${page.params['id']}/photo/${photo}`;
