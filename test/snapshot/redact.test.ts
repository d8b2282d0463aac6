// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables
import { describe, expect, it } from 'vitest';
import type { SnapshotFile } from '../../src/gather/snapshot/format.ts';
import { redactSnapshot } from '../../src/gather/snapshot/redact-snapshot.ts';
import { parseDenials } from '../../src/parse/parse-denials.ts';

const TEXT = `2026-11-24T11:58:00Z ERROR User: arn:aws:sts::111122223333:assumed-role/ci-deployer/build-42 is not authorized to
  perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/teams/prod-deploy with an explicit deny in a service control
  policy: arn:aws:organizations::999900001111:policy/o-exampleorg1/service_control_policy/p-a1b2c3d4`;

type Json = Record<string, unknown>;
const file = (more: Json): SnapshotFile => ({ denytrace: 'snapshot/1', scope: 'request', ...more });
const incident = (text: string, context: Json = {}, options: Json = {}) =>
  file({ incident: { text, context, options } });
const redacted = (one: SnapshotFile, names = false): SnapshotFile => redactSnapshot(one, { names });
const role = (document: unknown, more: Json = {}) =>
  file({
    accounts: {
      '111122223333': {
        authorizationDetails: {
          RoleDetailList: [
            {
              Arn: 'arn:aws:iam::111122223333:role/ci-deployer',
              RoleName: 'ci-deployer',
              RoleId: 'AROAEXAMPLECIDEPLOYER',
              AssumeRolePolicyDocument: document,
              ...more,
            },
          ],
        },
      },
    },
  });
const documentOf = (one: SnapshotFile): unknown =>
  Object.values(one.accounts ?? {})[0]?.authorizationDetails?.RoleDetailList?.[0]?.['AssumeRolePolicyDocument'];
const condition = (operator: string, key: string, value: unknown, names = false, more: Json = {}): unknown => {
  const document = { Statement: [{ Effect: 'Allow', Condition: { [operator]: { [key]: value } } }] };
  const one = role(document, more);
  const found = documentOf(redacted({ ...one, ...incident(TEXT) }, names));
  return (found as typeof document).Statement[0]?.Condition[operator]?.[key]; // the document's own shape
};

describe('in a text', () => {
  it('the same denial is read, renamed', () => {
    const [denial] = parseDenials(redacted(incident(TEXT)).incident?.text ?? '');
    expect(denial).toMatchObject({
      caller: 'arn:aws:sts::010101010101:assumed-role/ci-deployer/nameaaaaaa-0202020',
      action: 'sts:AssumeRole',
      resource: 'arn:aws:iam::020202020202:role/teams/prod-deploy',
      reason: {
        layer: 'scp',
        effect: 'explicit',
        policyArn: 'arn:aws:organizations::030303030303:policy/o-0101010101/service_control_policy/p-00000001',
      },
    });
  });

  it('names are replaced with names', () => {
    const [denial] = parseDenials(redacted(incident(TEXT), true).incident?.text ?? '');
    expect(denial).toMatchObject({
      caller: 'arn:aws:sts::010101010101:assumed-role/nameaaaaaa-deploynamebbbbbb/namecccccc-0404040',
      resource: 'arn:aws:iam::020202020202:role/nameeeeeee/nameffffff-deploy',
    });
  });

  it('what a terminal broke over two lines is found as well', () => {
    const broken = TEXT.replace('build-42', 'bui\n  ld-42').replace('444455556666', '44445\n  5556666');
    const { text } = redacted(incident(broken)).incident ?? { text: '' };
    expect(text.replaceAll(/\s/g, '')).not.toMatch(/build|44445|111122223333/);
    expect(parseDenials(text)[0]?.caller).toBe('arn:aws:sts::010101010101:assumed-role/ci-deployer/nameaaaaaa-0202020');
  });

  it.each([
    ['the session name by itself', 'roleSessionName=build-42 assumed', 'roleSessionName=name#-0202020 assumed'],
    ['an address', 'mail ana.b@corp.example.com now', 'mail name#.name#@name#.name#.com now'],
    ['an account as the sign-in page prints it', 'account 1111-2222-3333', 'account 0101-0101-0101'],
    ['a key id, masked before', 'key AKIA************WXYZ', 'key AKIA************0001'],
    ['an unknown unique id', 'AIDAQWERTYUIOPASDFGHJ:', 'AIDA00000000000000001:'],
    [
      'what is no id',
      'i-0abc r-squared o-ring 12345678901 1234567890123',
      'i-0abc r-squared o-ring 12345678901 1234567890123',
    ],
    [
      'services and what AWS owns',
      'lambda.amazonaws.com arn:aws:iam::aws:policy/ReadOnlyAccess',
      'lambda.amazonaws.com arn:aws:iam::aws:policy/ReadOnlyAccess',
    ],
  ])('%s', (_what, more, expected) => {
    const text = redacted(incident(`${TEXT}\n${more}`)).incident?.text ?? '';
    const line = text.slice(text.lastIndexOf('\n') + 1);
    const shape = (one: string) => one.replaceAll(/name([a-z])\1{5}/g, 'name#');
    expect(shape(line)).toBe(shape(expected));
  });

  it('a bare caller is replaced, an anonymous one is none', () => {
    const bare = 'An error occurred (AccessDenied): User: ana is not authorized to perform: s3:ListBuckets';
    const text = (names: boolean) => redacted(incident(bare), names).incident?.text;
    expect(text(true)).toContain('User: nameaaaaaa is not');
    expect(redacted(incident(bare.replace('ana', 'anonymous'))).incident?.text).toContain('anonymous');
  });

  it('an encoded message is the same in the text and among the decoded ones', () => {
    const encoded = `aB3_${'xY7-'.repeat(40)}`;
    const text = `You are not authorized to perform this operation. Encoded authorization failure message: ${encoded}`;
    const both = redacted({ ...incident(text), decodedMessages: { [encoded]: { allowed: false } } });
    const [name] = Object.keys(both.decodedMessages ?? {});
    expect(JSON.stringify(both)).not.toContain('xY7-');
    expect(parseDenials(both.incident?.text ?? '')[0]?.encodedMessage).toBe(name);
  });
});

describe('in policies', () => {
  it.each([
    ['StringEquals', 'aws:userid', 'AROAEXAMPLECIDEPLOYER:build-42', 'AROA00000000000000001:nameaaaaaa-0202020'],
    ['StringLike', 'aws:userid', 'AROAEXAMPLECIDEPLOYER:*', 'AROA00000000000000001:*'],
    ['StringLike', 'aws:userid', ['AROAEXAMPLECIDEPLOYER:build-*'], ['AROA00000000000000001:nameaaaaaa-*']],
    ['StringLike', 'aws:userid', '*:build-42', '*:nameaaaaaa-0202020'],
    ['StringLike', 'sts:RoleSessionName', 'build-*', 'nameaaaaaa-*'],
    ['StringLike', 'sts:RoleSessionName', 'bu*', 'nameaaaaaa*'],
    ['StringEquals', 'sts:RoleSessionName', '${aws:username}', '${aws:username}'],
    ['StringEquals', 'aws:PrincipalOrgID', 'o-exampleorg1', 'o-0101010101'],
    [
      'ForAnyValue:StringLike',
      'aws:PrincipalOrgPaths',
      'o-exampleorg1/r-ab12/ou-ab12-11111111/*',
      'o-0101010101/r-0001/ou-0001-01010101/*',
    ],
    [
      'ForAnyValue:StringLike',
      'aws:PrincipalOrgPaths',
      'o-exampleorg1/r-ab12/ou-ab12-*',
      'o-0101010101/r-0001/ou-0001-*',
    ],
    ['ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::111122223333:role/ci-*', 'arn:aws:iam::010101010101:role/ci-*'],
    [
      'ArnLike',
      'aws:PrincipalArn',
      'arn:aws:iam::*:role/${aws:PrincipalTag/role}',
      'arn:aws:iam::*:role/${aws:PrincipalTag/role}',
    ],
    ['StringEquals', 'aws:SourceAccount', '111122223333', '010101010101'],
    ['StringEquals', 'aws:PrincipalTag/team', 'red', 'red'],
  ])('%s %s %j', (operator, key, value, expected) => {
    expect(condition(operator, key, value)).toEqual(expected);
  });

  it.each([
    ['arn:aws:iam::111122223333:role/ci-*', 'arn:aws:iam::010101010101:role/nameaaaaaa-*'],
    ['arn:aws:iam::111122223333:role/ci*', 'arn:aws:iam::010101010101:role/nameaaaaaa*'],
    ['arn:aws:iam::111122223333:role/*-deployer', 'arn:aws:iam::010101010101:role/*-deploynamebbbbbb'],
    [
      'arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
      'arn:aws:iam::010101010101:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
    ],
    [
      'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Deploy_*',
      /^arn:aws:iam::010101010101:role\/aws-reserved\/sso\.amazonaws\.com\/eu-west-1\/AWSReservedSSO_Deploy_\*$/,
    ],
  ])('with names: %s', (value, expected) => {
    const found = condition('ArnLike', 'aws:PrincipalArn', value, true);
    if (expected instanceof RegExp) expect(found).toMatch(expected);
    else expect(found).toBe(expected);
  });

  it('the permission-set hash of a reserved role keeps its form', () => {
    const name = 'AWSReservedSSO_Deploy_0123456789abcdef';
    const Arn = `arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/${name}`;
    const found = redacted(role({}, { Arn, RoleName: name }), true);
    expect(JSON.stringify(found)).toMatch(/AWSReservedSSO_Deploy_a[0-9a-f]{15}"/);
  });

  it('a session that is called like its user still is', () => {
    const text = TEXT.replace('build-42', 'ana');
    const user = { UserName: 'ana', Arn: 'arn:aws:iam::111122223333:user/ana', UserId: 'AIDAEXAMPLEANA000001' };
    const one = file({
      ...incident(text),
      accounts: { '111122223333': { authorizationDetails: { UserDetailList: [user] } } },
    });
    for (const names of [false, true]) {
      const found = redacted(one, names);
      const [entry] = Object.values(found.accounts ?? {})[0]?.authorizationDetails?.UserDetailList ?? [];
      expect(
        parseDenials(found.incident?.text ?? '')[0]
          ?.caller?.split('/')
          .at(-1),
      ).toBe(entry?.['UserName']);
    }
  });

  it('names that differ by case only still do', () => {
    const found = condition('StringEquals', 'sts:RoleSessionName', ['build-42', 'Build-42', 'BUILD-42']);
    expect(found).toEqual(['nameaaaaaa-0202020', 'Nameaaaaaa-0202020', 'nAmeaaaaaa-0202020']);
  });

  it('AWS-managed policies keep their names, others do not', () => {
    const AttachedManagedPolicies = [
      { PolicyName: 'ReadOnlyAccess', PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
      { PolicyName: 'Rollout', PolicyArn: 'arn:aws:iam::111122223333:policy/Rollout' },
    ];
    const found = JSON.stringify(redacted(role({}, { AttachedManagedPolicies }), true));
    expect(found).toContain('"PolicyName":"ReadOnlyAccess","PolicyArn":"arn:aws:iam::aws:policy/ReadOnlyAccess"');
    expect(found).not.toContain('Rollout');
  });
});

describe('a redaction', () => {
  it('is the same each time, and numbers things as they come', () => {
    const one = incident(TEXT);
    expect(redacted(one)).toEqual(redacted(structuredClone(one)));
    expect(redacted(one)).not.toEqual(one);
  });

  it('renames the incident with the rest', () => {
    const context = { 'aws:userid': 'AROAEXAMPLECIDEPLOYER:build-42', 'aws:username': 'ana' };
    const options = {
      caller: 'arn:aws:iam::111122223333:role/ci-deployer',
      environment: { AWS_ROLE_SESSION_NAME: 'build-42' },
    };
    expect(redacted(incident(TEXT, context, options)).incident).toMatchObject({
      context: { 'aws:userid': expect.stringMatching(/^AROA0+1:nameaaaaaa-0202020$/), 'aws:username': 'ana' },
      options: {
        caller: 'arn:aws:iam::010101010101:role/ci-deployer',
        environment: { AWS_ROLE_SESSION_NAME: expect.stringMatching(/^nameaaaaaa-0202020$/) },
      },
    });
    expect(redacted(incident(TEXT, context, options), true).incident?.context['aws:username']).toMatch(
      /^name([a-z])\1{5}$/,
    );
  });

  it('takes time in proportion to the file', () => {
    const hostile = [
      'a'.repeat(200_000),
      '@'.repeat(100_000),
      'a@b.'.repeat(50_000),
      '*?'.repeat(100_000),
      'arn:aws:iam::1:role/'.repeat(20_000),
      '${'.repeat(100_000),
    ];
    for (const text of hostile) expect(redacted(incident(`${TEXT} ${text}`), true).incident).not.toBeNull();
  });
});
