/**
 * What was compressed, piece by piece: no more of it is unpacked than is asked for, however much it becomes. What is no longer gzip is an
 * error of zlib, after all that could be unpacked. https://www.rfc-editor.org/rfc/rfc1952
 */
export async function* gunzipped(compressed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  // Only here: they take long to load.
  const [{ createGunzip }, { Readable, pipeline }] = await Promise.all([import('node:zlib'), import('node:stream')]);
  async function* copies() {
    for await (const bytes of compressed) yield Buffer.from(bytes);
  }
  const gunzip = createGunzip();
  // What goes wrong with either ends what is read here.
  pipeline(Readable.from(copies()), gunzip, () => {});
  for await (const plain of gunzip) yield plain;
}
