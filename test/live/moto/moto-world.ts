import * as iam from '@aws-sdk/client-iam';
import * as organizations from '@aws-sdk/client-organizations';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';

/** Keys as a profile of the AWS config has them. */
type Keys = Readonly<Record<'aws_access_key_id' | 'aws_secret_access_key' | 'aws_session_token', string>>;

/** Two member accounts, Root › Workloads › Production › each; in both of them a role of the same name. */
export interface MotoWorld {
  readonly management: Keys;
  readonly callers: { readonly account: string; readonly keys: Keys };
  readonly owners: { readonly account: string; readonly keys: Keys };
}

export const TRUST = (account: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'sts:AssumeRole' }],
});
export const ALLOW = (...Action: string[]) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource: '*' }],
});
/** FullAWSAccess, as moto has it. */
export const FULL = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
export const DENY = (...Action: string[]) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Action, Resource: '*' }],
});

/** Lets a role be passed that is called almost like the one there is. */
export const PASS = (account: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'iam:PassRole', Resource: `arn:aws:iam::${account}:role/deploier` }],
});

const MANAGEMENT: Keys = {
  aws_access_key_id: 'AKIAIOSFODNN7EXAMPLE',
  aws_secret_access_key: 'x',
  aws_session_token: 'x',
};

function configOf(keys: Keys) {
  const { aws_access_key_id, aws_secret_access_key, aws_session_token } = keys;
  const credentials = {
    accessKeyId: aws_access_key_id,
    secretAccessKey: aws_secret_access_key,
    sessionToken: aws_session_token,
  };
  return { credentials, region: 'us-east-1' };
}

const text = (document: object) => JSON.stringify(document);
const some = (value: string | undefined): string => {
  if (value === undefined) throw new Error('moto did not say');
  return value;
};

/** Builds the world in a fresh moto; the environment names its endpoint. */
export async function buildWorld(): Promise<MotoWorld> {
  const client = new organizations.OrganizationsClient(configOf(MANAGEMENT));
  await client.send(new organizations.CreateOrganizationCommand({ FeatureSet: 'ALL' }));
  const { Roots } = await client.send(new organizations.ListRootsCommand({}));
  const root = some(Roots?.[0]?.Id);
  await client.send(new organizations.EnablePolicyTypeCommand({ RootId: root, PolicyType: 'SERVICE_CONTROL_POLICY' }));
  const workloads = await createUnit(client, root, 'Workloads');
  const production = await createUnit(client, workloads, 'Production');
  await guard(client, workloads, 'NoUsers', DENY('iam:CreateUser'));
  const callers = await createMember(client, root, production, 'callers');
  const owners = await createMember(client, root, production, 'owners');
  await guard(client, callers.account, 'NoRegions', DENY('account:EnableRegion'));
  await fillCallers(callers.keys, callers.account, owners.account);
  await createRole(owners.keys, 'deployer', TRUST(callers.account));
  return { management: MANAGEMENT, callers, owners };
}

async function createUnit(client: organizations.OrganizationsClient, ParentId: string, Name: string): Promise<string> {
  const created = await client.send(new organizations.CreateOrganizationalUnitCommand({ ParentId, Name }));
  return some(created.OrganizationalUnit?.Id);
}

async function guard(client: organizations.OrganizationsClient, TargetId: string, Name: string, document: object) {
  const input = { Name, Description: Name, Type: 'SERVICE_CONTROL_POLICY', Content: text(document) } as const;
  const created = await client.send(new organizations.CreatePolicyCommand(input));
  const PolicyId = some(created.Policy?.PolicySummary?.Id);
  await client.send(new organizations.AttachPolicyCommand({ PolicyId, TargetId }));
}

async function createMember(client: organizations.OrganizationsClient, root: string, unit: string, name: string) {
  const input = { AccountName: name, Email: `${name}@example.com` };
  const created = await client.send(new organizations.CreateAccountCommand(input));
  const account = some(created.CreateAccountStatus?.AccountId);
  const move = { AccountId: account, SourceParentId: root, DestinationParentId: unit };
  await client.send(new organizations.MoveAccountCommand(move));
  return { account, keys: await keysOf(account) };
}

/** Keys of a member account, by its role for the management account. */
async function keysOf(account: string): Promise<Keys> {
  const sts = new STSClient(configOf(MANAGEMENT));
  const RoleArn = `arn:aws:iam::${account}:role/OrganizationAccountAccessRole`;
  const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'setup' }));
  return {
    aws_access_key_id: some(Credentials?.AccessKeyId),
    aws_secret_access_key: some(Credentials?.SecretAccessKey),
    aws_session_token: some(Credentials?.SessionToken),
  };
}

async function fillCallers(keys: Keys, account: string, owner: string): Promise<void> {
  const client = new iam.IAMClient(configOf(keys));
  const createPolicy = async (PolicyName: string, document: object) => {
    const created = await client.send(new iam.CreatePolicyCommand({ PolicyName, PolicyDocument: text(document) }));
    return some(created.Policy?.Arn);
  };
  const boundary = await createPolicy('Boundary', ALLOW('s3:*'));
  const assume = await createPolicy('AssumeDeployer', ALLOW('sts:AssumeRole'));
  await client.send(
    new iam.CreateUserCommand({ UserName: 'ana', Path: '/people/', Tags: [{ Key: 'team', Value: 'red' }] }),
  );
  await client.send(new iam.CreateGroupCommand({ GroupName: 'builders' }));
  await client.send(new iam.AddUserToGroupCommand({ UserName: 'ana', GroupName: 'builders' }));
  await client.send(new iam.AttachGroupPolicyCommand({ GroupName: 'builders', PolicyArn: assume }));
  const inline = { UserName: 'ana', PolicyName: 'Own', PolicyDocument: text(ALLOW('s3:ListAllMyBuckets')) };
  await client.send(new iam.PutUserPolicyCommand(inline));
  const pass = { UserName: 'ana', PolicyName: 'Pass', PolicyDocument: text(PASS(account)) };
  await client.send(new iam.PutUserPolicyCommand(pass));
  await createRole(keys, 'deployer', TRUST(account), boundary);
  const session = { RoleName: 'deployer', PolicyName: 'Deploy', PolicyDocument: text(ALLOW(`sts:AssumeRole`)) };
  await client.send(new iam.PutRolePolicyCommand(session));
  if (owner === account) throw new Error('moto gave both accounts the same id');
}

async function createRole(keys: Keys, RoleName: string, trust: object, boundary?: string): Promise<void> {
  const client = new iam.IAMClient(configOf(keys));
  const more = boundary === undefined ? {} : { PermissionsBoundary: boundary };
  await client.send(new iam.CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: text(trust), ...more }));
}
