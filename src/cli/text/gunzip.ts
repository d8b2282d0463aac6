/** True for what gzip compressed, by its first bytes. https://www.rfc-editor.org/rfc/rfc1952#page-6 */
export function isGzip([first, second]: Uint8Array): boolean {
  return first === 0x1f && second === 0x8b;
}

/**
 * What was compressed, piece by piece: no more of it is unpacked than is asked for, however much it becomes. `first` are the first bytes,
 * `next` gives more, and none at the end. What is no longer gzip is an error of zlib, after all that could be unpacked.
 */
export async function* gunzipped(first: Uint8Array, next: () => Uint8Array): AsyncGenerator<Uint8Array> {
  // Only here: they take long to load.
  const [{ createGunzip }, { Readable, pipeline }] = await Promise.all([import('node:zlib'), import('node:stream')]);
  function* compressed() {
    for (let bytes = first; bytes.length > 0; bytes = next()) yield Buffer.from(bytes);
  }
  const gunzip = createGunzip();
  // What goes wrong with either ends what is read here.
  pipeline(Readable.from(compressed()), gunzip, () => {});
  for await (const plain of gunzip) yield plain;
}
