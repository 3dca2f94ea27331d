import type { Refusal } from '#contract/method.ts';
import type { Answer } from '#wire/messages.ts';

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
    if (response.status === 429) return { later: 'too-fast' };
    return response.status >= 500 ? { later: 'storage-away' } : refused;
  } catch {
    return { later: 'storage-away' };
  }
}
