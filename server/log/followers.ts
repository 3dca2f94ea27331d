import { BrokenHistory, StreamEnded, type Entry } from '#gathering/ports.ts';
import { lastOf } from './integrity.ts';

type Each = (entry: Entry) => void;
type Broken = (error: BrokenHistory | StreamEnded) => void;

/** `behind` has yet to read what is past, `reading` is at it, `level` has everything it was handed. */
type Follower = {
  position: number;
  waiting: Entry[];
  stage: 'behind' | 'reading' | 'level';
  busy: boolean;
  each: Each;
  broken: Broken;
};

/** Listeners of streams that only this process writes: they are called at once, nothing is polled. */
export function followers(read: (stream: string, after: number) => Promise<Entry[]>) {
  const listening = new Map<string, Set<Follower>>();

  async function catchUp(stream: string, follower: Follower): Promise<void> {
    follower.stage = 'reading';
    try {
      const past = await read(stream, follower.position);
      follower.waiting.unshift(...past);
      follower.stage = 'level';
      hand(follower);
    } catch (error) {
      if (error instanceof BrokenHistory || error instanceof StreamEnded) follower.broken(error);
      // The store could not be read. The next batch is the reason to try again; the position has not moved, so none is
      // skipped.
      follower.waiting = [];
      follower.stage = 'behind';
    }
  }

  return {
    follow(stream: string, after: number, each: Each, broken: Broken = () => {}): () => void {
      const follower: Follower = { position: after, waiting: [], stage: 'behind', busy: false, each, broken };
      const audience = listening.get(stream) ?? new Set();
      listening.set(stream, audience.add(follower));
      void catchUp(stream, follower);
      return () => {
        follower.each = () => {};
        audience.delete(follower);
        if (audience.size === 0 && listening.get(stream) === audience) listening.delete(stream);
      };
    },

    listensTo: (stream: string): boolean => listening.has(stream),

    /** To be called once, when nothing more will come. */
    end(stream: string): void {
      const audience = [...(listening.get(stream) ?? [])];
      listening.delete(stream);
      for (const { broken } of audience) broken(new StreamEnded(stream));
    },

    /** To be called once per durable batch, in the order of the stream. */
    tell(stream: string, entry: Entry): void {
      const audience = [...(listening.get(stream) ?? [])];
      // All get it before the first listener is called: a listener may append at once, and its neighbours must get that
      // one second.
      for (const follower of audience) follower.waiting.push(entry);
      for (const follower of audience) {
        if (follower.stage === 'level') hand(follower);
        else if (follower.stage === 'behind') void catchUp(stream, follower);
      }
    }
  };
}

function hand(follower: Follower): void {
  if (follower.busy) return;
  follower.busy = true;
  for (let entry = follower.waiting.shift(); entry; entry = follower.waiting.shift()) {
    if (entry.first <= follower.position) continue;
    follower.position = lastOf(entry);
    hear(follower.each, entry);
  }
  follower.busy = false;
}

/** An error of a listener is reported, but it must not silence the other listeners or a writer's answer. */
export function hear(each: Each, entry: Entry): void {
  try {
    each(entry);
  } catch (mistake) {
    queueMicrotask(() => {
      throw mistake;
    });
  }
}
