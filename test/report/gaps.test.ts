import { describe, expect, it } from 'vitest';
import type { Cause, Diagnosis, Step } from '../../src/model/diagnosis.ts';
import { type Gap, notGiven, refused } from '../../src/model/gap.ts';
import { render } from '../../src/report/render.ts';
import { CI_SESSION, diagnosis, passed, request, unseen } from './diagnoses/parts.ts';

const ASKED = request({
  principal: CI_SESSION,
  action: 'sts:AssumeRole',
  resource: 'arn:aws:iam::444455556666:role/prod',
  resourceAccount: '444455556666',
});

function gap(parts: Partial<Gap>): Gap {
  const plain = { what: 'the role prod', account: '444455556666', permission: 'iam:GetRole', code: 'AccessDenied' };
  return { ...refused({ ...plain, who: 'role-owner' }), ...parts };
}

/** The report on steps that nobody could see. */
function reportOn(gaps: readonly Gap[], parts: Partial<Diagnosis> = {}): string {
  const steps = gaps.map((one) => unseen('trust', 'Something could not be seen', one));
  return render([diagnosis({ request: ASKED, steps, open: gaps, verdict: 'undetermined', ...parts })], 'text');
}

describe('what could not be seen', () => {
  it.each([
    ['organizations:ListPoliciesForTarget', true],
    ['organizations:DescribeOrganization', false],
  ])(
    'is for the management account and delegated administrators where the organization alone tells: %s',
    (permission, told) => {
      const report = reportOn([gap({ permission, who: 'organization-admin', account: '999900001111' })]);
      expect(report.replace(/\s+/g, ' ').includes('only the management account and delegated administrators')).toBe(
        told,
      );
    },
  );

  it('is told once, its owner once, the command for them once', () => {
    const boundary = gap({ what: 'the boundary', permission: 'iam:GetUser', who: 'account-admin' });
    const report = reportOn([gap({}), gap({}), boundary, boundary]);
    expect(report.match(/the role prod: /g)).toHaveLength(1);
    expect(report.match(/denytrace can /g)).toHaveLength(1);
    expect(report).toContain('the owner of prod in 444455556666 can read it:');
    expect(report).toContain('an administrator of 444455556666 can record it with the command above');
  });

  it('says once why a profile that belongs to the account was not used', () => {
    const note = 'the profile prod belongs to the account, but was not used: it asks for an MFA code';
    const option = '--account-profile 444455556666=prod';
    const trust = gap({ code: 'OtherAccount', note, option, who: 'you' });
    const report = flat(reportOn([trust, { ...trust, what: 'the trust policy of prod' }]));
    expect(report).toContain(`your credentials are for a different account; ${note}; pass ${option}`);
    expect(report.split(note)).toHaveLength(2);
    expect(report.split(option)).toHaveLength(3);
  });

  it.each([
    ['AccessDeniedException', 'AWS denied the read (AccessDeniedException); needs iam:GetRole in 444455556666'],
    ['NoCredentials', 'no credentials; needs iam:GetRole in 444455556666'],
  ])('%s names the permission', (code, words) => {
    expect(flat(reportOn([gap({ code })]))).toContain(words);
  });

  it.each(['Throttling', 'TooManyRequestsException', 'InternalFailure', 'Timeout', 'NetworkError'])(
    '%s is nobody’s to grant',
    (code) => {
      const report = flat(reportOn([gap({ code })]));
      expect(report).not.toMatch(/needs iam|can read it/);
    },
  );

  it('says in full once what is wrong with the setup of the credentials, and asks nobody for a permission', () => {
    const detail = 'there is no profile typo in the AWS config; there are ci, prod';
    const ofSetup = gap({ code: 'ProfileNotFound', who: 'you', detail });
    const report = flat(reportOn([ofSetup, { ...ofSetup, what: 'the boundary' }]));
    expect(report.split(detail)).toHaveLength(2);
    expect(report).toContain('the boundary: the profile was not found in the AWS config');
    expect(report).not.toMatch(/needs iam|can read it/);
  });

  it('says an option that would tell, and not that only the caller can tell', () => {
    const report = flat(reportOn([notGiven({ what: 'who the caller is', toPass: 'caller' })]));
    expect(report).toContain('who the caller is: pass --caller');
    expect(report).not.toContain('only the person');
  });

  it('says once that nothing was read from AWS', () => {
    const unasked = [gap({ code: 'NotAsked' }), gap({ code: 'NotAsked', what: 'the boundary' })];
    expect(reportOn(unasked).match(/Nothing was read from AWS/g)).toHaveLength(1);
  });

  it('says once that there are no credentials, and how to give some', () => {
    const unasked = [gap({ code: 'NoCredentials' }), gap({ code: 'NoCredentials', what: 'the boundary' })];
    expect(flat(reportOn(unasked)).match(/Pass --profile, set AWS_PROFILE or sign in/g)).toHaveLength(1);
  });

  it.each([
    ['NotInSnapshot', 'then run this again with --snapshot part.json'],
    ['NoCredentials', 'then run this again with --snapshot part.json --live'],
  ])('%s: %s', (code, words) => {
    expect(reportOn([gap({ code })])).toContain(words);
  });

  it('names the organization that only its own admin can show', () => {
    const context = { 'aws:PrincipalOrgID': { values: ['o-ours'] }, 'aws:ResourceOrgID': { values: ['o-theirs'] } };
    const rcps = gap({
      what: 'the resource control policies of 444455556666',
      layer: 'rcp',
      who: 'organization-admin',
    });
    const report = flat(reportOn([rcps], { request: { ...ASKED, context } }));
    expect(report).toContain('444455556666 is in another organization (o-theirs); its admin can read them:');
    const same = { ...context, 'aws:ResourceOrgID': { values: ['o-ours'] } };
    expect(flat(reportOn([rcps], { request: { ...ASKED, context: same } }))).not.toContain('another organization');
  });

  it('belongs to the owner of the bucket where it is about an object', () => {
    const object = { ...ASKED, resource: 'arn:aws:s3:::reports/2026/a.csv', resourceAccount: null };
    const report = flat(reportOn([gap({ account: null, who: 'resource-owner' })], { request: object }));
    expect(report).toContain('the owner of reports can');
  });
});

function flat(report: string): string {
  return report.replace(/\s+/g, ' ');
}

describe('a short report', () => {
  const setup = gap({
    code: 'ProfileNotFound',
    detail: 'there is no profile nope in the AWS config; there are ci, prod',
  });
  const quiet = (conclusion: Diagnosis['conclusion'], open: readonly Gap[]) =>
    render([diagnosis({ request: ASKED, open, conclusion }), diagnosis({ request: ASKED, open, conclusion })], 'text', {
      detail: 'quiet',
      width: 200,
    });
  it('has one line for each denial, however many there are', () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      diagnosis({ request: { ...ASKED, action: `s3:Do${index}` }, conclusion: 'inconclusive' }),
    );
    const lines = render(many, 'text', { detail: 'quiet', width: 40 }).trimEnd().split('\n');
    expect(lines.map((line) => line.split('  ').slice(0, 2))).toEqual(
      many.map(({ request }) => [request.action, 'denied']),
    );
  });

  const said = (report: string) => report.match(/The rest could not be read: .*/g) ?? [];

  it('says once why nothing could be read, where the setup is at fault', () => {
    const open = [setup, { ...setup, what: 'the policies' }, gap({}), gap({ code: 'NotAsked' })];
    expect(said(quiet('inconclusive', open))).toEqual([
      'The rest could not be read: there is no profile nope in the AWS config; there are ci, prod',
    ]);
  });

  it.each<[string, Diagnosis['conclusion'], Gap]>([
    ['it is explained all the same', 'explained', setup],
    ['AWS refused it', 'inconclusive', gap({})],
    ['nobody was asked', 'inconclusive', gap({ code: 'NotAsked' })],
  ])('says nothing of it where %s', (_, conclusion, open) => {
    expect(said(quiet(conclusion, [open]))).toEqual([]);
  });
});

describe('a question about another layer', () => {
  const scps = gap({
    what: 'the SCPs',
    layer: 'scp',
    permission: 'organizations:ListRoots',
    who: 'organization-admin',
  });

  it('is told under the step of that layer', () => {
    const steps = [
      { ...unseen('identity', 'Whether it has to is not known', scps), gaps: [gap({}), scps] as const },
      unseen('scp', 'The SCPs could not be read', scps),
    ];
    const report = render([diagnosis({ request: ASKED, steps, open: [scps], verdict: 'undetermined' })], 'text');
    const [identity = '', scp = ''] = report.split('The SCPs could not be read');
    expect(identity).toContain('the role prod: ');
    expect(identity).not.toContain('organizations:ListRoots');
    expect(scp).toContain('organizations:ListRoots');
  });

  it('is told where it comes up if that layer has no step of its own', () => {
    const report = reportOn([scps]);
    expect(report).toContain('organizations:ListRoots');
  });
});

it('tells what could not be read under what only AWS’s words name', () => {
  const evidence = [{ kind: 'quote', text: 'because no identity-based policy allows it', lines: [1, 1] }] as const;
  const step: Step = {
    ...passed('identity', 'AWS says: no identity policy allows it'),
    status: 'fail',
    evidence,
    gaps: [gap({ what: 'the policy PowerUserAccess', layer: 'identity' })],
  };
  const id = 'identity.named-by-aws';
  const cause: Cause = {
    key: id,
    id,
    layer: 'identity',
    rung: 'aws',
    blocker: 'named-by-aws',
    aspect: null,
    summary: 'AWS says it',
    evidence,
    fix: null,
  };
  expect(render([diagnosis({ request: ASKED, steps: [step], causes: [cause] })], 'text')).toContain(
    'the policy PowerUserAccess: ',
  );
});

it.each(['text', 'markdown'] as const)(
  'asks for no live reads in an offline replay of what AWS refused: %s',
  (format) => {
    const refusals = [gap({})];
    const told = diagnosis({
      request: ASKED,
      steps: [unseen('trust', 'Something could not be seen', gap({}))],
      open: refusals,
      verdict: 'undetermined',
    });
    expect(render([told], format)).toContain('--snapshot part.json --live');
    expect(render([told], format, { offline: true })).toContain('--snapshot part.json');
    expect(render([told], format, { offline: true })).not.toContain('--live');
  },
);
