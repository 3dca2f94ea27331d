/**
 * The transport's default parser sends two WebSocket frames for an event that carries bytes, and decodes them in two
 * steps. Here bytes are never attached to anything: a binary frame *is* the event `crowd`, and nothing else is. Both
 * ends wrap the parser they already have with {@link withRawFrames}.
 */
export const CROWD = 'crowd';

type Packet = { type: number; nsp: string; data?: unknown };
type Parts = {
  Encoder: new () => { encode(packet: never): (string | Uint8Array)[] };
  Decoder: new () => { add(data: unknown): void };
};
type Telling = { emitReserved(event: 'decoded', packet: Packet): void };

const EVENT = 2;

export function withRawFrames<Parser extends Parts>({ Encoder, Decoder }: Parser) {
  return {
    Encoder: class extends Encoder {
      override encode(packet: never): (string | Uint8Array)[] {
        const [event, bytes] = named(packet);
        return event === CROWD && ArrayBuffer.isView(bytes) ? [bytes as Uint8Array] : super.encode(packet);
      }
    },
    Decoder: class extends Decoder {
      override add(data: unknown): void {
        if (typeof data === 'string') return super.add(data);
        (this as unknown as Telling).emitReserved('decoded', { type: EVENT, nsp: '/', data: [CROWD, data] });
      }
    }
  };
}

const named = ({ type, data }: Packet): unknown[] => (type === EVENT && Array.isArray(data) ? data : []);
