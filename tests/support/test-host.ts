import { gathering } from '#gathering/gathering.ts';
import { openHost, type Host, type HostPorts } from '#gathering/host.ts';
import { GATHERING, type Rules } from '#gathering/ledger.ts';
import { methods } from '#methods/index.ts';
import type { Actor } from '#contract/method.ts';
import { mergedText } from '#kit/outline-editor/yjs-text.ts';
import { STATEMENT } from '#methods/spectrogram/sample.ts';
import type { Answer, Say } from '#wire/messages.ts';
import type { Stores } from '#server/log/stores.ts';
import { blockOf } from './samples.ts';

export const rules: Rules = { gathering: gathering(methods), methods };

export const ana: Actor = { role: 'organizer', person: null };
export const helper: Actor = { role: 'helper', person: null };
export const projector: Actor = { role: 'viewer', person: null };
export const phone = (person: string): Actor => ({ role: 'participant', person });

/** Ports whose time and ids are counted, so that a failing run can be run again. */
export function countedPorts(stores: Stores, report: (error: unknown) => void = throwLater): HostPorts {
  let ids = 0;
  let now = 1_700_000_000_000;
  return {
    ...stores,
    now: () => (now += 7),
    id: () => (ids += 1).toString(36).padStart(16, '0'),
    pause: () => Promise.resolve(),
    report,
    merged: mergedText,
    fold: 'test'
  };
}

export const open = (stores: Stores, ports = countedPorts(stores)): Promise<Host> =>
  openHost('gathering-1', ports, rules);

/** A device that numbers its commands as a page does. */
export function device(host: () => Host, by: Actor, name = `device-of-${by.person ?? by.role}`) {
  let n = 0;
  let settled = 0;
  return async (command: string, input: object, activity = GATHERING): Promise<Answer> => {
    const say: Say = { device: name, n: (n += 1), settled, activity, command, input };
    const answer = await host().hear(say, by);
    if (!('later' in answer)) settled = n;
    return answer;
  };
}

export const CONVENING = {
  title: 'A day of cooperation',
  place: null,
  starts: { at: 0, timeZone: 'UTC' },
  code: '482915',
  licence: 'CC-BY-SA-4.0',
  rehearsal: false
};

export { STATEMENT };

export const spectrogramBlock = (statements: object[] = [STATEMENT]) => blockOf('spectrogram', { statements });
export const fishbowlBlock = (settings: object = {}) => blockOf('fishbowl', settings);
export const cafeBlock = (settings: object = {}) => blockOf('cafe', settings);

/** The id of the first block, as the console sees it. */
export const firstBlock = (host: Host): string => Object.keys(host.ledger().gathering.agenda)[0] ?? '';

function throwLater(error: unknown): void {
  throw error;
}
