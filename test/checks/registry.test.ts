import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/checks/check.ts';
import { CHECKS } from '../../src/checks/registry.ts';

const ALL: readonly Check[] = CHECKS;

describe('the registry', () => {
  it('has every id once', () => {
    const ids = ALL.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it.each(ALL.map((check) => [check.id, check] as const))('%s is named and explained', (id, { doc }) => {
    expect(id).toMatch(/^[a-z][a-z-]*\.[a-z0-9]+(-[a-z0-9]+)*$/);
    for (const text of [doc.what, doc.why, doc.fix]) {
      expect(text).toMatch(/^\S.*\.$/);
      expect(text).not.toMatch(/\[object|\s{2}/);
    }
  });
});
