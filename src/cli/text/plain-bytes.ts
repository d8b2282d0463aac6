import { gunzipped } from './gunzip.ts';

/** The text is in an archive that denytrace cannot unpack: that no denial was found in it would be no answer. */
export class PackedError extends Error {
  override readonly name = 'PackedError';
}

type Chunks = AsyncIterable<Uint8Array>;

/** A form that a text can have, known by its first bytes. */
interface Form {
  readonly begins: readonly number[];
  /** Its text in UTF-8. */
  readonly read: (chunks: Chunks) => Chunks;
}

/** https://www.unicode.org/faq/utf_bom.html#bom4; Windows PowerShell 5 writes the first of them with `>`. */
const ENCODINGS: readonly Form[] = [
  { begins: [0xff, 0xfe], read: (chunks) => decoded('utf-16le', chunks) },
  { begins: [0xfe, 0xff], read: (chunks) => decoded('utf-16be', chunks) },
];

const ARCHIVES: readonly Form[] = [
  { begins: [0x50, 0x4b, 0x03, 0x04], read: () => refused('zip') },
  { begins: [0x42, 0x5a, 0x68], read: () => refused('bzip2') },
  { begins: [0x28, 0xb5, 0x2f, 0xfd], read: () => refused('zstd') },
  { begins: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], read: () => refused('xz') },
];

const GZIP: Form = {
  begins: [0x1f, 0x8b],
  // What was compressed twice is not unpacked twice: there are files that unpack to themselves, without end.
  read: (chunks) => textOf(gunzipped(chunks), [...ENCODINGS, ...ARCHIVES]),
};

const FORMS = [GZIP, ...ENCODINGS, ...ARCHIVES];

/**
 * A text in UTF-8, chunk by chunk: what gzip compressed is unpacked, UTF-16 with a byte order mark is decoded, and anything else comes as it
 * is. A chunk may be overwritten once the next is asked for. What is no longer gzip is an error of zlib, after all that could be unpacked; an
 * archive is a PackedError.
 */
export function plainBytes(chunks: Chunks): Chunks {
  return textOf(chunks, FORMS);
}

async function* textOf(chunks: Chunks, forms: readonly Form[]): AsyncGenerator<Uint8Array> {
  const rest = chunks[Symbol.asyncIterator]();
  try {
    const first = await firstBytes(rest, forms);
    const form = forms.find(({ begins }) => begins.every((byte, index) => first[index] === byte));
    const whole = joined(first, rest);
    yield* form === undefined ? whole : form.read(whole);
  } finally {
    // The last chunk that was asked for may never come.
    void rest.return?.().catch(() => {});
  }
}

/** The first chunk, and more where that is too short to show whether it begins one of the forms. */
async function firstBytes(chunks: AsyncIterator<Uint8Array>, forms: readonly Form[]): Promise<Uint8Array> {
  let first: Uint8Array = new Uint8Array();
  const mayBegin = ({ begins }: Form) =>
    first.length < begins.length && first.every((byte, index) => byte === begins[index]);
  while (forms.some(mayBegin)) {
    const { value, done } = await chunks.next();
    if (done === true) break;
    first = Buffer.concat([first, value]);
  }
  return first;
}

async function* joined(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function* decoded(encoding: 'utf-16le' | 'utf-16be', chunks: Chunks): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  for await (const bytes of chunks) yield Buffer.from(decoder.decode(bytes, { stream: true }));
  yield Buffer.from(decoder.decode());
}

function refused(archive: string): never {
  throw new PackedError(`it is packed with ${archive}; unpack it first`);
}
