import { expect, it } from 'vitest';
import { findHits } from '../../../src/parse/scan/find-hits.ts';
import { needles } from '../../../src/parse/scan/needles.ts';
import { nearHits, noise } from '../../bench/log-lines.ts';

const LINES = 24_000;
const DENIAL =
  '2024-03-01T10:00:00.000Z ERROR An error occurred (AccessDenied) when calling the GetObject operation: User: arn:aws:sts::111122223333:assumed-role/worker/i-1 is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::data/part-1" because no identity-based policy allows the s3:GetObject action';

function hitsIn(lines: readonly string[]): number {
  const bytes = Buffer.from(`${lines.join('\n')}\n`);
  return findHits(bytes, 0, bytes.length).length;
}

/**
 * What surrounds a hit is parsed, which takes far longer than searching: windows that are chosen otherwise may be found faster, and make a log
 * with words of denials several times slower.
 */
it.each([
  ['of services', [...noise(LINES)]],
  ['with parts of needles', [...nearHits(LINES, needles())]],
])('a log %s has a hit only where a denial is', (_, lines) => {
  const ofDenial = hitsIn([DENIAL]);
  expect(ofDenial).toBeGreaterThan(0);
  expect(hitsIn(lines)).toBe(0);
  expect(hitsIn(lines.toSpliced(LINES / 2, 0, DENIAL))).toBe(ofDenial);
});
