import { isRefusal, type Refusal } from '#contract/method.ts';
import type { Answer } from '#wire/messages.ts';
import { createPhotoStore, type WaitingPhoto } from './photo-store.ts';
import { sayWithPhoto, type PhotoSay } from './send-photo.ts';

const AGAIN_MS = 4_000;

type Sending = WaitingPhoto & { heard: (answer: Answer) => void };

/**
 * Sends photos, one after the other. They outlive the component that took them and the page itself: a person who moves
 * to the next table while the network is away does not lose the photo.
 */
export class PhotoOutbox {
  readonly #store;
  readonly #send: (said: PhotoSay, photo: Blob) => Promise<Answer>;
  #queue = $state.raw<readonly Sending[]>([]);
  #refused = $state<Refusal | null>(null);
  #going = false;
  #running = false;
  #wake: () => void = () => {};

  /** `owner`: one person in one gathering. */
  constructor(owner: string, send = sayWithPhoto) {
    this.#store = createPhotoStore(owner);
    this.#send = send;
  }

  /** How many photos the server has not answered yet. */
  get waiting(): number {
    return this.#queue.length;
  }

  /** Why the last photo was refused, until another one is taken. */
  get refused(): Refusal | null {
    return this.#refused;
  }

  /** Also sends what an earlier page could not send. */
  async start(): Promise<void> {
    this.#running = true;
    window.addEventListener('online', this.#again);
    const kept = await this.#store.all();
    const isKnown = (device: string) => this.#queue.some(({ said }) => said.device === device);
    for (const one of kept) if (!isKnown(one.said.device)) this.#add({ ...one, heard: () => {} });
    void this.#go();
  }

  stop(): void {
    this.#running = false;
    window.removeEventListener('online', this.#again);
    this.#wake();
  }

  /** Resolves when the server has decided, however long that takes. */
  async say(said: PhotoSay, photo: Blob): Promise<Answer> {
    const kept = { said, photo, at: Date.now() };
    await this.#store.put(kept);
    return new Promise((heard) => this.#add({ ...kept, heard }));
  }

  #add(sending: Sending): void {
    this.#queue = [...this.#queue, sending];
    void this.#go();
  }

  async #go(): Promise<void> {
    if (this.#going) return;
    this.#going = true;
    for (let next = this.#queue[0]; next && this.#running; next = this.#queue[0]) {
      const answer = await this.#send(next.said, next.photo);
      if ('later' in answer) await this.#pause();
      else await this.#settle(next, answer);
    }
    this.#going = false;
  }

  async #settle({ said, heard }: Sending, answer: Answer): Promise<void> {
    await this.#store.drop(said.device);
    this.#queue = this.#queue.slice(1);
    this.#refused = isRefusal(answer) ? answer : null;
    heard(answer);
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, AGAIN_MS);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  readonly #again = (): void => this.#wake();
}
