import { afterEach } from 'vitest';
import { cleanup } from 'vitest-browser-svelte';

// The library removes what a test drew only for the first file of a page, and all files share one.
afterEach(() => cleanup());
