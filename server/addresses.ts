import type { Server } from 'node:http';
import { isIPv4 } from 'node:net';
import { networkInterfaces } from 'node:os';

/** Addresses people in the room can type, the most likely one first. */
export function addressesOf(http: Server): string[] {
  const bound = http.address();
  if (bound === null || typeof bound === 'string') return [];
  const port = bound.port === 80 ? '' : `:${bound.port}`;
  const heard = bound.address === '0.0.0.0' || bound.address === '::' ? inTheRoom() : [bound.address];
  return heard.filter((address) => !isLoopback(address)).map((address) => `http://${inUrl(address)}${port}`);
}

export const isLoopback = (address: string): boolean => /^(127\.|::1$|::ffff:127\.)/.test(address);

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
