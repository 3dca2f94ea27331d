import { invalidateAll } from '$app/navigation';
import { navigating } from '$app/state';

/**
 * Asks the server again for what this page shows. Not while a link that was pressed leads elsewhere: SvelteKit would
 * call that off, and the person would stay where they are.
 */
export function readAgain(): void {
  if (navigating.to === null) void invalidateAll();
}
