import { describe, expect, it } from 'vitest';
import { CALLS } from '../../src/gather/calls/table.ts';
import { denytrace } from './run-bin.ts';

describe('denytrace permissions', () => {
  it('prints a policy with every read and nothing else', async () => {
    const { code, stdout, stderr } = await denytrace(['permissions']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { Version, Statement } = JSON.parse(stdout);
    expect(Version).toBe('2012-10-17');
    const actions: readonly string[] = Statement.flatMap(
      (statement: { Action: readonly string[] }) => statement.Action,
    );
    const needed = Object.entries(CALLS)
      .filter(([, { neededIn }]) => neededIn.length > 0)
      .map(([action]) => action);
    expect([...new Set(actions)].toSorted()).toEqual(needed.toSorted());
    for (const action of actions) expect(action).toMatch(/^[a-z0-9-]+:(Get|List|Describe|Decode)[A-Za-z]+$/);
    for (const { Effect, Sid, Resource } of Statement) {
      expect({ Effect, Resource }).toEqual({ Effect: 'Allow', Resource: '*' });
      expect(Sid).toMatch(/^[A-Za-z0-9]+$/);
    }
  });

  it('prints the same as Terraform', async () => {
    const json = (await denytrace(['permissions'])).stdout;
    const { stdout } = await denytrace(['permissions', '--terraform']);
    expect(stdout).toMatch(/^resource "aws_iam_policy" "denytrace" \{\n/);
    const quoted = (text: string) => Array.from(text.matchAll(/"([a-z0-9-]+:[A-Za-z]+)"/g), ([, action]) => action);
    expect(quoted(stdout)).toEqual(quoted(json));
  });
});
