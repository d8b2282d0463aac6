import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../src/causes/registry.ts';
import { explanationOf } from '../../src/causes/texts/explanation.ts';
import { printList } from '../../src/cli/explain/print-list.ts';
import { denytrace } from './run-bin.ts';

describe('denytrace explain', () => {
  it('lists every cause, one a line, for grep', async () => {
    const { code, stdout } = await denytrace(['explain']);
    expect(code).toBe(0);
    const ids = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' ')[0] ?? '');
    expect(ids.toSorted()).toEqual(CAUSES.map(({ id }) => id).toSorted());
    const layers = ids.map((id) => id.split('.')[0]);
    expect(layers.filter((layer, index) => layer !== layers[index - 1])).toEqual([...new Set(layers)]);
  });

  it('says what a cause means, why it happens and how to fix it, with an example and AWS’s page', async () => {
    const { code, stdout } = await denytrace(['explain', 'trust.near-miss']);
    expect(code).toBe(0);
    const titles = ['trust.near-miss', 'Why', 'Fix', 'Example', 'Read more'];
    expect(stdout.split('\n').filter((line) => titles.includes(line))).toEqual(titles);
    expect(stdout).toMatch(/^Not allowed by this trust policy:\n {2}\{ "Effect": "Allow",/m);
    expect(stdout).toMatch(/^Allowed after the change:\n {2}\{/m);
    expect(stdout).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/\S+$/m);
    expect(stdout.split('\n').filter((line) => line.length > 80 && !line.startsWith('https:'))).toEqual([]);
  });

  it('says how a cause is proven where that is particular', async () => {
    expect((await denytrace(['explain', 'scp.named-by-aws'])).stdout).toMatch(/^Proof$/m);
    expect((await denytrace(['explain', 'scp.explicit-deny'])).stdout).not.toMatch(/^Proof$/m);
  });

  it.each([
    [['mfa-chaining'], ['trust.mfa-chaining']],
    [['mfa'], ['credentials.mfa-required', 'identity.mfa-enforcement', 'trust.mfa', 'trust.mfa-chaining']],
    [
      ['TRUST', 'mfa'],
      ['trust.mfa', 'trust.mfa-age', 'trust.mfa-chaining'],
    ],
    // In no meaning, but in what brings it about.
    [['NTP'], ['credentials.clock-skew']],
  ])('lists the causes that %o is found in', async (words, ids) => {
    const { code, stdout, stderr } = await denytrace(['explain', ...words]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const listed = stdout.trimEnd().split('\n');
    for (const id of ids) expect(listed.filter((line) => line.startsWith(`${id} `)).length).toBe(1);
    expect(listed.length).toBeLessThan(CAUSES.length / 4);
  });

  it('knows every cause that a report names', async () => {
    const { stdout } = await denytrace(['demo', 'scp-and-identity']);
    const named = Array.from(stdout.matchAll(/denytrace explain (\S+)/g), ([, id]) => id ?? '');
    expect(named.length).toBeGreaterThan(1);
    for (const id of named) expect(await denytrace(['explain', id])).toMatchObject({ code: 0, stderr: '' });
  });

  it('offers the nearest ids where nothing is found', async () => {
    const { code, stdout, stderr } = await denytrace(['explain', 'trust.near-mis']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe('denytrace: there is no cause trust.near-mis; did you mean trust.near-miss?\n');
  });

  it('has a heading for each group in a terminal, and each id on a line of its own', () => {
    const entries = ['trust.mfa', 'identity.condition', 'trust.not-listed'].flatMap((id) => explanationOf(id) ?? []);
    const lines = printList(entries, 60, undefined).split('\n');
    expect(lines.filter((line) => !line.startsWith(' '))).toEqual([
      'Identity policies',
      'identity.condition',
      '',
      'Trust policies',
      'trust.mfa',
      'trust.not-listed',
      '',
    ]);
    expect(lines.filter((line) => line.length > 60)).toEqual([]);
  });
});
