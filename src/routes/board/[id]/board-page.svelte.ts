import { onMount } from 'svelte';
import { invalidate } from '$app/navigation';
import type { Seen } from '#contract/typed-text.ts';
import { TEXT_SIZES, THEMES } from '#gathering/looks.ts';
import type { GatheringOnBoard } from '#gathering/views.ts';
import { GatheringClient } from '#lib/live/gathering-client.svelte.ts';
import { provideChimes, Chimes } from '#lib/ui/chimes/chimes.svelte.ts';
import { listen } from '#lib/ui/shortcuts.ts';
import { board as words, chimes as chimeWords } from '#words/index.ts';
import { FrozenDoc } from '../frozen-doc.svelte.ts';
import { DEFAULT_LOOKS, readLooks, storeLooks, type Looks } from '../looks.ts';
import type { PageProps } from './$types';

/** A shorter gap in the connection is nobody's business in the middle of a talk. */
const WORTH_A_MARK_MS = 5000;
const POINTER_REST_MS = 3000;
const CHIMES_NEWS_MS = 3000;

/**
 * What a board page does beside drawing: it is connected, hears its keys, keeps how this wall looks and hides a pointer
 * that rests. To be called while the page component begins. `data` changes when the page asks the server again.
 */
export function createBoardPage(data: () => PageProps['data']) {
  const { gathering: id, channels } = data();
  const client = new GatheringClient({ gathering: id, surface: 'board', first: channels });
  const chimes = provideChimes(new Chimes('board'));

  const doc = $derived(client.docs['board'] ?? channels.board.doc);
  const gathering = $derived(doc.gathering as Seen<GatheringOnBoard>);
  const frozen = $derived(gathering.frozen && gathering.phase === 'open');
  const picture = new FrozenDoc({
    live: () => doc,
    frozen: () => frozen,
    now: () => client.serverNow()
  });

  let own = $state<Looks>({ ...DEFAULT_LOOKS });
  // A key pressed here holds until those who lead set something else for all boards.
  let theme = $derived(gathering.theme ?? own.theme);
  let textSize = $derived(gathering.textSize ?? own.textSize);
  let showQr = $state(false);
  let showKeys = $state(false);
  let blankHere = $state(false);
  let resting = $state(false);
  let away = $state(false);
  let chimesNews = $state('');

  $effect(() => {
    if (client.link.state === 'live') {
      away = false;
      return;
    }
    const timer = setTimeout(() => (away = true), WORTH_A_MARK_MS);
    return () => clearTimeout(timer);
  });

  // The address of the edition becomes a QR code on the server: no board carries an encoder.
  $effect(() => {
    if (gathering.edition && !data().editionQr) void invalidate('board:address');
  });

  function resize(step: number) {
    const at = Math.min(TEXT_SIZES.length - 1, Math.max(0, TEXT_SIZES.indexOf(textSize) + step));
    own.textSize = TEXT_SIZES[at] ?? textSize;
    textSize = own.textSize;
    storeLooks(own);
  }

  function nextTheme() {
    own.theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? DEFAULT_LOOKS.theme;
    theme = own.theme;
    storeLooks(own);
  }

  let newsTimer: ReturnType<typeof setTimeout> | undefined;
  function toggleChimes() {
    chimes.set(!chimes.on);
    chimesNews = chimes.on ? chimeWords.on : chimeWords.off;
    clearTimeout(newsTimer);
    newsTimer = setTimeout(() => (chimesNews = ''), CHIMES_NEWS_MS);
  }

  let restTimer: ReturnType<typeof setTimeout> | undefined;
  function showPointer() {
    resting = false;
    clearTimeout(restTimer);
    restTimer = setTimeout(() => (resting = true), POINTER_REST_MS);
  }

  function back() {
    showQr = false;
    blankHere = false;
  }

  onMount(() => {
    own = readLooks();
    client.start();
    const endChimes = chimes.start();
    const endKeys = listen({
      q: () => (showQr = !showQr),
      f: toggleFullscreen,
      b: () => (blankHere = !blankHere),
      d: nextTheme,
      m: toggleChimes,
      '+': () => resize(1),
      '=': () => resize(1),
      '-': () => resize(-1),
      '?': () => (showKeys = true),
      h: () => (showKeys = true),
      Escape: back
    });
    return () => {
      endKeys();
      endChimes();
      client.stop();
    };
  });

  return {
    client,
    showPointer,
    /** What the wall shows: of a frozen one, what it showed then. */
    get doc() {
      return picture.doc;
    },
    get gathering() {
      return gathering;
    },
    get theme() {
      return theme;
    },
    get textSize() {
      return textSize;
    },
    /** Nothing turns by itself on a frozen board. */
    get pages() {
      return frozen ? { ...gathering.pages, held: true } : gathering.pages;
    },
    now: () => picture.at ?? client.serverNow(),
    moving: (activity: string, about: string) => (frozen ? null : client.moving(activity, about)),
    get showQr() {
      return showQr;
    },
    get showKeys() {
      return showKeys;
    },
    set showKeys(open) {
      showKeys = open;
    },
    get blank() {
      return blankHere || (gathering.blank && gathering.phase === 'open');
    },
    get pointerRests() {
      return resting;
    },
    /** Whether the corner says that this picture may be old. */
    get marksOld() {
      return (away || frozen) && !chimesNews;
    },
    /** What stands in the corner of the wall. */
    get corner() {
      return chimesNews || (away ? words.away : frozen ? words.frozen : chimes.waits ? chimeWords.waitsHere : '');
    }
  };
}

function toggleFullscreen() {
  const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();
  // A wall that may not be full screen is still a wall.
  done?.catch(() => undefined);
}
