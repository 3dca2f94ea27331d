/** A QR code as one path on a square of `size` modules, its quiet zone included. */
export type QrShape = { size: number; path: string };
