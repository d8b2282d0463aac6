import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import type { EvaluationPolicies, EvaluationRequest, NamedPolicy } from '../../src/model/evaluation.ts';
import { remembering } from '../../src/model/remembering.ts';

const REQUEST: EvaluationRequest = {
  principal: 'arn:aws:iam::111122223333:user/ana',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::data/report.csv',
  resourceAccount: '111122223333',
  context: { 'aws:SourceIp': '203.0.113.7' },
};
const allow = (action: string): NamedPolicy => ({ name: action, document: statement('Allow', action) });
const deny = (action: string): NamedPolicy => ({ name: action, document: statement('Deny', action) });

function statement(Effect: 'Allow' | 'Deny', Action: string): object {
  return { Version: '2012-10-17', Statement: [{ Effect, Action, Resource: '*' }] };
}

function policies(...identity: NamedPolicy[]) {
  return {
    identity,
    resource: null,
    boundary: null,
    session: null,
    scps: null,
    rcps: null,
  } satisfies EvaluationPolicies;
}

/** Everything is made anew, so that nothing can be left over from an earlier answer. */
function asNew(request: EvaluationRequest, given: EvaluationPolicies) {
  return evaluate(structuredClone(request), structuredClone(given));
}

describe('evaluate(), asked again with the same objects', () => {
  it('reads a list anew that a policy was added to', () => {
    const given = policies(allow('s3:*'));
    expect(evaluate(REQUEST, given).allowed).toBe('yes');
    given.identity.push(deny('s3:GetObject'));
    expect(evaluate(REQUEST, given)).toEqual(asNew(REQUEST, given));
    expect(evaluate(REQUEST, given).allowed).toBe('no');
  });

  it('reads a policy anew whose document was exchanged, or its name', () => {
    const policy = { ...allow('s3:*') };
    const given = policies(policy);
    evaluate(REQUEST, given);
    policy.document = deny('s3:*').document;
    expect(evaluate(REQUEST, given).allowed).toBe('no');
    policy.name = 'renamed';
    expect(evaluate(REQUEST, given)).toEqual(asNew(REQUEST, given));
  });

  it('keeps the levels apart on which one policy stands', () => {
    const full = [allow('*')];
    const given = { ...policies(allow('s3:*')), scps: [full, full, [allow('ec2:*')]] };
    const levels = () => evaluate(REQUEST, given).layers.scp?.statements.map(({ level }) => level);
    expect(levels()).toEqual([0, 1, 2]);
    expect(levels()).toEqual([0, 1, 2]);
  });

  it('keeps apart what one policy means as an SCP and as an identity policy', () => {
    const shared = [allow('s3:*')];
    const given = { ...policies(), identity: shared, scps: [shared] };
    for (let round = 0; round < 2; round += 1) expect(evaluate(REQUEST, given)).toEqual(asNew(REQUEST, given));
  });

  it('answers each of several requests for itself, whatever was asked before', () => {
    const condition = { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' }, StringLike: { 'aws:UserAgent': '*' } };
    const limited = {
      name: 'limited',
      document: {
        Statement: [{ Effect: 'Allow', Action: 's3:Get*', Resource: 'arn:aws:s3:::data/*', Condition: condition }],
      },
    };
    const given = policies(limited, allow('ec2:*'), deny('s3:PutObject'));
    const contexts: EvaluationRequest['context'][] = [
      { 'aws:SourceIp': '203.0.113.7', 'aws:UserAgent': 'x' },
      { 'aws:SourceIp': '198.51.100.7' },
      {},
    ];
    const asked = ['s3:GetObject', 's3:PutObject', 'ec2:RunInstances', 's3:getobject'].flatMap((action) =>
      contexts.map((context) => ({ ...REQUEST, action, context })),
    );
    for (const request of [...asked, ...asked.toReversed()])
      expect(evaluate(request, given)).toEqual(asNew(request, given));
  });

  it('gives out results that nobody can change for the next one who asks', () => {
    const given = policies(allow('s3:*'));
    const [result] = evaluate(REQUEST, given).layers.identity?.statements ?? [];
    expect(() => Object.assign(result ?? {}, { match: 'no' })).toThrow(TypeError);
    expect(() => Object.assign(result?.elements ?? {}, { action: 'no' })).toThrow(TypeError);
  });
});

describe('remembering', () => {
  it('asks once for each text, and forgets all at its limit', () => {
    const asked: string[] = [];
    const length = remembering(2, (text) => {
      asked.push(text);
      return text.length;
    });
    expect(['a', 'bb', 'a', 'ccc', 'a'].map(length)).toEqual([1, 2, 1, 3, 1]);
    expect(asked).toEqual(['a', 'bb', 'ccc', 'a']);
  });
});
