import { describe, expect, it } from 'vitest';
import type { Cause, Change, DiagnosedRequest, Diagnosis } from '../../src/model/diagnosis.ts';
import { render } from '../../src/report/render.ts';
import { CI_SESSION, diagnosis, request } from './diagnoses/parts.ts';

const ROLE = 'arn:aws:iam::111122223333:role/web';
const CALLER = CI_SESSION.arn;
const PASSED = request({
  principal: CI_SESSION,
  action: 'iam:PassRole',
  resource: ROLE,
  context: { 'iam:PassedToService': { values: ['lambda.amazonaws.com'] } },
});
const CHANGE: Change = {
  policy: { name: 'Deploy', arn: null, kind: 'inline', attachedTo: 'arn:aws:iam::111122223333:role/ci-deployer' },
  pointer: '/Statement/-',
  before: null,
  after: {},
};

function causeWith(changes: readonly Change[]): Cause {
  const checked = { check: 'allowed', stillBlocking: [], openAfter: [] } as const;
  const fix = {
    who: 'you',
    summary: 'a fix',
    account: null,
    changes,
    commands: [],
    documents: [],
    ...checked,
  } as const;
  const evidence = [{ kind: 'quote', text: 'why', lines: [1, 1] }] as const;
  return { key: 'identity.x', id: 'identity.x', layer: 'identity', rung: 'evaluated', summary: 'x', evidence, fix };
}

function commandsIn(asked: DiagnosedRequest, parts: Partial<Diagnosis> = {}): readonly (readonly string[])[] {
  const one = diagnosis({ request: asked, causes: [causeWith([CHANGE])], ...parts });
  return [render([one], 'text'), render([one], 'markdown')].map((report) => report.match(/^denytrace can .*$/gm) ?? []);
}

describe('the command that verifies a fix', () => {
  it.each([
    ['who gets a passed role', PASSED, `${CALLER} iam:PassRole ${ROLE} --service lambda.amazonaws.com`],
    [
      'the external id',
      { ...PASSED, action: 'sts:AssumeRole', context: { 'sts:ExternalId': { values: ['acme-7f3a'] } } },
      `${CALLER} sts:AssumeRole ${ROLE} --external-id acme-7f3a`,
    ],
    [
      'no key that is not known',
      { ...PASSED, context: { 'sts:ExternalId': { unknown: true } } },
      `${CALLER} iam:PassRole ${ROLE}`,
    ],
    [
      'no key with a value that is none of AWS’s',
      { ...PASSED, context: { 'sts:ExternalId': { values: ['$(id)'] } } },
      `${CALLER} iam:PassRole ${ROLE}`,
    ],
    [
      'an unsigned request',
      request({
        principal: { arn: null, type: 'anonymous', account: null, name: '' },
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::b/k',
      }),
      'anonymous s3:GetObject arn:aws:s3:::b/k',
    ],
  ] as const)('asks the same again, with %s', (_, asked, words) => {
    expect(commandsIn(asked)).toEqual([[`denytrace can ${words}`], [`denytrace can ${words}`]]);
  });

  const provider = {
    arn: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
    type: 'federated',
    account: '111122223333',
    name: 'token.actions.githubusercontent.com',
  } as const;
  it.each([
    ['no fix changes a document', PASSED, { causes: [causeWith([])] }],
    ['that is the question which was asked', PASSED, { denial: null }],
    ['the caller is in a token only', { ...PASSED, principal: provider }, {}],
  ] as const)('is left out where %s', (_, asked, parts) => {
    expect(commandsIn(asked, parts)).toEqual([[], []]);
  });
});
