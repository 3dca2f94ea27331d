import { existsSync } from 'node:fs';

/** How this Plenary is run: read once from the environment, checked before anything starts. */
export type Settings = {
  /** 0 lets the system choose. */
  port: number;
  host: string;
  /** The data folder. */
  data: string;
  redisUrl: string | null;
  /** The one address people use, when it is not simply what they typed; then no other address is served. */
  origin: string | null;
  /** Proxies in front of this one whose forwarding headers are believed. */
  trustProxy: number;
  /** Lets a collector of metrics in from another machine; without it only from this one. */
  metricsToken: string | null;
  /** The browser that makes PDF files: its path, `none`, or null for whichever is installed. */
  browser: string | null;
};

/** A setting that makes no sense; the message is one line for the operator. */
export class BadSetting extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

export function readSettings(environment: Environment): Settings {
  const given = (name: string) => environment[name]?.trim() || null;
  return {
    port: whole(given('PORT'), 'PORT', 3000, 65_535),
    host: given('HOST') ?? '0.0.0.0',
    data: given('PLENARY_DATA') ?? './data',
    redisUrl: redisUrl(given('REDIS_URL')),
    origin: origin(given('PLENARY_ORIGIN')),
    trustProxy: whole(given('TRUST_PROXY'), 'TRUST_PROXY', 0, 10),
    metricsToken: secret(given('PLENARY_METRICS_TOKEN')),
    browser: browser(given('PLENARY_BROWSER'))
  };
}

function whole(text: string | null, name: string, otherwise: number, most: number): number {
  if (text === null) return otherwise;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > most) throw bad(name, text, `a whole number from 0 to ${most}`);
  return value;
}

function redisUrl(text: string | null): string | null {
  if (text === null) return null;
  const url = URL.parse(text);
  // The address may hold a password: it is never repeated.
  if (!url || !/^rediss?:$/.test(url.protocol)) throw bad('REDIS_URL', null, 'like redis://127.0.0.1:6379');
  return text;
}

function origin(text: string | null): string | null {
  if (text === null) return null;
  const url = URL.parse(text);
  const plain = url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  if (!plain) throw bad('PLENARY_ORIGIN', text, 'an address without a path, like https://plenary.example.org');
  return url.origin;
}

function secret(text: string | null): string | null {
  if (text !== null && text.length < 16) throw bad('PLENARY_METRICS_TOKEN', null, 'at least 16 characters');
  return text;
}

/** A wrong path is told at the start, and not by the first PDF that fails. */
function browser(text: string | null): string | null {
  if (text !== null && text !== 'none' && !existsSync(text))
    throw bad('PLENARY_BROWSER', text, 'the path of a Chromium or Chrome, or none');
  return text;
}

const bad = (name: string, text: string | null, wanted: string) =>
  new BadSetting(`${name}${text === null ? '' : ` is ${JSON.stringify(text)} but`} must be ${wanted}.`);
