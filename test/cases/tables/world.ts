/** A statement, or a whole policy document. */
export type Json = Readonly<Record<string, unknown>>;

export const HOME = '111122223333';
export const AWAY = '444455556666';
export const ORGANIZATION = 'o-exampleorg';

/** The callers and roles of every case. */
export const CALLER_ROLE = `arn:aws:iam::${HOME}:role/ci-deployer`;
export const CALLER = `arn:aws:sts::${HOME}:assumed-role/ci-deployer/build-77`;
export const USER = `arn:aws:iam::${HOME}:user/alice`;
export const TARGET = `arn:aws:iam::${AWAY}:role/prod-deploy`;
const CALLER_ROLE_ID = 'AROAEXAMPLECIDEPLOYER';

/** What differs from the usual world: everything allows, in two accounts of one organization. */
export interface WorldParts {
  /** Statements of the target's trust policy; default: it trusts the caller's role and the user. */
  readonly trust?: Json | readonly Json[];
  /** Further elements of the trust policy's document, such as Version. */
  readonly trustDocument?: Json;
  /** The target role; null: there is none. */
  readonly target?: string | null;
  readonly targetCreated?: string;
  /** Statements of the caller's (and the user's) inline policy; default: everything is allowed. */
  readonly allow?: Json | readonly Json[];
  /** Path of the caller's role. */
  readonly callerPath?: string;
  readonly callerTags?: Json;
  /** Statements of the trust policy of the caller's role; default: it trusts EC2. */
  readonly callerTrust?: Json | readonly Json[];
  /** Does the caller's role exist? */
  readonly callerExists?: boolean;
  /** Is the caller's account in the organization? */
  readonly inOrganization?: boolean;
  /** Further roles by ARN, without policies. */
  readonly roles?: readonly string[];
  /** `arn:…:oidc-provider/…` with their client ids, in the target's account. */
  readonly oidc?: Readonly<Record<string, readonly string[]>>;
  readonly saml?: readonly string[];
  readonly current?: { readonly arn: string; readonly keyType?: 'AKIA' | 'ASIA' };
  /** Instance profiles by ARN, with the ARNs of their roles. */
  readonly instanceProfiles?: Readonly<Record<string, readonly string[]>>;
  /** Accounts of which nothing is known. */
  readonly unread?: readonly string[];
  /** What else the snapshot has. */
  readonly more?: Json;
}

const EVERYTHING = { Effect: 'Allow', Action: '*', Resource: '*' };

/** A snapshot of a world; everything in it was read. */
export function world(parts: WorldParts): Json {
  const target = parts.target === undefined ? TARGET : parts.target;
  const accounts = Object.fromEntries(
    [HOME, AWAY]
      .filter((account) => parts.unread?.includes(account) !== true)
      .map((account) => [account, accountOf(account, target, parts)]),
  );
  return {
    denytrace: 'snapshot/1',
    takenAt: '2026-11-24T12:00:00Z',
    scope: 'account',
    callerIdentity: parts.current === undefined ? null : identity(parts.current),
    accounts,
    organizations: { [ORGANIZATION]: organizationOf(parts) },
    ...parts.more,
  };
}

function identity({ arn, keyType }: { readonly arn: string; readonly keyType?: string }): Json {
  const [, , , , account = ''] = arn.split(':');
  return { Account: account, Arn: arn, UserId: 'AIDAEXAMPLECURRENT', ...(keyType ? { KeyType: keyType } : {}) };
}

/** No policy type is enabled: the levels limit nothing. */
function organizationOf({ unread = [], inOrganization = true }: WorldParts): Json {
  const elsewhere = inOrganization ? unread : [...unread, HOME];
  const places = { [HOME]: 'ou-root-build', [AWAY]: 'ou-root-prod' };
  return {
    managementAccountId: '999988887777',
    featureSet: 'ALL',
    enabledPolicyTypes: [],
    parents: {
      ...Object.fromEntries(Object.entries(places).filter(([account]) => !elsewhere.includes(account))),
      'ou-root-build': 'r-root',
      'ou-root-prod': 'r-root',
    },
    names: {},
    policies: {},
    attachments: {},
  };
}

function accountOf(account: string, target: string | null, parts: WorldParts): Json {
  const inline = [{ PolicyName: 'Deploy', PolicyDocument: document(parts.allow ?? EVERYTHING) }];
  const roles: Json[] = [];
  if (account === HOME && parts.callerExists !== false) {
    const path = parts.callerPath ?? '/';
    roles.push({
      ...role(`arn:aws:iam::${HOME}:role${path}ci-deployer`, CALLER_ROLE_ID),
      RolePolicyList: inline,
      Tags: tags(parts.callerTags ?? {}),
      ...(parts.callerTrust === undefined ? {} : { AssumeRolePolicyDocument: document(parts.callerTrust) }),
    });
  }
  if (target?.includes(`::${account}:`) === true) {
    const created = parts.targetCreated === undefined ? {} : { CreateDate: parts.targetCreated };
    const trust = { ...document(parts.trust ?? USUAL_TRUST), ...parts.trustDocument };
    roles.push({ ...role(target, 'AROAEXAMPLETARGETROLE'), ...created, AssumeRolePolicyDocument: trust });
  }
  const others = (parts.roles ?? []).filter((arn) => arn.includes(`::${account}:`));
  roles.push(...others.map((arn, index) => role(arn, `AROAEXAMPLEOTHERROLE${index}`)));
  const user = { ...userOf(USER), UserPolicyList: inline, Tags: tags(parts.callerTags ?? {}) };
  return {
    organizationId: account === HOME && parts.inOrganization === false ? null : ORGANIZATION,
    authorizationDetails: {
      UserDetailList: account === HOME ? [user] : [],
      GroupDetailList: [],
      RoleDetailList: roles,
      Policies: [],
    },
    oidcProviders: Object.fromEntries(
      Object.entries(parts.oidc ?? {})
        .filter(([arn]) => arn.includes(`::${account}:`))
        .map(([arn, ids]) => [arn, { Url: arn.slice(arn.indexOf('/') + 1), ClientIDList: ids, ThumbprintList: [] }]),
    ),
    samlProviders: Object.fromEntries(
      (parts.saml ?? []).filter((arn) => arn.includes(`::${account}:`)).map((arn) => [arn, {}]),
    ),
    instanceProfiles: Object.fromEntries(
      Object.entries(parts.instanceProfiles ?? {}).map(([arn, held]) => [
        arn,
        { Roles: held.map((each) => ({ Arn: each })) },
      ]),
    ),
  };
}

const USUAL_TRUST = trusting([CALLER_ROLE, USER]);

/** A statement that trusts somebody. */
export function trusting(principals: string | readonly string[], more: Json = {}): Json {
  return { Effect: 'Allow', Principal: { AWS: principals }, Action: 'sts:AssumeRole', ...more };
}

/** A statement that trusts an identity provider. */
export function federated(
  provider: string | readonly string[],
  condition: Json,
  action = 'sts:AssumeRoleWithWebIdentity',
): Json {
  return { Effect: 'Allow', Principal: { Federated: provider }, Action: action, Condition: condition };
}

/** Statements as a document. */
function document(statements: Json | readonly Json[]): Json {
  return { Version: '2012-10-17', Statement: statements };
}

function role(arn: string, id: string): Json {
  const resource = arn.slice(arn.indexOf(':role/') + ':role/'.length);
  const slash = resource.lastIndexOf('/') + 1;
  return {
    Arn: arn,
    RoleName: resource.slice(slash),
    Path: `/${resource.slice(0, slash)}`,
    RoleId: id,
    CreateDate: '2024-01-01T00:00:00Z',
    AssumeRolePolicyDocument: document({
      Effect: 'Allow',
      Principal: { Service: 'ec2.amazonaws.com' },
      Action: 'sts:AssumeRole',
    }),
    RolePolicyList: [],
    AttachedManagedPolicies: [],
    Tags: [],
  };
}

function userOf(arn: string): Json {
  return {
    Arn: arn,
    UserName: arn.slice(arn.lastIndexOf('/') + 1),
    Path: '/',
    UserId: 'AIDAEXAMPLEALICE',
    CreateDate: '2024-01-01T00:00:00Z',
    GroupList: [],
    AttachedManagedPolicies: [],
  };
}

function tags(values: Json): readonly Json[] {
  return Object.entries(values).map(([Key, Value]) => ({ Key, Value }));
}
