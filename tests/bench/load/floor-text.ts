import { each } from './forms.ts';
import { PlainWebSocket } from './plain-websocket.ts';

const AT_ONCE = 64;

/** Phones at the floor that say text: it comes back, or goes to all when it begins with `!`. */
export async function floorText(url: string, n: number) {
  let gone = 0;
  let left = false;
  const phones = Array.from({ length: n }, () => ({
    wire: null as PlainWebSocket | null,
    onText: (_bytes: Buffer): void => {},
    tell(text: string) {
      this.wire?.text(text);
    },
    ask(text: string): Promise<null> {
      return new Promise((resolve) => {
        this.onText = () => resolve(null);
        this.wire?.text(text);
      });
    }
  }));
  await each(phones, AT_ONCE, async (phone) => {
    phone.wire = new PlainWebSocket(
      new URL('/phone', url),
      {},
      {
        text: (bytes) => phone.onText(bytes),
        binary: () => {},
        closed: () => (gone += left ? 0 : 1)
      }
    );
    await phone.wire.opened;
  });
  return {
    phones,
    lost: () => gone,
    leave() {
      left = true;
      for (const { wire } of phones) wire?.cut();
    }
  };
}
