/** Rejects when it takes longer: some browsers leave the opening of a broken IndexedDB unanswered for ever. */
export function withTimeout<Value>(mostMs: number, promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('storage does not answer')), mostMs);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
