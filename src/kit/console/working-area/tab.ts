import type { Snippet } from 'svelte';

/** One tab of a working area. */
export type Tab = {
  key: string;
  title: string;
  /** How many there are inside, beside the title; nothing is shown of none. */
  count?: number;
  /** Why a person who leads should look here while another tab is shown: “2 wait”. */
  wants?: string | null;
  /** May take the whole width of the console, as groups of cards and a plan do. */
  wide?: boolean;
  content: Snippet;
};
