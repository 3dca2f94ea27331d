import type { Server } from 'node:http';
import { isIPv4, isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';

/** Addresses that people in the venue can type, the most likely one first. */
export function addressesOf(http: Server): string[] {
  const bound = http.address();
  if (bound === null || typeof bound === 'string') return [];
  const port = bound.port === 80 ? '' : `:${bound.port}`;
  const heard = bound.address === '0.0.0.0' || bound.address === '::' ? inTheRoom() : [bound.address];
  return heard.filter((address) => !isLoopback(address)).map((address) => `http://${inUrl(address)}${port}`);
}

export const isLoopback = (address: string): boolean => /^(127\.|::1$|::ffff:127\.)/.test(address);

/**
 * The network of an address: an IPv4 address, or the 64 bits of an IPv6 address that one connection is given. With all
 * 128 bits one client could be as many networks as it likes.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address;
  const [before = '', after] = address.replace(/%.*$/, '').toLowerCase().split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0');
  const groups = [...head, ...(after === undefined ? [] : zeros), ...tail];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

const inUrl = (address: string) => (isIPv4(address) ? address : `[${address}]`);

/** Bridges of containers and virtual machines come last: no phone reaches them. */
function inTheRoom(): string[] {
  return Object.entries(networkInterfaces())
    .flatMap(([name, found]) =>
      (found ?? []).map(({ address, family, internal }) => ({ name, address, family, internal }))
    )
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .sort((one, other) => Number(isBridge(one.name)) - Number(isBridge(other.name)))
    .map(({ address }) => address);
}

const isBridge = (name: string) => /^(docker|br-|veth|virbr|vmnet|tailscale|tun|utun)/.test(name);
