import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StatementEvidence } from '../../src/model/evidence.ts';
import { diff } from '../../src/report/excerpt/diff.ts';
import { frame } from '../../src/report/excerpt/frame.ts';
import { settle } from '../../src/report/options.ts';
import { evidenceLines } from '../../src/report/text/evidence.ts';

const policy = { name: 'p', arn: null, kind: 'trust', attachedTo: null } as const;

function shown(change: { readonly pointer: string; readonly before: unknown; readonly after: unknown }, width = 60) {
  return diff({ policy, ...change }, width).map(({ sign, text }) => `${sign} ${text}`);
}

describe('a diff', () => {
  it('is two lines where both fit', () => {
    expect(shown({ pointer: '/Statement/0/Action', before: 'a:B', after: ['a:B', 'a:C'] })).toEqual([
      '- "Action": "a:B"',
      '+ "Action": ["a:B", "a:C"]',
    ]);
  });

  it('shows where a new item goes', () => {
    expect(shown({ pointer: '/Statement/0/Resource/-', before: null, after: 'arn:x' })).toEqual([
      '  "Resource": [',
      '    …',
      '+   "arn:x"',
      '  ]',
    ]);
  });

  it('leaves out what stays far away', () => {
    const keys = Array.from({ length: 20 }, (_, index) => `value-${index}`);
    const lines = shown({ pointer: '/Condition', before: { A: keys }, after: { A: [...keys, 'value-20'] } });
    expect(lines.filter((line) => /^[-+]/.test(line))).toEqual([
      '-     "value-19"',
      '+     "value-19",',
      '+     "value-20"',
    ]);
    expect(lines.length).toBeLessThan(14);
  });

  const json = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.oneof(fc.string(), fc.array(fc.string())));

  it('takes away and adds just the lines that differ, whatever the documents', () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        const lines = diff({ policy, pointer: '/x', before, after }, 1);
        const removed = lines.filter(({ sign }) => sign === '-').length;
        const added = lines.filter(({ sign }) => sign === '+').length;
        const length = (value: object) => JSON.stringify(value, null, 2).split('\n').length;
        expect(added - removed).toBe(length(after) - length(before));
        if (JSON.stringify(before) === JSON.stringify(after)) expect(added + removed).toBe(0);
      }),
    );
  });
});

describe('an excerpt', () => {
  const evidence: StatementEvidence = {
    kind: 'statement',
    policy,
    statement: { index: 0, sid: null },
    pointer: '/Statement/0/Condition/StringEquals/aws:PrincipalOrgID',
    line: 14,
    excerpt: '          "aws:PrincipalOrgID": "o-a"',
    within: [
      { line: 9, text: '      "Condition": {' },
      { line: 12, text: '        "StringEquals": {' },
    ],
    nearMiss: null,
  };

  it('shows what the value stands in, with the numbers of those lines', () => {
    expect(frame(evidence).map((line) => `${line.number}${line.kind === 'code' ? ` ${line.text}` : ''}`)).toEqual([
      ' 9 "Condition": {',
      '12   "StringEquals": {',
      '14     "aws:PrincipalOrgID": "o-a"',
    ]);
  });

  it.each([
    ['arn:aws:iam::1:role/ci-deploy', 'arn:aws:iam::1:role/ci-deployer', 'ci-deploy'],
    ['arn:aws:iam::1:role/ci', 'arn:aws:iam::1:role/teams/build/ci', 'ci'],
    ['arn:aws:iam::1:root', 'arn:aws:iam::2:role/ci', '1:root'],
    ['arn:aws:s3:::b', 'arn:aws:s3:::b/k', 'b'],
    ['*', 'arn:aws:s3:::b', '*'],
    ['a:B', 'a:B', 'a:B'],
  ])('marks the parts of %s that are not those of %s', (policySays, requestHas, marked) => {
    const nearMiss = { element: 'resource', policySays, requestHas, difference: '', mark: '' } as const;
    const excerpt = `"Resource": "${policySays}"`;
    const mark = frame({ ...evidence, within: [], excerpt, nearMiss }).at(-1);
    if (mark?.kind !== 'mark') throw new Error('the last line is the mark');
    expect(excerpt.slice(mark.before.length, mark.before.length + mark.mark.length)).toBe(marked);
  });

  it('marks the near miss under its own line', () => {
    const nearMiss = {
      element: 'condition',
      policySays: 'o-a',
      requestHas: 'o-b',
      difference: 'another one',
      mark: 'another one',
    } as const;
    const mark = frame({ ...evidence, nearMiss }).at(-1);
    expect(mark).toMatchObject({ kind: 'mark', mark: '~~~', before: ' '.repeat('    "aws:PrincipalOrgID": "'.length) });
  });
});

describe('the place of a statement', () => {
  const at: StatementEvidence = {
    kind: 'statement',
    policy: { ...policy, name: 'p' },
    statement: { index: 1, sid: null },
    pointer: '',
    line: 1,
    excerpt: '{',
    nearMiss: null,
  };
  const placesIn = (around: Parameters<typeof evidenceLines>[2]) =>
    evidenceLines(at, settle({}), around).filter((line) => !line.includes('|'));

  it('stands above its lines', () => {
    expect(placesIn({})).toEqual(['p, trust policy, statement 1']);
  });

  it('is not said again under the sentence that names it', () => {
    expect(placesIn({ isNamed: true })).toEqual([]);
  });
});
