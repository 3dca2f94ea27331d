import type { Bell } from './times.ts';

/** Louder than the hum of a room and softer than a voice. 1 is full volume. */
export const LOUDEST = 0.25;
const ATTACK_S = 0.01;
const BETWEEN_S = 0.38;

/**
 * The tones of each bell in Hz. Each has its own number of strokes, so that people tell them apart; the tones fall
 * towards the end.
 */
const STROKES: Record<Bell, readonly number[]> = { five: [659.3], two: [659.3, 523.3], end: [659.3, 523.3, 392] };
/** The sound of a bowl: higher tones are softer and shorter. */
const TONES = [
  { times: 1, share: 0.62, lastsS: 1.25 },
  { times: 2, share: 0.22, lastsS: 0.8 },
  { times: 2.76, share: 0.11, lastsS: 0.5 },
  { times: 5.4, share: 0.05, lastsS: 0.25 }
];

/** Strikes a bell at `startS`, in the context's own seconds. @returns when it has died away. */
export function strike(context: BaseAudioContext, bell: Bell, startS: number): number {
  const strokes = STROKES[bell];
  for (const [nth, hz] of strokes.entries()) stroke(context, hz, startS + nth * BETWEEN_S);
  return startS + (strokes.length - 1) * BETWEEN_S + Math.max(...TONES.map(({ lastsS }) => lastsS));
}

function stroke(context: BaseAudioContext, hz: number, atS: number): void {
  for (const { times, share, lastsS } of TONES) {
    const tone = new OscillatorNode(context, { frequency: hz * times });
    const loud = new GainNode(context, { gain: 0 });
    // Strokes overlap: together they stay below the loudest.
    loud.gain.setValueAtTime(0, atS);
    loud.gain.linearRampToValueAtTime((LOUDEST * share) / 1.6, atS + ATTACK_S);
    loud.gain.exponentialRampToValueAtTime(0.0001, atS + lastsS);
    tone.connect(loud).connect(context.destination);
    tone.start(atS);
    tone.stop(atS + lastsS);
  }
}
