import type { Denial } from '../../model/denial.ts';

/** AWS's shortest messages are several times as long. */
const SHORTEST = 40;

/**
 * True where the text holds only a part of AWS's encoded message, which cannot be decoded: it was cut with dots, it is far too short, or its length is none that
 * base64 has. https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
 */
export function isCutMessage(denial: Pick<Denial, 'encodedMessage' | 'truncated'> | null): boolean {
  const encoded = denial?.encodedMessage ?? null;
  if (denial === null || encoded === null) return false;
  return denial.truncated || encoded.length < SHORTEST || encoded.length % 4 === 1;
}
