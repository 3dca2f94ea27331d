/** Rejects after `mostMs`: some browsers never answer when a broken IndexedDB is opened. */
export function withTimeout<Value>(mostMs: number, promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('storage does not answer')), mostMs);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
