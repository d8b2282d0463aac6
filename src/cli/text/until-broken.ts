import { codeOf, fileError } from '../usage-error.ts';
import { PackedError } from './plain-bytes.ts';

/**
 * The chunks as far as they can be read. Where the rest cannot, the sentence that says why goes into `unread`; where not even the first
 * can, it is a UsageError. An error of the code that takes the chunks passes unchanged.
 */
export async function* untilBroken<Chunk>(
  chunks: AsyncIterable<Chunk>,
  name: string,
  unread: string[],
): AsyncGenerator<Chunk> {
  let isFirst = true;
  try {
    for await (const chunk of chunks) {
      isFirst = false;
      yield chunk;
    }
  } catch (error) {
    if (codeOf(error) === undefined && !(error instanceof PackedError)) throw error;
    if (isFirst) throw fileError('read', name, error);
    unread.push(`cannot read the rest of ${name}: ${codeOf(error)}`);
  }
}
