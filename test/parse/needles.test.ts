import { describe, expect, it } from 'vitest';
import { findHits, firstProbeOf, hasHit } from '../../src/parse/scan/find-hits.ts';
import { NEEDLES, PROBES } from '../../src/parse/scan/needles.ts';

describe('needles', () => {
  it('are all found by their probe, wherever they stand', () => {
    for (const needle of NEEDLES) {
      expect(firstProbeOf(needle), needle).toBeDefined();
      for (const text of [needle, `x${needle}`, `${needle}x`]) expect(hasHit(Buffer.from(text)), needle).toBe(true);
    }
  });

  it('are not found by their probe alone', () => {
    for (const probe of PROBES) {
      if (!NEEDLES.includes(probe))
        expect(hasHit(Buffer.from(` ${probe} `)), probe).toBe(NEEDLES.includes(`${probe} `));
    }
  });

  it('are reported where they begin to be searched for, in order, once each', () => {
    const bytes = Buffer.from('The security token … AccessDenied … AccessDenied');
    expect(findHits(bytes, 0, bytes.length).map((at) => bytes.toString('utf8', at, at + 3))).toEqual([
      'The',
      'Den',
      'Den',
    ]);
    expect(findHits(bytes, 1, bytes.length)).toHaveLength(2);
  });
});
