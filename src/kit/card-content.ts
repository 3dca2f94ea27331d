/** What a card says: in words, or on a photo. `alt` is for readers who cannot see the photo. */
export type Said = { id: string; text: string | null; photo: { src: string; alt: string } | null };

export const saidOf = ({ text, photo }: Said): string => text ?? photo?.alt ?? '';
