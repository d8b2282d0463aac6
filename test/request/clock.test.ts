import { describe, expect, it } from 'vitest';
import { clockKeys, clockOf } from '../../src/request/clock.ts';

const now = new Date('2026-11-24T12:00:00Z');

describe('the clock of a request', () => {
  it.each([
    ['a GitHub log line', '2025-03-01T10:20:30.1234567Z ##[error]AccessDenied', '2025-03-01T10:20:30.123Z'],
    ['a time with an offset', 'at 2025-03-01T10:20:30+02:00 denied', '2025-03-01T08:20:30.000Z'],
  ])('is the time in %s', (_what, text, time) => {
    expect(clockOf(text, now, 'now')).toEqual({ time: new Date(time), from: 'the log line' });
  });

  it.each([
    ['no time', 'AccessDenied'],
    ['a time without a zone', '2025-03-01T10:20:30 AccessDenied'],
    ['a month that does not exist', '2025-13-01T10:20:30Z AccessDenied'],
    ['the 45th', '2025-02-45T10:20:30Z AccessDenied'],
  ])('is the given one for %s', (_what, text) => {
    expect(clockOf(text, now, 'the snapshot')).toEqual({ time: now, from: 'the snapshot' });
  });

  it('is told to the policies in both spellings', () => {
    const keys = clockKeys({ time: now, from: 'now' });
    expect(keys['aws:CurrentTime']).toEqual({ status: 'known', values: ['2026-11-24T12:00:00Z'], multivalued: false });
    expect(keys['aws:EpochTime']).toEqual({ status: 'known', values: ['1795521600'], multivalued: false });
  });
});
