import * as v from 'valibot';
import type { Connected } from '#wire/messages.ts';
import type { Relay } from './node-relay.ts';

/**
 * Tells who is connected to one gathering, over all nodes: each publishes its own people, and a silent node is
 * forgotten.
 */
export type Presence = {
  /** To be called when a connection of this node opened or closed. */
  changed(): void;
  close(): void;
};

export type PresencePorts = {
  relay: Relay;
  /** This node's number, drawn by chance. */
  node: number;
  /** Who is connected to this node now. */
  here(): Connected;
  /** Called with who is connected anywhere, at most twice a second. */
  tell(connected: Connected): void;
};

const PACE_MS = 500;
const BEAT_MS = 1_000;
/** A node that died is forgotten after five beats that did not come. */
const SILENT_MS = 5_000;

/**
 * `n` counts the changes of a node. A beat without people says that the n-th still holds; `ask`: send me all of yours.
 */
const told = v.object({
  node: v.number(),
  n: v.number(),
  ask: v.optional(v.boolean()),
  now: v.optional(v.object({ boards: v.number(), people: v.array(v.string()) }))
});
type Told = v.InferOutput<typeof told>;
type Other = { n: number; boards: number; people: readonly string[]; heardAt: number };

export function openPresence(gathering: string, { relay, node, here, tell }: PresencePorts): Presence {
  const others = new Map<number, Other>();
  let n = 0;
  let pacing: NodeJS.Timeout | null = null;
  let news = false;
  const unsubscribe = relay.subscribe(gathering, hear);
  const beating = setInterval(beat, BEAT_MS).unref();
  publish({ ask: true });

  function publish(more: Omit<Told, 'node' | 'n'> = {}): void {
    relay.publish(gathering, new TextEncoder().encode(JSON.stringify({ node, n, ...more })));
  }

  function publishAll(): void {
    const { boards, people } = here();
    publish({ now: { boards, people } });
  }

  function hear(bytes: Uint8Array): void {
    const said = read(bytes);
    if (!said || said.node === node) return;
    if (said.ask) publishAll();
    const known = others.get(said.node);
    if (said.now) {
      others.set(said.node, { n: said.n, ...said.now, heardAt: performance.now() });
      soon();
    } else if (known?.n === said.n) known.heardAt = performance.now();
    else if (!said.ask) publish({ ask: true });
  }

  function beat(): void {
    publish();
    const silent = [...others].filter(([, { heardAt }]) => performance.now() - heardAt > SILENT_MS);
    for (const [other] of silent) others.delete(other);
    if (silent.length > 0) soon();
  }

  function soon(): void {
    pacing ??= setTimeout(() => {
      pacing = null;
      if (news) {
        news = false;
        n += 1;
        publishAll();
      }
      tell(everywhere());
    }, PACE_MS);
  }

  /** A person who moves from one node to another is connected to both for a moment, and counts once. */
  function everywhere(): Connected {
    const own = here();
    const all = [own, ...others.values()];
    const people = [...new Set(all.flatMap(({ people }) => people))];
    return { phones: people.length, boards: all.reduce((sum, { boards }) => sum + boards, 0), people };
  }

  return {
    changed() {
      news = true;
      soon();
    },
    close() {
      n += 1;
      publish({ now: { boards: 0, people: [] } });
      unsubscribe();
      clearInterval(beating);
      if (pacing) clearTimeout(pacing);
    }
  };
}

function read(bytes: Uint8Array): Told | null {
  try {
    const said = v.safeParse(told, JSON.parse(new TextDecoder().decode(bytes)));
    return said.success ? said.output : null;
  } catch {
    return null;
  }
}
