import { describe, expect, it } from 'vitest';
import { openEvidence } from '../../src/checklist/steps/layer-step.ts';
import { layerVerdict } from '../../src/evidence/blockers/verdict-layers.ts';
import { ALLOW, refOf, subjectOf } from '../fix/subject.ts';

/** Holds for the caller or not: the path of its role is not known. */
const OPEN = { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/ci/ci-deployer' } };
const MAY_ALLOW = { ...ALLOW, Condition: OPEN };
const MAY_DENY = { ...ALLOW, Effect: 'Deny', Condition: OPEN };
const OTHER = { ...ALLOW, Action: 'sns:Publish', Condition: OPEN };

function placesIn(...statements: readonly object[]): readonly string[] {
  const denialCase = subjectOf({ policy: refOf('inline'), statements, pathIsKnown: false });
  if (denialCase.verdict === null) throw new Error('not decided');
  return openEvidence(layerVerdict(denialCase.verdict, 'identity'), denialCase).map(({ pointer }) => pointer);
}

describe('what an open answer of a layer turns on', () => {
  const CONDITION = 'Condition/ArnEquals/aws:PrincipalArn';

  it.each<[string, object[], string[]]>([
    ['a condition that may hold', [OTHER, MAY_ALLOW], [`/Statement/1/${CONDITION}`]],
    ['a Deny before an Allow', [MAY_ALLOW, MAY_DENY], [`/Statement/1/${CONDITION}`, `/Statement/0/${CONDITION}`]],
    ['only the Deny, where another statement allows', [ALLOW, MAY_ALLOW, MAY_DENY], [`/Statement/2/${CONDITION}`]],
    ['nothing, where a statement allows', [ALLOW, MAY_ALLOW], []],
    ['nothing, where no statement may match', [OTHER], []],
    [
      'the first three',
      Array.from({ length: 9 }, () => MAY_ALLOW),
      [0, 1, 2].map((at) => `/Statement/${at}/${CONDITION}`),
    ],
    [
      'the statement, where it is no condition',
      [{ ...ALLOW, Resource: 'arn:aws:sq*:eu-west-1:111122223333:orders' }],
      ['/Statement/0'],
    ],
  ])('is %s', (_, statements, places) => {
    expect(placesIn(...statements)).toEqual(places);
  });
});
