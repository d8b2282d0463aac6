import { describe, expect, it } from 'vitest';
import { decide } from '../../src/evaluate/decide.ts';
import { absent, known } from '../../src/model/fact.ts';
import { answers, asked, layer, level, NO_POLICIES, policy } from './attached.ts';
import { ALLOW_ALL, OTHER_ACCOUNT } from './worlds.ts';

describe('a role that does not exist', () => {
  it('has no trust policy that could allow', () => {
    const resource = absent('iam:GetRole', `arn:aws:iam::${OTHER_ACCOUNT}:role/deploy`);
    const request = asked({ action: 'sts:AssumeRole', resource: resource.on, resourceAccount: OTHER_ACCOUNT });
    const found = decide(request, { ...NO_POLICIES, identity: layer(ALLOW_ALL), resource });
    expect(answers(found)).toEqual({ allowed: 'no', blockers: ['trust'], suspects: [] });
    expect(found.layers.resource).toMatchObject({ layer: 'trust', status: 'absent', allow: 'no', deny: 'no' });
  });
});

describe('a statement', () => {
  it('keeps its place, and every element its answer', () => {
    const text = {
      Version: '2012-10-17',
      Statement: [
        { Sid: 'First', Effect: 'Allow', Action: 'sqs:*', Resource: '*' },
        {
          Sid: 'Second',
          Effect: 'Deny',
          Action: 's3:Put*',
          Resource: 'arn:aws:s3:::reports/*',
          Condition: { StringEquals: { 'aws:username': ['otto', 'anna'] }, Bool: { 'aws:SecureTransport': 'true' } },
        },
      ],
    };
    const identity = known([level([]), { ...level([policy('Deploy', text, 'inline')]), id: 'group' }]);
    const found = decide(asked(), { ...NO_POLICIES, identity });
    expect(found.layers.identity.statements).toMatchObject([
      { level: 1, index: 0, pointer: '/Statement/0', sid: 'First', effect: 'Allow', match: 'no', conditions: [] },
      {
        layer: 'identity',
        level: 1,
        policy: { name: 'Deploy', kind: 'inline' },
        index: 1,
        pointer: '/Statement/1',
        sid: 'Second',
        effect: 'Deny',
        match: 'no',
        elements: { action: 'no', resource: 'yes', principal: 'yes', condition: 'no' },
        conditions: [
          {
            operator: 'StringEquals',
            key: 'aws:username',
            match: 'yes',
            pointer: '/Statement/1/Condition/StringEquals/aws:username',
          },
          { operator: 'Bool', key: 'aws:SecureTransport', match: 'no', request: { status: 'missing' } },
        ],
      },
    ]);
  });
});
