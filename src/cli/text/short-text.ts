/** Takes the text that a scanner is given, as long as it is short. */
export interface ShortText {
  readonly push: (chunk: Uint8Array) => void;
  readonly text: () => string | undefined;
}

/** The longest text that is short. */
export const SHORT = 1_024;

/** Keeps a short text, and nothing of a long one. */
export function keepShort(): ShortText {
  const chunks: Uint8Array[] = [];
  let length = 0;
  return {
    push(chunk) {
      length += chunk.length;
      if (length > SHORT) chunks.length = 0;
      else chunks.push(Uint8Array.from(chunk));
    },
    text: () => (length > SHORT ? undefined : Buffer.concat(chunks).toString('utf8')),
  };
}
