import type { Reading } from './read-and-compare.ts';

/** The bytes of an address: 4 or 16. */
export type Address = readonly number[];

/** An address and the number of its leading bits that count. */
export interface AddressRange {
  readonly address: Address;
  readonly prefix: number;
}

/** One address. */
export function readAddress(text: string): Reading<Address> {
  const address = text.includes(':') ? parseIpv6(text) : parseIpv4(text);
  return address === undefined ? notAddress(text) : { value: address };
}

/** "The standard CIDR format"; an address without a prefix stands for itself. */
export function readRange(text: string): Reading<AddressRange> {
  const slash = text.indexOf('/');
  const found = readAddress(slash < 0 ? text : text.slice(0, slash));
  if (typeof found !== 'object') return notAddress(text);
  const bits = found.value.length * 8;
  if (slash < 0) return { value: { address: found.value, prefix: bits } };
  const prefix = text.slice(slash + 1);
  if (!/^(?:0|[1-9]\d{0,2})$/.test(prefix) || Number(prefix) > bits) return notAddress(text);
  return { value: { address: found.value, prefix: Number(prefix) } };
}

/** Is the address in the range? Never where one is IPv4 and the other IPv6. */
export function isInRange({ address, prefix }: AddressRange, requested: Address): boolean {
  if (address.length !== requested.length) return false;
  const bytes = prefix >> 3;
  for (let index = 0; index < bytes; index += 1) if (address[index] !== requested[index]) return false;
  const unused = 8 - (prefix & 7);
  return (address[bytes] ?? 0) >> unused === (requested[bytes] ?? 0) >> unused;
}

/** What consists of an address's characters may be one in another spelling. */
function notAddress(text: string): 'unclear' | 'none' {
  return /^[\da-f.:/*\s]+$/i.test(text) && /[\d:*]/.test(text) ? 'unclear' : 'none';
}

function parseIpv4(text: string): Address | undefined {
  const parts = text.split('.');
  const isAddress =
    parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
  return isAddress ? parts.map(Number) : undefined;
}

/** https://www.rfc-editor.org/rfc/rfc4291#section-2.2 */
function parseIpv6(text: string): Address | undefined {
  const halves = text.split('::');
  const [first = '', second] = halves;
  const head = parseGroups(first);
  const tail = second === undefined ? [] : parseGroups(second);
  if (halves.length > 2 || head === undefined || tail === undefined) return undefined;
  const zeros = 16 - head.length - tail.length;
  // "::" stands for one group of zeros at least.
  if (second === undefined ? zeros !== 0 : zeros < 2) return undefined;
  return [...head, ...new Array<number>(zeros).fill(0), ...tail];
}

function parseGroups(text: string): Address | undefined {
  if (text === '') return [];
  const bytes: number[] = [];
  const groups = text.split(':');
  for (const [index, group] of groups.entries()) {
    if (/^[\da-f]{1,4}$/i.test(group)) {
      const value = Number.parseInt(group, 16);
      bytes.push(value >> 8, value & 255);
    } else {
      const ipv4 = index === groups.length - 1 ? parseIpv4(group) : undefined;
      if (ipv4 === undefined) return undefined;
      bytes.push(...ipv4);
    }
  }
  return bytes;
}
