import { afterEach, expect, test } from 'vitest';
import { BallotClient, type BallotClientPorts, type OwnPoint, type StoredTicket } from '#lib/live/ballot-client.ts';
import { openBallotGathering, type BallotGathering } from './support/ballot-people.ts';
import { until } from './support/until.ts';

const FIVE = ['Ana', 'Bo', 'Chidi', 'Dee', 'Eli'];

let ballot: BallotGathering;
let phones: Phone[] = [];
afterEach(async () => {
  for (const { page } of phones) page.stop();
  phones = [];
  await ballot.close();
});

type Phone = {
  page: BallotClient;
  tickets: { stored: StoredTicket | null };
  seen: Record<string, OwnPoint>;
  away: boolean;
  asked: number;
};

/** A phone with the real page code and the real box; only the requests between them can fail. */
function phoneOf(name: string, tickets: Phone['tickets'] = { stored: null }): Phone {
  const person = { gathering: ballot.gathering, role: 'participant', person: name } as const;
  const reach = async <Answer>(answer: () => Promise<Answer>): Promise<Answer | null> => {
    phone.asked += 1;
    const heard = phone.away ? null : await answer();
    return phone.away ? null : heard;
  };
  const ports: BallotClientPorts = {
    tickets: {
      async update(change) {
        tickets.stored = structuredClone(change(structuredClone(tickets.stored)));
        return structuredClone(tickets.stored);
      }
    },
    key: () => reach(() => ballot.ballots.key(ballot.gathering, ballot.activity)),
    sign: (blinded) => reach(() => ballot.ballots.sign(person, { activity: ballot.activity, blinded })),
    drop: (drop) =>
      reach(() =>
        ballot.ballots.drop(ballot.gathering, JSON.parse(JSON.stringify({ activity: ballot.activity, ...drop })))
      ),
    pause: () => new Promise((resolve) => setTimeout(resolve, 5)),
    changed: (points) => (phone.seen = structuredClone(points) as Record<string, OwnPoint>)
  };
  const phone: Phone = { page: new BallotClient(ports), tickets, seen: {}, away: false, asked: 0 };
  phones.push(phone);
  return phone;
}

const state = (phone: Phone) => phone.seen['first']?.state;
const places = (phone: Phone, x: number) => phone.page.place('first', { ...ballot.lineAt(1), x });
test('a phone says “sending” until its point is kept among others, and “kept” then', async () => {
  ballot = await openBallotGathering(FIVE);
  const all = FIVE.map((name) => phoneOf(name));
  expect(await Promise.all(all.map(({ page }) => page.start()))).toEqual(FIVE.map(() => null));
  const [ana, ...others] = all as [Phone, ...Phone[]];
  await places(ana, 100);
  expect(state(ana)).toBe('sending');
  await Promise.all(others.map((phone) => places(phone, 200)));
  await until(() => all.every((phone) => state(phone) === 'kept'));
  expect((await ballot.released()).flatMap(({ points }) => points)).toHaveLength(5);
});

test('a page that was closed while sending goes on where it was, with the same ticket and the same number', async () => {
  ballot = await openBallotGathering(FIVE);
  const [ana, ...others] = FIVE.map((name) => phoneOf(name)) as [Phone, ...Phone[]];
  await Promise.all([ana, ...others].map(({ page }) => page.start()));
  ana.away = true;
  await places(ana, 100);
  ana.page.stop();
  const again = phoneOf('Ana', ana.tickets);
  expect(await again.page.start()).toBeNull();
  expect(state(again)).toBe('sending');
  await Promise.all(others.map((phone) => places(phone, 200)));
  await until(() => state(again) === 'kept');
  expect(again.tickets.stored?.blinded).toEqual(ana.tickets.stored?.blinded);
  expect((await ballot.released()).flatMap(({ points }) => points)).toHaveLength(5);
});

test('an answer that got lost on the way is asked for again, and the point counts once', async () => {
  ballot = await openBallotGathering(FIVE);
  const all = FIVE.map((name) => phoneOf(name));
  await Promise.all(all.map(({ page }) => page.start()));
  const [ana] = all as [Phone];
  await Promise.all(all.map((phone) => places(phone, 300)));
  ana.away = true;
  await until(() => all.slice(1).every((phone) => state(phone) === 'kept'));
  expect(state(ana)).toBe('sending');
  ana.away = false;
  await until(() => state(ana) === 'kept');
  expect((await ballot.released()).flatMap(({ points }) => points)).toHaveLength(5);
});

test('a phone that is away while drawing draws the same ticket later, and never a second one', async () => {
  ballot = await openBallotGathering(FIVE);
  const ana = phoneOf('Ana');
  ana.away = true;
  const drawing = ana.page.start();
  await until(() => ana.asked > 2);
  ana.away = false;
  expect(await drawing).toBeNull();
  const twin = phoneOf('Ana', ana.tickets);
  expect(await twin.page.start()).toBeNull();
  expect(twin.tickets.stored?.signature).toBe(ana.tickets.stored?.signature);
  const stranger = phoneOf('Ana');
  expect(await stranger.page.start()).toEqual({ refused: 'ticket-drawn' });
});

test('a place that could not be hidden is refused with a reason, and not tried again', async () => {
  ballot = await openBallotGathering(FIVE);
  const ana = phoneOf('Ana');
  await ana.page.start();
  await places(ana, 100);
  await until(() => ana.asked >= 3);
  await ballot.leads('lock', { statement: ballot.lineAt(1).statement }, ballot.activity);
  await until(() => state(ana) !== 'sending');
  expect(state(ana)).toEqual({ refused: 'too-few-to-hide' });
  const later = phoneOf('Ana', ana.tickets);
  expect(await later.page.start()).toBeNull();
  expect([state(later), later.asked]).toEqual([{ refused: 'too-few-to-hide' }, 0]);
});
