import { expect, it } from 'vitest';
import { timeWords } from '../../src/evidence/value-words.ts';

const current = { operator: 'DateLessThan', key: 'aws:CurrentTime' };
const epoch = { operator: 'NumericLessThan', key: 'aws:EpochTime' };

it.each([
  ['2026-01-15T01:30:00+02:00', current, '2026-01-15T01:30:00+02:00 (2026-01-14T23:30:00Z)'],
  ['2026-01-15T01:30:00Z', current, '2026-01-15T01:30:00Z'],
  ['2026-01-15', current, '2026-01-15 (2026-01-15T00:00:00Z)'],
  ['1767225600', epoch, '1767225600 (2026-01-01T00:00:00Z)'],
  ['999999999999999', epoch, '999999999999999'],
  ['tomorrow', current, 'tomorrow'],
  ['1767225600', { operator: 'NumericLessThan', key: 's3:max-keys' }, '1767225600'],
])('%s is shown with the same time in UTC', (text, condition, words) => {
  expect(timeWords(text, condition)).toBe(words);
});
