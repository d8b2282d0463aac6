import { besideAction } from './condition-faults.ts';
import {
  actionOf,
  CALLER_ACCOUNT,
  callerArn,
  type Document,
  document,
  ORGANIZATION,
  resourceAccount,
  resourceArn,
  type World,
} from './world.ts';

const STRANGERS = '777766665555';
const EVERYTHING = document({ Effect: 'Allow', Action: '*', Resource: '*' });

/** A request that has nothing to do with the denied one: what it was denied before a fix, it has to be denied after it. */
export interface Bystander {
  readonly name: string;
  readonly request: { readonly principal: string; readonly action: string; readonly resource: string };
  readonly context: Record<string, readonly string[]>;
}

/** Somebody else who may do everything, in the caller's account and in an account of its own; and another resource that lets the caller in. */
export function withBystanders(snapshot: object, world: World): object {
  const file = structuredClone(snapshot) as SnapshotFile; // worldSnapshot makes it so
  const user = (account: string): object => ({
    ...{ UserName: 'release', UserId: `AIDARELEASE${account}`, Arn: releaseIn(account), Path: '/' },
    ...{ GroupList: [], AttachedManagedPolicies: [], Tags: [] },
    UserPolicyList: [{ PolicyName: 'Everything', PolicyDocument: EVERYTHING }],
  });
  file.accounts[CALLER_ACCOUNT]?.authorizationDetails.UserDetailList.push(user(CALLER_ACCOUNT));
  file.accounts[STRANGERS] = {
    organizationId: ORGANIZATION,
    authorizationDetails: { UserDetailList: [user(STRANGERS)], GroupDetailList: [], RoleDetailList: [], Policies: [] },
    resourcePolicies: {},
  };
  const organization = file.organizations[ORGANIZATION];
  if (organization) {
    organization.parents[STRANGERS] = 'r-root';
    organization.attachments[STRANGERS] = ['p-FullAWSAccess'];
  }
  const owner = file.accounts[resourceAccount(world.shape)];
  const other = otherResource(world);
  if (owner === undefined) return file;
  if (world.shape.ask === 'queue') owner.resourcePolicies[other] = lettingIn(world, other);
  else
    owner.authorizationDetails.RoleDetailList.push({
      ...{ Arn: other, RoleName: 'vault', Path: '/', RoleId: 'AROAVAULTVAULT001', CreateDate: '2024-01-01T00:00:00Z' },
      ...{ RolePolicyList: [], AttachedManagedPolicies: [], InstanceProfileList: [], Tags: [] },
      AssumeRolePolicyDocument: lettingIn(world, other),
    });
  return file;
}

interface SnapshotFile {
  accounts: Record<string, Account>;
  organizations: Record<string, Organization>;
}

interface Account {
  organizationId: string;
  authorizationDetails: {
    UserDetailList: object[];
    GroupDetailList: object[];
    RoleDetailList: object[];
    Policies: object[];
  };
  resourcePolicies: Record<string, unknown>;
}

interface Organization {
  parents: Record<string, string>;
  attachments: Record<string, string[]>;
}

function releaseIn(account: string): string {
  return `arn:aws:iam::${account}:user/release`;
}

function otherResource({ shape }: World): string {
  const account = resourceAccount(shape);
  return shape.ask === 'queue' ? `arn:aws:sqs:eu-west-1:${account}:vault` : `arn:aws:iam::${account}:role/vault`;
}

/** The caller's account may use the other resource: only its own policies keep the caller from it. */
function lettingIn({ shape }: World, resource: string): Document {
  const [Principal, Action] = [{ AWS: `arn:aws:iam::${CALLER_ACCOUNT}:root` }, actionOf(shape)];
  if (shape.ask === 'pass')
    return document({ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' });
  const statement = { Effect: 'Allow' as const, Principal, Action };
  return document(shape.ask === 'queue' ? { ...statement, Resource: resource } : statement);
}

/**
 * Requests beside the denied one: of another action, another resource, another caller, another account. `fromElsewhere`: a guard of the network
 * or the region lets in whoever comes the right way, so others come another way, and so does the caller.
 */
export function bystandersOf(world: World, fromElsewhere: boolean): readonly Bystander[] {
  const { shape, given } = world;
  const principal = callerArn(shape);
  const [action, resource] = [actionOf(shape), resourceArn(shape)];
  const context = given.context ?? {};
  const elsewhere = { ...context, 'aws:SourceIp': ['192.0.2.99'], 'aws:RequestedRegion': ['sa-east-1'] };
  const theirs = fromElsewhere ? elsewhere : context;
  return [
    { name: 'another action', request: { principal, action: besideAction(world), resource }, context },
    { name: 'another resource', request: { principal, action, resource: otherResource(world) }, context },
    { name: 'another caller', request: { principal: releaseIn(CALLER_ACCOUNT), action, resource }, context: theirs },
    { name: 'another account', request: { principal: releaseIn(STRANGERS), action, resource }, context: theirs },
    ...(fromElsewhere ? [{ name: 'another place', request: { principal, action, resource }, context: elsewhere }] : []),
  ];
}
