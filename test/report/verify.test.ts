import { describe, expect, it } from 'vitest';
import type { Cause, Change, DiagnosedRequest, Diagnosis } from '../../src/model/diagnosis.ts';
import { refused } from '../../src/model/gap.ts';
import type { GivenOptions } from '../../src/report/options.ts';
import { render } from '../../src/report/render.ts';
import { CI_SESSION, diagnosis, request, unseen } from './diagnoses/parts.ts';

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
  return {
    key: 'identity.x',
    id: 'identity.x',
    layer: 'identity',
    rung: 'evaluated',
    blocker: null,
    aspect: null,
    summary: 'x',
    evidence,
    fix,
  };
}

function reportsOn(asked: DiagnosedRequest, parts: Partial<Diagnosis>, given?: GivenOptions): readonly string[] {
  const one = diagnosis({ request: asked, causes: [causeWith([CHANGE])], ...parts });
  const options = { width: 200, ...(given && { given }) };
  return [render([one], 'text', options), render([one], 'markdown', options)];
}

function commandsIn(
  asked: DiagnosedRequest,
  parts: Partial<Diagnosis> = {},
  given?: GivenOptions,
): readonly (readonly string[])[] {
  return reportsOn(asked, parts, given).map((report) =>
    (report.match(/^ *denytrace can .*$/gm) ?? []).map((line) => line.trim()),
  );
}

const GIVEN: GivenOptions = {
  request: [
    ['--context', 'aws:RequestTag/team=a b'],
    ['--context', 'aws:RequestTag/key=AKIAIOSFODNN7EXAMPLE'],
    ['--no-context', 'aws:SourceVpce'],
  ],
  policies: [
    ['--resource-policy', '-bucket.json'],
    ['--scp', "it's.json"],
    ['--assume', 'rcp=allow'],
  ],
  asking: [['--profile', 'ci'], ['--find-profiles']],
};

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

  it('passes on what was given, quoted, but no credential', () => {
    const words = [
      "--service lambda.amazonaws.com --context 'aws:RequestTag/team=a b' --no-context aws:SourceVpce",
      '--resource-policy=-bucket.json --scp "it\'s.json" --assume rcp=allow --profile ci --find-profiles',
    ].join(' ');
    const command = `denytrace can ${CALLER} iam:PassRole ${ROLE} ${words}`;
    expect(commandsIn(PASSED, {}, GIVEN)).toEqual([[command], [command]]);
  });

  it('names a key that was given once', () => {
    const given = { ...GIVEN, request: [['--context', 'IAM:PassedToService=x.amazonaws.com']] as const };
    expect(commandsIn(PASSED, {}, given)[0]?.[0]).toContain(
      `${ROLE} --context IAM:PassedToService=x.amazonaws.com --r`,
    );
  });

  it.each([
    ['trust', 'After the change (in -bucket.json too), check again:'],
    ['scp', "After the change (in it's.json too), check again:"],
    ['managed', 'After the change, check again:'],
  ] as const)('says which given file has to be changed too: %s', (kind, words) => {
    const change = { ...CHANGE, policy: { ...CHANGE.policy, kind } };
    expect(reportsOn(PASSED, { causes: [causeWith([change])] }, GIVEN)[0]).toContain(words);
  });

  it('for somebody else passes on what tells of the request, neither files nor profiles', () => {
    const gap = refused({
      what: 'the role web',
      account: '111122223333',
      permission: 'iam:GetRole',
      code: 'AccessDenied',
      who: 'role-owner',
    });
    const parts = { steps: [unseen('role', 'Something could not be seen', gap)], open: [gap], causes: [] };
    const words = "--service lambda.amazonaws.com --context 'aws:RequestTag/team=a b' --no-context aws:SourceVpce";
    const command = `denytrace can ${CALLER} iam:PassRole ${ROLE} ${words} --record part.json`;
    expect(commandsIn(PASSED, parts, GIVEN)).toEqual([[command], [command]]);
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
    ['the resource was cut', { ...PASSED, resource: 'arn:aws:s3:::data/...' }, {}],
    ['the resource is masked', { ...PASSED, resource: 'arn:aws:s3:::data/xxxxxxxx' }, {}],
    ['the caller was cut', { ...PASSED, principal: { ...CI_SESSION, arn: CALLER.replace(/[^/]+$/, '...') } }, {}],
  ] as const)('is left out where %s', (_, asked, parts) => {
    expect(commandsIn(asked, parts)).toEqual([[], []]);
  });
});

it('sends what the fixes say, in place of what was given and was wrong', () => {
  const cause = causeWith([CHANGE]);
  const sent = {
    context: { 'sts:ExternalId': ['right'], 'aws:RequestTag/team': ['red'], 'aws:SourceVpce': ['vpce-1'] },
  };
  const fixed = { ...cause, fix: cause.fix && { ...cause.fix, request: sent } };
  const asked = request({
    principal: CI_SESSION,
    action: 'sts:AssumeRole',
    resource: ROLE,
    context: { 'STS:externalid': { values: ['wrong'] } },
  });
  const given: GivenOptions = {
    ...GIVEN,
    request: [
      ['--external-id', 'wrong'],
      ['--context', 'aws:requesttag/team=blue'],
      ['--no-context', 'aws:SourceVpce'],
      ['--context', 'aws:SourceIp=203.0.113.7'],
    ],
    policies: [],
    asking: [],
  };
  const [[command = ''] = []] = commandsIn(asked, { causes: [fixed] }, given);
  expect(command).toBe(
    `denytrace can ${CALLER} sts:AssumeRole ${ROLE} --external-id right --context aws:SourceIp=203.0.113.7 ` +
      '--context aws:RequestTag/team=red --context aws:SourceVpce=vpce-1',
  );
});
