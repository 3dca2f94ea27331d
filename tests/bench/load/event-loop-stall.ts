import type { Page } from './page.ts';

const EVERY_MS = 20;

/** How long the server does not come round to a question that costs nothing: the longest it answered nobody. */
export function watchStall(page: Page): { stop(): number } {
  let longest = 0;
  let going = true;
  void (async () => {
    while (going) {
      const at = performance.now();
      await page.time();
      longest = Math.max(longest, performance.now() - at);
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  })();
  return {
    stop() {
      going = false;
      return longest;
    }
  };
}
