import { describe, expect, it } from 'vitest';
import { parseDenials } from '../../src/parse/parse-denials.ts';
import { type Expected, flat, messages } from './fixture-texts.ts';

const FIELDS = ['code', 'operation', 'caller', 'action', 'resource', 'layer', 'effect', 'policyArn', 'requestId'];
const clear = messages.filter(({ ambiguous }) => !ambiguous);

function claimed(text: string): Expected[] {
  return parseDenials(text)
    .filter(({ kind }) => kind === 'iam-denial' || kind === 'service-cannot-assume')
    .map(flat);
}

/** Line breaks inside a value are not part of it, and neither are the blanks around them. */
function same(one: unknown, other: unknown): boolean {
  return String(one).replace(/\s/g, '') === String(other).replace(/\s/g, '');
}

function score(found: Expected, wanted: Expected): { right: number; wrong: string[] } {
  const wrong: string[] = [];
  let right = 0;
  for (const field of FIELDS) {
    const [want, got] = [wanted[field] ?? null, found[field] ?? null];
    if (want === null) {
      // Where the text states no action, operation or caller by itself, deriving one is no mistake.
      if (got !== null && !['action', 'operation', 'caller'].includes(field)) wrong.push(`${field} made up: ${got}`);
    } else if (got === null) {
      if (field !== 'action' || wanted['actionFrom'] !== 'operation') wrong.push(`${field} missed: ${want}`);
    } else if (same(want, got)) right += 1;
    else wrong.push(`${field} is ${got}, not ${want}`);
  }
  return { right, wrong };
}

describe('messages as people pasted them', () => {
  it('have their fields read right, but for what is known to be missed', () => {
    let right = 0;
    const wrong: string[] = [];
    for (const { id, text, expected, all } of clear.filter((message) => message.expected['denied'] === true)) {
      const found = claimed(text);
      for (const wanted of all ?? [expected]) {
        const best = found
          .map((denial) => score(denial, wanted))
          .sort((one, other) => other.right - other.wrong.length - (one.right - one.wrong.length))[0];
        right += best?.right ?? 0;
        wrong.push(...(best?.wrong ?? ['not found']).map((what) => `${id}: ${what}`));
      }
    }
    expect(wrong).toEqual(['kubectl-events-kubernetes-sigs-aws-ebs-csi-driver-963: requestId missed: xyz']);
    expect(right).toBeGreaterThan(1000);
  });

  it.each(clear.filter(({ expected }) => expected['denied'] !== true).map(({ id, text }) => [id, text]))(
    'claim no denial where there is none: %s',
    (_, text) => {
      expect(claimed(text)).toEqual([]);
    },
  );
});
