import { refuse, type Refusal } from '#contract/method.ts';
import type { Catalogue } from '../commons/catalogue.ts';
import type { Account } from '../page-api.ts';
import type { Records } from '../log/records.ts';

/** `from`: the owner when the gathering was offered. An offer counts only while they still own it. */
export type Offer = { readonly gathering: string; readonly from: string; readonly to: string };

/**
 * Hands a gathering over to another organizer. It stays with its owner until the other accepts, so that no organizer is
 * given what they did not want, and every gathering has an owner. Refusals: `not-yours-to-do`, `offer-ended`,
 * `organizer-unknown`.
 */
export type Handovers = {
  /** Replaces an earlier offer of the same gathering. */
  offer(by: Account, gathering: string, to: string): Promise<Refusal | null>;
  /** Either of the two may withdraw the offer. */
  withdraw(by: Account, gathering: string): Promise<void>;
  accept(by: Account, gathering: string): Promise<Refusal | null>;
  /** Ends an offer of this gathering, whosever it is. */
  forget(gathering: string): Promise<void>;
  /** The offers that count: those this account made and those it was made. */
  of(account: Account): Promise<Offer[]>;
};

const OFFER = 'handover';
const ALL = 'handovers';

type Parts = {
  records: Records;
  catalogue: Catalogue;
  organizers(): Promise<Account[]>;
  /** Called with every gathering that changed its owner. */
  handedOver(gathering: string): void;
};

export function createHandovers({ records, catalogue, organizers, handedOver }: Parts): Handovers {
  async function openOffers(): Promise<Offer[]> {
    const all = (await records.list(OFFER, ALL)).map(({ value }) => value as Offer);
    return all.filter(({ gathering, from }) => catalogue.find(gathering)?.owner === from);
  }

  return {
    async offer(by, gathering, to) {
      if ((await catalogue.seek(gathering))?.owner !== by.id) return refuse('not-yours-to-do');
      const isKnown = (await organizers()).some(({ id }) => id === to);
      if (!isKnown || to === by.id) return refuse('organizer-unknown');
      const offer: Offer = { gathering, from: by.id, to };
      await records.put(OFFER, gathering, offer, { group: ALL });
      return null;
    },
    async withdraw(by, gathering) {
      const offer = (await records.get(OFFER, gathering))?.value as Offer | undefined;
      if (offer?.from === by.id || offer?.to === by.id) await records.remove(OFFER, gathering);
    },
    async accept(by, gathering) {
      const offer = (await openOffers()).find((each) => each.gathering === gathering && each.to === by.id);
      // Accepted twice: it is theirs already.
      if (!offer) return catalogue.find(gathering)?.owner === by.id ? null : refuse('offer-ended');
      await catalogue.handOver(gathering, offer.from, by.id);
      await records.remove(OFFER, gathering);
      handedOver(gathering);
      return null;
    },
    forget: async (gathering) => void (await records.remove(OFFER, gathering)),
    async of(account) {
      return (await openOffers()).filter(({ from, to }) => from === account.id || to === account.id);
    }
  };
}
