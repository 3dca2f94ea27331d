import { manifests } from '#methods/index.ts';

/** What `addBlock` takes: the sample of the method, and what a test wants otherwise. */
export const blockOf = (method: string, settings: object = {}) => ({
  method,
  title: `A ${method}`,
  settings: { ...manifests[method]?.sample, ...settings }
});
