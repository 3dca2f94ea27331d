import { onMount, tick } from 'svelte';
import { replaceState } from '$app/navigation';
import { personal } from '#contract/method.ts';
import type { Seen } from '#contract/typed-text.ts';
import type { GatheringForAll, GatheringForPerson } from '#gathering/views.ts';
import { AnonymousBallot } from '#lib/live/anonymous-ballot.svelte.ts';
import { newDevice } from '#lib/live/ids.ts';
import { GatheringClient } from '#lib/live/gathering-client.svelte.ts';
import type { Refused } from '#lib/live/connection-state.ts';
import { PhotoOutbox } from '#lib/photo/photo-outbox.svelte.ts';
import { dropDrafts } from '#lib/ui/draft-store.ts';
import { setDraftOwner } from '#lib/ui/drafts.svelte.ts';
import { beginAtTop } from '#lib/ui/begin-at-top.ts';
import { postAs } from '#lib/ui/CommandForm.svelte';
import { watch } from '#lib/ui/watch.svelte.ts';
import { phones } from '#methods/phones.ts';
import { phone as words } from '#words/index.ts';
import { RefusalSentences } from '../../refusal-sentences.svelte.ts';
import type { PageProps } from './$types';

/**
 * What a phone page does beside drawing: it is connected, sends commands and photos, keeps what is half typed, and says
 * aloud that another activity began. To be called while the page component begins.
 */
export function createPhonePage({
  gathering: id,
  person,
  device,
  channels,
  first,
  arrival: arrivedAt
}: PageProps['data']) {
  const client = new GatheringClient({ gathering: id, surface: 'phone', first: channels });
  const photos = new PhotoOutbox(`${id} ${person}`);
  const own = personal(person);

  const all = $derived(client.docs['all']);
  const gathering = $derived(all?.gathering as Seen<GatheringForAll>);
  const me = $derived(client.docs[own]?.gathering as Seen<GatheringForPerson>);
  const now = $derived(gathering.now);
  const method = $derived(now === null ? undefined : all?.activities[now]?.method);
  const link = $derived({
    ...client.link,
    waiting: client.link.waiting + photos.waiting,
    refused: client.link.refused ?? photos.refused
  });

  // Before the scripts run, only forms work.
  let running = $state(false);
  let arrival = $state.raw(arrivedAt);
  // Several things on this page have something to say; the last one is heard.
  let says = $state('');
  const tell = (sentence: string) => void (says = sentence);

  const sentences = new RefusalSentences((method) => phones[method]?.());
  if (first) sentences.remember(first.method, first.refusals);
  $effect(() => {
    if (method !== undefined) void sentences.preload(method);
  });

  // A person who joins on the same phone afterwards finds no draft of the one before.
  const drafts = `phone ${id} `;
  const ownDrafts = drafts + person;
  setDraftOwner(() => ownDrafts);
  $effect(() => {
    const over = !me.present || gathering.phase === 'closed' || client.link.gone !== null;
    dropDrafts((place) => place.startsWith(drafts) && (over || !place.startsWith(`${ownDrafts} `)));
  });

  postAs(() => ({ device, activity: now ?? '' }));

  // A person who cannot see that the screen changed hears it; the activity then says more by itself.
  watch(
    () => now,
    (_now, before) => {
      tell(now === null ? words.lookUp : words.begun);
      beginAtTop(null);
      // The table a person arrived at belongs to the activity that was on then.
      if (before !== null) arrival = null;
    }
  );

  const ballot = $derived(now === null ? null : new AnonymousBallot(id, now));
  $effect(() => {
    const former = ballot;
    return () => former?.stop();
  });

  onMount(() => {
    running = true;
    // An address with a table in it, loaded again an hour later, would put the person back to that table. The router
    // takes another address only once the page stands.
    if (arrival) void tick().then(() => replaceState(`/g/${id}`, {}));
    client.start();
    void photos.start();
    return () => {
      client.stop();
      photos.stop();
    };
  });

  return {
    client,
    tell,
    get all() {
      return all;
    },
    get gathering() {
      return gathering;
    },
    get me() {
      return me;
    },
    get link() {
      return link;
    },
    get running() {
      return running;
    },
    get arrival() {
      return arrival;
    },
    get ballot() {
      return ballot;
    },
    /** What the page's live region says. */
    get says() {
      return says;
    },
    /** Why a command was not taken. */
    sentence: (refused: Refused) => sentences.for(refused, all?.activities ?? {}),
    /** What this person alone may know of an activity. */
    mine: (activity: string) => client.docs[own]?.activities[activity]?.view ?? null,
    /** By channel: what this person may know because of their part in an activity. */
    channelViews(activity: string) {
      const views: Record<string, object> = {};
      for (const [channel, { activities }] of Object.entries(client.docs)) {
        const view = activities[activity]?.view;
        if (view && channel !== 'all' && channel !== own) views[channel] = view;
      }
      return views;
    },
    sayWithPhoto: (activity: string, command: string, input: object, photo: Blob) =>
      photos.say({ gathering: id, activity, command, input, device: newDevice() }, photo)
  };
}
