import type { Component } from 'svelte';
import { surfaces } from '#methods/surfaces.ts';

export type Seen = Component<{ view: object }>;
type Load = () => Promise<{ default: Seen }>;

// The document pairs each view with its method, so what the map cannot say is true here.
const load = (surface: unknown): Load | null => (typeof surface === 'function' ? (surface as Load) : null);

export const boardOf = (method: string): Load | null => load(surfaces[method]?.Board);
export const boardTextOf = (method: string): Load | null => load(surfaces[method]?.BoardText);
