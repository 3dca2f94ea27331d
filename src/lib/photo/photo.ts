import { bareJpeg } from '#methods/jpeg.ts';
import type { Refusal } from '#methods/method.ts';
import type { Answer } from '#wire/messages.ts';

const SIDE_PX = 1600;
const BYTES_AT_MOST = 340_000;
const QUALITIES = [0.8, 0.6, 0.45];

/**
 * A photo as it may leave this phone: at most 1,600 pixels a side, as a JPEG, drawn anew, so that nothing goes along that says where, when or with
 * what it was taken, not even the colour profile that browsers write into what they draw. Null when this browser cannot read the file.
 */
export async function drawnAnew(file: Blob): Promise<Blob | null> {
  try {
    const picture = await createImageBitmap(file);
    const canvas = document.createElement('canvas');
    for (const side of [SIDE_PX, SIDE_PX * 0.7, SIDE_PX / 2]) {
      const scale = Math.min(1, side / Math.max(picture.width, picture.height));
      canvas.width = Math.max(1, Math.round(picture.width * scale));
      canvas.height = Math.max(1, Math.round(picture.height * scale));
      canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
      for (const quality of QUALITIES) {
        const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
        const bare = drawn && bareJpeg(new Uint8Array(await drawn.arrayBuffer()));
        if (bare && bare.length <= BYTES_AT_MOST) return new Blob([bare], { type: 'image/jpeg' });
      }
    }
    return null;
  } catch {
    return null;
  }
}

export type PhotoSay = { gathering: string; activity: string; command: string; input: object; device: string };

/** Sends a photo with the command it belongs to. `later`: nothing was decided, the same may be sent again. */
export async function sayWithPhoto({ gathering, input, ...said }: PhotoSay, photo: Blob): Promise<Answer> {
  const query = new URLSearchParams({ ...said, input: JSON.stringify(input) });
  try {
    const response = await fetch(`/g/${gathering}/photo?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'image/jpeg' },
      body: photo
    });
    if (response.ok || response.status === 400) return (await response.json()) as Answer;
    const refused: Refusal = { refused: 'photo-not-taken' };
    return response.status >= 500 ? { later: 'storage-away' } : refused;
  } catch {
    return { later: 'storage-away' };
  }
}
