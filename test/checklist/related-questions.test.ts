import { describe, expect, it } from 'vitest';
import { relatedQuestions } from '../../src/checklist/related/related-questions.ts';
import type { Denial } from '../../src/model/denial.ts';
import { unreadable } from '../../src/model/fact.ts';
import type { Facts } from '../../src/model/facts.ts';
import { parsePrincipal } from '../../src/model/principal.ts';
import {
  type ContextKeys,
  MISSING,
  multiValue,
  requestContext,
  singleValue,
} from '../../src/request/request-context.ts';
import { caseOf } from '../parts/case-of.ts';
import { denialOf } from '../parts/denial-of.ts';
import { factsOf, unreadableGap } from '../parts/facts-of.ts';
import { questionOf } from '../parts/question-of.ts';

const CALLER = 'arn:aws:sts::111122223333:assumed-role/ci/build-42';
const ROLE = 'arn:aws:iam::111122223333:role/app/worker';

interface Asked {
  readonly action: string;
  readonly resource?: string | null;
  readonly keys?: ContextKeys;
  readonly denial?: Partial<Denial>;
  readonly text?: string;
  readonly facts?: Partial<Facts>;
}

function related({ action, resource = ROLE, keys = {}, denial, text = '', facts = {} }: Asked) {
  const principal = parsePrincipal(CALLER) ?? null;
  const nothing = unreadable(unreadableGap);
  const role = resource?.includes(':role/')
    ? { arn: resource, entity: nothing, trustPolicy: nothing, similar: nothing }
    : null;
  const stated = denial === undefined ? null : denialOf({ action, ...denial });
  const denialCase = caseOf({
    denial: stated,
    text,
    facts: factsOf({ principal, principalFrom: 'text', role, ...facts }),
    request: principal && {
      principal,
      action,
      resource,
      resourceAccount: '111122223333',
      context: requestContext([keys], () => MISSING),
    },
  });
  const question = questionOf({ denial: stated, principal, principalFrom: 'text', action, resource });
  return relatedQuestions(denialCase, question);
}

const askedOf = (found: ReturnType<typeof related>) =>
  found.map(({ question }) => `${question.principal?.name} ${question.action} ${question.resource}`);

describe('what a call that passes a role needs besides', () => {
  it('is that the role trusts the service that gets it', () => {
    const found = related({
      action: 'iam:PassRole',
      keys: { 'iam:PassedToService': singleValue('lambda.amazonaws.com') },
    });
    expect(askedOf(found)).toEqual([`lambda.amazonaws.com sts:AssumeRole ${ROLE}`]);
    expect(found[0]?.question.principal?.type).toBe('service');
    expect(found[0]?.why).toContain('lambda.amazonaws.com');
  });

  it('is asked of the service that likely gets it', () => {
    const key = { 'iam:PassedToService': { status: 'unknown', gap: unreadableGap } } as const;
    const found = related({ action: 'iam:PassRole', keys: key, denial: { operation: 'CreateDBInstance' } });
    expect(askedOf(found.slice(0, 1))).toEqual([`monitoring.rds.amazonaws.com sts:AssumeRole ${ROLE}`]);
    expect(found[0]?.why).toContain('likely');
  });

  it('is not asked where the service is not known', () => {
    const key = { 'iam:PassedToService': { status: 'unknown', gap: unreadableGap } } as const;
    expect(related({ action: 'iam:PassRole', keys: key })).toEqual([]);
    expect(related({ action: 'iam:PassRole' })).toEqual([]);
  });
});

describe('what a call of AssumeRole needs besides', () => {
  it.each<[ContextKeys, string[]]>([
    [{}, []],
    [{ 'aws:RequestTag/team': singleValue('red') }, ['sts:TagSession']],
    [{ 'AWS:TAGKEYS': multiValue(['team']) }, ['sts:TagSession']],
    [{ 'aws:TagKeys': multiValue([]) }, []],
    [{ 'aws:RequestTag/team': MISSING }, []],
    [{ 'sts:SourceIdentity': singleValue('jane') }, ['sts:SetSourceIdentity']],
    [{ 'aws:SourceIdentity': singleValue('jane') }, ['sts:SetSourceIdentity']],
    [{ 'sts:RequestContextProviders': multiValue(['arn:aws:iam::aws:contextProvider/x']) }, ['sts:SetContext']],
    [
      { 'sts:SourceIdentity': singleValue('jane'), 'sts:TransitiveTagKeys': multiValue(['team']) },
      ['sts:TagSession', 'sts:SetSourceIdentity'],
    ],
  ])('with %j: %j', (keys, actions) => {
    expect(askedOf(related({ action: 'sts:AssumeRole', keys }))).toEqual(
      actions.map((action) => `ci ${action} ${ROLE}`),
    );
  });

  it('is the role itself where the denial names the tags', () => {
    const denial = { operation: 'AssumeRole' };
    expect(askedOf(related({ action: 'sts:TagSession', denial }))).toEqual([`ci sts:AssumeRole ${ROLE}`]);
    const saml = { operation: 'AssumeRoleWithSAML' };
    expect(askedOf(related({ action: 'sts:SetSourceIdentity', denial: saml }))).toEqual([
      `ci sts:AssumeRoleWithSAML ${ROLE}`,
    ]);
  });

  it('keeps the record of the call, which holds for all of its requests', () => {
    const [first] = related({ action: 'sts:TagSession' });
    expect(first?.question).toMatchObject({ denial: null, principalFrom: 'text', service: null });
  });
});

describe('an operation that takes a role', () => {
  const resource = 'arn:aws:lambda:eu-west-1:111122223333:function:orders';
  const action = 'lambda:CreateFunction';

  it('needs iam:PassRole on the role that the text shows, likely', () => {
    const text = `creating Lambda Function (orders, role ${ROLE}): not authorized to perform: lambda:CreateFunction`;
    const found = related({ action, resource, text });
    expect(askedOf(found)).toEqual([`ci iam:PassRole ${ROLE}`]);
    expect(found[0]?.question.service).toBe('lambda.amazonaws.com');
    expect(found[0]?.why).toContain('likely');
  });

  it('needs it on the role in the context of the request', () => {
    const keys = { 'cloudformation:RoleArn': singleValue(ROLE) };
    const stack = 'arn:aws:cloudformation:eu-west-1:111122223333:stack/orders/1';
    const found = related({ action: 'cloudformation:CreateStack', resource: stack, keys });
    expect(askedOf(found)).toEqual([`ci iam:PassRole ${ROLE}`]);
  });

  it.each([
    ['no role is named', ''],
    ['the only role is the caller’s own', 'User: arn:aws:iam::111122223333:role/ci is not authorized'],
    ['the role is masked', 'arn:aws:iam::***:role/worker'],
  ])('needs it on some role of the account where %s', (_, text) => {
    expect(askedOf(related({ action, resource, text }))).toEqual([
      `ci iam:PassRole arn:aws:iam::111122223333:role/\${RoleNameWithPath}`,
    ]);
  });

  it('is not asked where two roles are named', () => {
    const text = `${ROLE} and arn:aws:iam::111122223333:role/other`;
    expect(related({ action, resource, text })).toEqual([]);
  });

  it('is not asked without a role where the call can do without', () => {
    const stack = 'arn:aws:cloudformation:eu-west-1:111122223333:stack/orders/1';
    const text = 'not authorized to perform: cloudformation:CreateStack';
    expect(related({ action: 'cloudformation:CreateStack', resource: stack, text, denial: {} })).toEqual([]);
  });

  it('takes a full stop for the end of the sentence', () => {
    expect(askedOf(related({ action, resource, text: `with ${ROLE}.` }))).toEqual([`ci iam:PassRole ${ROLE}`]);
  });

  it('is none where the action takes no role', () => {
    expect(related({ action: 'lambda:GetFunction', resource, text: ROLE })).toEqual([]);
  });
});

describe('a call whose iam:PassRole was denied', () => {
  const asked = { action: 'iam:PassRole', resource: ROLE } as const;
  const without = (found: ReturnType<typeof related>) => askedOf(found).filter((one) => !one.includes('sts:'));

  it('needs its own action as well', () => {
    expect(without(related({ ...asked, denial: { operation: 'CreateStateMachine' } }))).toEqual([
      'ci states:CreateStateMachine null',
    ]);
  });

  it('needs it on each of the resources of EC2, whose code shows that it is EC2’s', () => {
    const denial = { operation: 'AssociateIamInstanceProfile', code: 'UnauthorizedOperation' };
    const [found] = without(related({ ...asked, denial }));
    expect(found).toMatch(/^ci ec2:AssociateIamInstanceProfile arn:aws:ec2:\$\{Region\}:\$\{Account\}:instance\//);
  });

  it.each([
    ['the operation is one of several services', 'CreateJob'],
    ['it is iam:PassRole itself that was called', 'PassRole'],
    ['the operation is not known to pass a role', 'DescribeInstances'],
  ])('is not asked where %s', (_, operation) => {
    expect(without(related({ ...asked, denial: { operation } }))).toEqual([]);
  });
});

describe('an EC2 call that is decided for several resources', () => {
  it('asks for each kind that the text does not show, and invents no name', () => {
    const resource = 'arn:aws:ec2:eu-west-1:111122223333:instance/*';
    const found = related({ action: 'ec2:RunInstances', resource });
    const start = 'arn:aws:ec2:eu-west-1:';
    expect(found.map(({ question }) => question.resource)).toEqual([
      `${start}:image/\${ImageId}`,
      // May be another account's, shared.
      `${start}\${Account}:subnet/\${SubnetId}`,
      `${start}111122223333:network-interface/\${NetworkInterfaceId}`,
      `${start}\${Account}:security-group/\${SecurityGroupId}`,
      `${start}111122223333:volume/\${VolumeId}`,
      `${start}\${Account}:key-pair/\${KeyPairName}`,
    ]);
    expect(found[4]?.why).toContain('usually also needs ec2:RunInstances on its volume');
  });

  it('is one question only where the call has one resource', () => {
    const resource = 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0123456789abcdef0';
    expect(related({ action: 'ec2:StopInstances', resource })).toEqual([]);
    expect(related({ action: 'ec2:DescribeInstances', resource: '*' })).toEqual([]);
  });
});

describe('a question that stands alone', () => {
  it('has nothing related where nobody tells who asked for what, or only the credentials are wrong', () => {
    expect(relatedQuestions(caseOf({}), questionOf({ action: 'sts:TagSession' }))).toEqual([]);
    expect(related({ action: 'sts:TagSession', denial: { kind: 'credentials' } })).toEqual([]);
  });

  it('has nothing related where what is asked for is no role', () => {
    const resource = 'arn:aws:sts::111122223333:assumed-role/r/s';
    const keys = { 'aws:RequestTag/team': singleValue('red') };
    expect(related({ action: 'sts:AssumeRole', resource, keys })).toEqual([]);
  });

  it('leaves the caller to whoever is signed in where the text names nobody', () => {
    const found = related({ action: 'sts:TagSession', facts: { principalFrom: 'current-identity' } });
    expect(found[0]?.question).toMatchObject({ principal: null, principalFrom: null });
  });
});

describe('what writing an object needs besides', () => {
  const object = 'arn:aws:s3:::reports/q1';
  const write = (keys: ContextKeys, action = 's3:PutObject') => askedOf(related({ action, resource: object, keys }));

  it.each(['s3:x-amz-acl', 's3:x-amz-grant-read'])('is s3:PutObjectAcl where it has %s', (key) => {
    const keys = { [key]: singleValue('bucket-owner-full-control') };
    expect(write(keys)).toEqual([`ci s3:PutObjectAcl ${object}`]);
  });

  it.each<[string, ContextKeys, string?]>([
    ['it has none', {}],
    ['nobody knows', { 's3:x-amz-acl': { status: 'unknown', gap: unreadableGap } }],
    ['it is the one that an object has anyway', { 's3:x-amz-acl': singleValue('private') }],
    ['the object is read', { 's3:x-amz-acl': singleValue('public-read') }, 's3:GetObject'],
  ])('is nothing where %s', (_, keys, action) => {
    expect(write(keys, action)).toEqual([]);
  });
});
