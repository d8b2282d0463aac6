import { describe, expect, it } from 'vitest';
import type { BlockerCause, CaseCause, Finding } from '../../src/causes/cause.ts';
import { type AskedCause, firstToExplain, winnersOf } from '../../src/causes/contest.ts';
import type { Blocker } from '../../src/model/blocker.ts';
import type { Certainty } from '../../src/model/certainty.ts';
import { caseOf } from '../parts/case-of.ts';

const CASE = caseOf({});
const BLOCKER: Blocker = { kind: 'missing-allow', layer: 'scp', level: null, statement: null, certainty: 'evaluated' };

function finding(certainty?: Certainty): Finding {
  const evidence = [{ kind: 'quote', text: 'AccessDenied', lines: [1, 1] }] as const;
  return { summary: 'it is', evidence, remedies: [], ...(certainty === undefined ? {} : { certainty }) };
}

const NOT_ASKED = 'not considered, because an earlier cause wins';

describe('a contest about a blocker', () => {
  const blockerCause = (id: string, answer: Finding | string, kind?: Blocker['kind']): BlockerCause => ({
    id,
    explain: () => answer,
    ...(kind === undefined ? {} : { kind }),
  });

  it('is won by the first cause that explains it, whatever its certainty; the others say why they do not win', () => {
    const contest = [
      blockerCause('scp.a', finding(), 'explicit-deny'),
      blockerCause('scp.b', 'it is something else'),
      blockerCause('scp.c', finding('likely'), 'missing-allow'),
      blockerCause('scp.d', finding()),
    ];
    const asked: AskedCause[] = [];
    const won = firstToExplain(contest, BLOCKER, CASE, (one) => asked.push(one));
    expect(won).toMatchObject({ id: 'scp.c', layer: 'scp' });
    expect(asked.map(({ id, whyNot }) => [id, whyNot])).toEqual([
      ['scp.a', 'it explains a different kind of blocker'],
      ['scp.b', 'it is something else'],
      ['scp.c', null],
      ['scp.d', NOT_ASKED],
    ]);
    expect(asked.every(({ blocker }) => blocker === BLOCKER)).toBe(true);
  });

  it('may have no winner', () => {
    expect(firstToExplain([blockerCause('scp.a', 'it is something else')], BLOCKER, CASE)).toBeUndefined();
  });
});

describe('a contest about what is wrong beyond the policies', () => {
  const caseCause = (id: string, answer: Finding | string): CaseCause => ({ id, layer: null, find: () => answer });

  it.each<[Certainty | undefined, string[], string[]]>([
    ['likely', ['caller.a', 'caller.b'], []],
    ['unknown', ['caller.a', 'caller.b'], []],
    ['evaluated', ['caller.a'], ['caller.b']],
    ['aws', ['caller.a'], ['caller.b']],
    [undefined, ['caller.a'], ['caller.b']],
  ])('that is %s leaves %j as winners and does not ask %j', (certainty, winners, notAsked) => {
    const asked: AskedCause[] = [];
    const contest = [caseCause('caller.a', finding(certainty)), caseCause('caller.b', finding())];
    const won = winnersOf(contest, CASE, (one) => asked.push(one));
    expect(won.map(({ id }) => id)).toEqual(winners);
    expect(asked.filter(({ whyNot }) => whyNot === NOT_ASKED).map(({ id }) => id)).toEqual(notAsked);
    expect(asked.map(({ blocker }) => blocker)).toEqual([null, null]);
  });

  it('asks on after a cause that is not the one', () => {
    const asked: AskedCause[] = [];
    const contest = [caseCause('caller.a', 'it is signed'), caseCause('caller.b', finding('aws'))];
    expect(winnersOf(contest, CASE, (one) => asked.push(one)).map(({ id }) => id)).toEqual(['caller.b']);
    expect(asked.map(({ whyNot }) => whyNot)).toEqual(['it is signed', null]);
  });
});
