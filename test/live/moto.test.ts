import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { AwsOptions } from '../../src/gather/aws-options.ts';
import { gather } from '../../src/gather/gather.ts';
import { liveReader } from '../../src/gather/live/live-reader.ts';
import type { Facts } from '../../src/model/facts.ts';
import type { LayerFact } from '../../src/model/policy.ts';
import { parsePrincipal } from '../../src/model/principal.ts';
import { denytrace } from '../cli/run-bin.ts';
import { environment, writeConfig } from './fake-aws/keys.ts';
import { hasMoto, type Moto, startMoto } from './moto/moto-server.ts';
import { ALLOW, buildWorld, DENY, FULL, type MotoWorld, PASS, TRUST } from './moto/moto-world.ts';

describe.skipIf(!hasMoto())('end to end, against moto', () => {
  let moto: Moto;
  let world: MotoWorld;
  beforeAll(async () => {
    moto = await startMoto();
    setEnvironment(writeConfig({}));
    world = await buildWorld();
    const { management, callers, owners } = world;
    setEnvironment(
      writeConfig({ default: callers.keys, 'profile owners': owners.keys, 'profile management': management }),
    );
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    moto?.stop();
  });

  function setEnvironment(config: string): void {
    for (const [name, value] of Object.entries(environment(moto.url, config))) vi.stubEnv(name, value);
  }

  /** What the built program says of a denial. */
  async function diagnosed(denial: string) {
    const { management, callers, owners } = world;
    const config = writeConfig({
      default: callers.keys,
      'profile owners': owners.keys,
      'profile management': management,
    });
    const settings = Object.entries(environment(moto.url, config));
    const env = Object.fromEntries(settings.filter((entry): entry is [string, string] => entry[1] !== undefined));
    const accounts = ['--account-profile', `${owners.account}=owners`, '--org-profile', 'management'];
    const { code, stdout, stderr } = await denytrace([...accounts, '--format', 'json', denial], { env });
    expect(stderr).toBe('');
    return { code, ...JSON.parse(stdout).diagnoses[0] };
  }

  const denied = (caller: string, action: string, resource: string) =>
    `An error occurred (AccessDenied) when calling the Some operation: User: ${caller} is not authorized to perform: ${action} on resource: ${resource}`;

  const roleArn = (account: string, name = 'deployer') => `arn:aws:iam::${account}:role/${name}`;

  /** What is gathered for `caller` who wants to assume `role`. */
  async function gathered(caller: string, role: string, options: AwsOptions): Promise<Facts> {
    const principal = parsePrincipal(caller) ?? null;
    const nothing = { denial: null, service: null, encodedMessage: null, authorizationId: null, region: null };
    const question = {
      ...nothing,
      principal,
      principalFrom: 'text',
      action: 'sts:AssumeRole',
      resource: role,
    } as const;
    return gather(question, await liveReader(options), { context: {}, missing: [], assume: {} });
  }

  const everything = () => ({
    accountProfiles: { [world.owners.account]: 'owners' },
    organizationProfile: 'management',
  });
  const ana = () => `arn:aws:iam::${world.callers.account}:user/people/ana`;

  test('a user with its groups and policies, and the role in another account', async () => {
    const { callers, owners } = world;
    const facts = await gathered(ana(), roleArn(owners.account), everything());
    expect(facts.currentIdentity).toMatchObject({
      status: 'known',
      value: { account: callers.account, keyType: 'ASIA' },
    });
    expect(facts.callerEntity).toMatchObject({
      status: 'known',
      value: { arn: ana(), path: '/people/', tags: { team: 'red' } },
    });
    expect(facts.callerGroups).toEqual({ status: 'known', value: [`arn:aws:iam::${callers.account}:group/builders`] });
    expect(documentsIn(facts.policies.identity)).toEqual([
      ['ana', 'Own', ALLOW('s3:ListAllMyBuckets')],
      ['ana', 'Pass', PASS(callers.account)],
      ['builders', 'AssumeDeployer', ALLOW('sts:AssumeRole')],
    ]);
    expect(facts.policies.boundary.status).toBe('absent');
    expect(facts.role?.entity).toMatchObject({ status: 'known', value: { arn: roleArn(owners.account) } });
    expect(facts.role?.trustPolicy).toEqual({ status: 'known', value: TRUST(callers.account) });
  });

  test('the organization, four levels deep', async () => {
    const { callers, owners } = world;
    const facts = await gathered(ana(), roleArn(owners.account), everything());
    expect(facts.callerOrganization).toMatchObject({
      status: 'known',
      value: {
        managementAccountId: '123456789012',
        path: { value: [{ name: 'Root' }, { name: 'Workloads' }, { name: 'Production' }, { name: 'callers' }] },
      },
    });
    expect(documentsIn(facts.policies.scp)).toEqual([
      ['Root', 'FullAWSAccess', FULL],
      ['Workloads', 'FullAWSAccess', FULL],
      ['Workloads', 'NoUsers', DENY('iam:CreateUser')],
      ['Production', 'FullAWSAccess', FULL],
      [callers.account, 'FullAWSAccess', FULL],
      [callers.account, 'NoRegions', DENY('account:EnableRegion')],
    ]);
    expect(facts.policies.rcp).toMatchObject({ status: 'absent', call: 'organizations:ListRoots' });
  });

  test('a role session with a permissions boundary', async () => {
    const { callers, owners } = world;
    const session = `arn:aws:sts::${callers.account}:assumed-role/deployer/build-42`;
    const facts = await gathered(session, roleArn(owners.account), everything());
    expect(facts.callerEntity).toMatchObject({ status: 'known', value: { arn: roleArn(callers.account) } });
    expect(documentsIn(facts.policies.identity)).toEqual([['deployer', 'Deploy', ALLOW('sts:AssumeRole')]]);
    expect(documentsIn(facts.policies.boundary)).toEqual([['deployer', 'Boundary', ALLOW('s3:*')]]);
  });

  test('a role of the same name in the account at hand is never taken for the one in another account', async () => {
    const { owners } = world;
    const facts = await gathered(ana(), roleArn(owners.account), {});
    const refused = { status: 'unreadable', gap: { code: 'OtherAccount', account: owners.account } };
    expect(facts.role).toMatchObject({ entity: refused, trustPolicy: refused, similar: refused });
    expect(facts.resourceOrganization).toMatchObject({ status: 'unreadable' });
    expect(facts.policies.rcp).toMatchObject({ status: 'unreadable' });
  });

  test('a role that does not exist is absent only where its own account says so', async () => {
    const { owners, callers } = world;
    const missing = roleArn(owners.account, 'deployr');
    expect((await gathered(ana(), missing, everything())).role).toMatchObject({
      entity: { status: 'absent', call: 'iam:GetRole', on: missing },
      similar: { status: 'known', value: [roleArn(owners.account)] },
    });
    expect((await gathered(ana(), missing, {})).role?.entity).toMatchObject({ gap: { code: 'OtherAccount' } });
    const elsewhere = roleArn(callers.account, 'nobody');
    expect((await gathered(ana(), elsewhere, {})).role?.entity).toMatchObject({ status: 'absent', on: elsewhere });
  });

  test('a denied AssumeRole is diagnosed to the boundary that does not allow it', async () => {
    const { callers, owners } = world;
    const session = `arn:aws:sts::${callers.account}:assumed-role/deployer/build-42`;
    const { code, verdict, causes } = await diagnosed(denied(session, 'sts:AssumeRole', roleArn(owners.account)));
    expect({ code, verdict }).toEqual({ code: 1, verdict: 'denied' });
    expect(causes).toMatchObject([
      { layer: 'boundary', rung: 'evaluated', fix: { changes: [{ policy: { name: 'Boundary', kind: 'boundary' } }] } },
    ]);
    expect(causes[0].fix.check).toBe('allowed');
  });

  test('a denied PassRole is diagnosed to the statement that names another role', async () => {
    const { account } = world.callers;
    const { code, causes } = await diagnosed(denied(ana(), 'iam:PassRole', roleArn(account)));
    expect(code).toBe(1);
    expect(causes).toMatchObject([
      {
        layer: 'identity',
        evidence: [
          {
            kind: 'statement',
            policy: { name: 'Pass', kind: 'inline', attachedTo: ana() },
            pointer: '/Statement/0/Resource',
            nearMiss: { element: 'resource', requestHas: roleArn(account) },
          },
        ],
        fix: { check: 'allowed' },
      },
    ]);
  });

  test('what a service control policy of an organizational unit denies is diagnosed to its statement', async () => {
    const { account } = world.callers;
    const { code, causes } = await diagnosed(denied(ana(), 'iam:CreateUser', `arn:aws:iam::${account}:user/eve`));
    expect(code).toBe(1);
    expect(causes.map(({ layer }: { layer: string }) => layer)).toEqual(['scp', 'identity']);
    expect(causes[0].evidence[0]).toMatchObject({
      kind: 'statement',
      policy: { name: 'NoUsers', kind: 'scp' },
      statement: { index: 0 },
    });
  });

  test('without credentials, everything is unreadable, and nothing is absent', async () => {
    const facts = await gathered(ana(), roleArn(world.owners.account), { profile: 'nobody' });
    const refused = { status: 'unreadable', gap: { code: 'ProfileNotFound' } };
    expect(facts).toMatchObject({ currentIdentity: refused, callerEntity: refused, callerGroups: refused });
    expect(facts.role).toMatchObject({ entity: refused, trustPolicy: refused, similar: refused });
    expect(facts.policies).toMatchObject({ identity: refused, boundary: refused, scp: refused, rcp: refused });
  });
});

/** Place, policy and document of everything in a layer; a gap stands where something was not read. */
function documentsIn(layer: LayerFact): readonly unknown[] {
  if (layer.status !== 'known') return [layer];
  return layer.value.flatMap((level) => [
    ...level.gaps,
    ...level.policies
      .map(({ ref, document }) => [level.name, ref.name, document.status === 'known' ? document.value : document])
      .toSorted(([, left], [, right]) => String(left).localeCompare(String(right))),
  ]);
}
