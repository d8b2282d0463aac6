/** Ranges with a meaning of their own: addresses stay inside them, and outside. https://www.iana.org/assignments/iana-ipv4-special-registry */
const SPECIAL = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'],
  ...['224.0.0.0/4', '240.0.0.0/4', '::/16', 'fc00::/7', 'fe80::/10', 'ff00::/8'],
];

/** Bits before which a stand-in does not differ: those that decide whether an address is in a special range. */
const FIXED = new Set(SPECIAL.flatMap(prefixesOf));

/** What the first address becomes, as far as its range allows: ranges for documentation. */
const FIRST = { 4: bitsOf4('203.0.113.7') ?? '', 6: bitsOf6('2001:db8::7') ?? '' };

/** An IPv4 or IPv6 address, or a range; what is not one after all stays. */
export const ADDRESS =
  /(?<![\w:.-])(?:\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?(?![\w.]|-\w)|(?=[0-9a-f:]{0,39}::|(?:[0-9a-f]{1,4}:){7})[0-9a-f:]{2,39}(?:\/\d{1,3})?(?![\w:.]))/;

/**
 * Stand-ins for addresses and ranges. Two stand-ins begin with as many same bits as the addresses did, so that a range has the same addresses
 * in it as before. The first address of all decides nothing about its stand-in, and each further one only how much it has in common with those before.
 */
export class AddressStandIns {
  /** Of each beginning that occurred, the bit that follows in the first address with it, and in its stand-in. */
  readonly #turns = new Map<string, boolean>();

  of(text: string): string {
    const [address = '', length] = text.split('/');
    const version = address.includes(':') ? 6 : 4;
    const bits = version === 6 ? bitsOf6(address) : bitsOf4(address);
    if (bits === undefined) return text;
    const mapped = this.#mapped(bits, version, length === undefined ? bits.length : Number(length));
    return (version === 6 ? written6(mapped) : written4(mapped)) + (length === undefined ? '' : `/${length}`);
  }

  #mapped(bits: string, version: 4 | 6, length: number): string {
    // What follows the range is zeros, and stays so.
    const counted = bits.slice(length).includes('1') ? bits.length : length;
    let mapped = '';
    for (let at = 0; at < bits.length; at += 1) {
      const before = `${version}${bits.slice(0, at)}`;
      const isKept = at >= counted || FIXED.has(before);
      mapped += isKept ? bits.charAt(at) : this.#turned(before, bits.charAt(at), FIRST[version].charAt(at));
    }
    return mapped;
  }

  #turned(before: string, bit: string, wanted: string): string {
    const turn = this.#turns.get(before) ?? bit !== wanted;
    this.#turns.set(before, turn);
    return turn ? (bit === '1' ? '0' : '1') : bit;
  }
}

/** The beginnings of a range that are shorter than it. */
function prefixesOf(range: string): readonly string[] {
  const [address = '', length] = range.split('/');
  const version = address.includes(':') ? 6 : 4;
  const bits = (version === 6 ? bitsOf6(address) : bitsOf4(address)) ?? '';
  return Array.from({ length: Number(length) }, (_, at) => `${version}${bits.slice(0, at)}`);
}

function bitsOf4(address: string): string | undefined {
  const bytes = address.split('.').map(Number);
  return bytes.length === 4 && bytes.every((byte) => byte <= 255)
    ? bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('')
    : undefined;
}

function bitsOf6(address: string): string | undefined {
  const [head = '', tail, more] = address.split('::');
  const [first, last] = [head, tail ?? ''].map((part) => part.split(':').filter((group) => group !== ''));
  if (first === undefined || last === undefined || more !== undefined) return undefined;
  const missing = 8 - first.length - last.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...first, ...Array.from({ length: missing }, () => '0'), ...last];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return groups.map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0')).join('');
}

function written4(bits: string): string {
  return (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)).join('.');
}

function written6(bits: string): string {
  const groups = (bits.match(/.{16}/g) ?? []).map((group) => Number.parseInt(group, 2).toString(16)).join(':');
  return groups.replace(/(?:^|:)0(?::0)+(?:$|:)/, '::');
}
