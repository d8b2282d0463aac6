import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../src/causes/registry.ts';
import { denytrace } from './run-bin.ts';

describe('denytrace explain', () => {
  it('lists every cause, one a line, for grep', async () => {
    const { code, stdout } = await denytrace(['explain']);
    expect(code).toBe(0);
    const ids = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' ')[0]);
    expect(ids).toEqual(CAUSES.map(({ id }) => id));
  });

  it('says what a cause means, why it comes about, how it is proven and how to fix it', async () => {
    const { code, stdout } = await denytrace(['explain', 'trust.near-miss']);
    expect(code).toBe(0);
    expect(stdout.match(/^(trust\.near-miss|Why|Proof|Fix)$/gm)).toEqual(['trust.near-miss', 'Why', 'Proof', 'Fix']);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('knows every cause that a report names', async () => {
    const { stdout } = await denytrace(['demo', 'scp-and-identity']);
    const named = Array.from(stdout.matchAll(/denytrace explain (\S+)/g), ([, id]) => id ?? '');
    expect(named.length).toBeGreaterThan(1);
    for (const id of named) expect(await denytrace(['explain', id])).toMatchObject({ code: 0, stderr: '' });
  });

  it('offers the nearest ids for one that does not exist', async () => {
    const { code, stdout, stderr } = await denytrace(['explain', 'trust.near-mis']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe('denytrace: there is no cause trust.near-mis; did you mean trust.near-miss?\n');
  });
});
