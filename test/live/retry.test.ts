import { expect, test } from 'vitest';
import { standardBackoff, withRetries } from '../../src/gather/live/retry.ts';

const named = (name: string, more: object = {}) => Object.assign(new Error(name), { name }, more);
const status = (httpStatusCode: number) => ({ $metadata: { httpStatusCode } });

const rows: readonly [string, unknown, number][] = [
  ['throttling', named('Throttling'), 6],
  ['throttling by status', named('Unknown', status(429)), 6],
  ['a server error', named('ServiceFailure', status(500)), 4],
  ['a gateway error', named('SyntaxError', status(502)), 4],
  ['a broken connection', named('Error', { code: 'ECONNRESET' }), 4],
  ['a broken connection of fetch', new TypeError('fetch failed', { cause: named('Error', { code: 'ECONNRESET' }) }), 4],
  ['a name that cannot be resolved', named('Error', { code: 'ENOTFOUND' }), 4],
  ['no answer', named('TimeoutError'), 4],
  ['a clock that was put right', named('SignatureDoesNotMatch', { $metadata: { clockSkewCorrected: true } }), 4],
  ['a denial', named('AccessDenied', status(403)), 1],
  ['what does not exist', named('NoSuchEntityException', status(404)), 1],
  ['an answer that cannot be read', named('SyntaxError', status(200)), 1],
  ['something thrown', 'text', 1],
];

test.each(rows)('attempts after %s', async (_, error, attempts) => {
  const waits = Array.from({ length: 8 }, (_, index) => standardBackoff(error, index + 1));
  expect(waits.indexOf(null) + 1).toBe(attempts);
});

test('waits grow, and chance spreads them', () => {
  const longest = (failures: number) =>
    Math.max(...Array.from({ length: 200 }, () => standardBackoff(named('Throttling'), failures) ?? 0));
  expect(longest(1)).toBeLessThanOrEqual(500);
  expect(longest(4)).toBeGreaterThan(1_000);
  expect(longest(4)).toBeLessThanOrEqual(4_000);
  expect(new Set(Array.from({ length: 20 }, () => standardBackoff(named('Throttling'), 3))).size).toBeGreaterThan(1);
});

test('nothing is tried again once it has to stop', async () => {
  const stop = new AbortController();
  let attempts = 0;
  const attempt = async () => {
    attempts += 1;
    stop.abort();
    throw named('Throttling');
  };
  await expect(
    withRetries(
      attempt,
      () => 0,
      stop.signal,
      () => {},
    ),
  ).rejects.toThrow('Throttling');
  expect(attempts).toBe(1);
});
