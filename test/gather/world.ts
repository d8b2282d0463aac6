import {
  CALLER,
  DELETED,
  INNER,
  ISSUER,
  MANAGEMENT,
  ORGANIZATION,
  OUTER,
  OWNER,
  RCP,
  ROOT,
  SCP,
  SSO_NAME,
} from './ids.ts';
import { DECODED, toolbox } from './recorded-denials.ts';

export * from './ids.ts';
export * from './recorded-denials.ts';

type Json = Readonly<Record<string, unknown>>;

export const allow = (Action: string, Resource = '*'): Json => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource }],
});
export const trust = (principal: Json): Json => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }],
});

export function role(account: string, path: string, RoleName: string, more: Json = {}): Json {
  return {
    Arn: `arn:aws:iam::${account}:role${path}${RoleName}`,
    RoleName,
    Path: path,
    RoleId: `AROA${RoleName.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')}${account}`,
    CreateDate: '2026-01-01T00:00:00.000Z',
    AssumeRolePolicyDocument: trust({ AWS: `arn:aws:iam::${CALLER}:root` }),
    MaxSessionDuration: 3600,
    RolePolicyList: [],
    AttachedManagedPolicies: [],
    Tags: [],
    ...more,
  };
}

export function managed(account: string, PolicyName: string, documents: readonly Json[], current = 1): Json {
  return {
    PolicyName,
    Arn: `arn:aws:iam::${account}:policy/${PolicyName}`,
    Path: '/',
    DefaultVersionId: `v${current}`,
    CreateDate: '2026-01-01T00:00:00.000Z',
    UpdateDate: documents.length === 1 ? '2026-01-01T00:00:00.000Z' : '2026-02-01T00:00:00.000Z',
    PolicyVersionList: documents.map((Document, index) => ({
      VersionId: `v${index + 1}`,
      IsDefaultVersion: index + 1 === current,
      CreateDate: '2026-01-01T00:00:00.000Z',
      Document,
    })),
  };
}

const attached = (account: string, ...names: string[]) =>
  names.map((PolicyName) => ({ PolicyName, PolicyArn: `arn:aws:iam::${account}:policy/${PolicyName}` }));
const provider = `arn:aws:iam::${OWNER}:oidc-provider/${ISSUER}`;
const unlisted = `arn:aws:iam::${OWNER}:saml-provider/corp`;

const CALLER_DETAILS = {
  UserDetailList: [
    {
      Arn: `arn:aws:iam::${CALLER}:user/people/ana`,
      UserName: 'ana',
      Path: '/people/',
      UserId: 'AIDAANAANAANAANA00001',
      CreateDate: '2026-01-01T00:00:00.000Z',
      GroupList: ['builders'],
      UserPolicyList: [{ PolicyName: 'Own', PolicyDocument: allow('sts:*') }],
      AttachedManagedPolicies: [],
      Tags: [{ Key: 'team', Value: 'red' }],
    },
  ],
  GroupDetailList: [
    {
      Arn: `arn:aws:iam::${CALLER}:group/builders`,
      GroupName: 'builders',
      Path: '/',
      GroupId: 'AGPABUILDERS000000001',
      GroupPolicyList: [{ PolicyName: 'Build', PolicyDocument: allow('s3:*') }],
      AttachedManagedPolicies: attached(CALLER, 'Deploy'),
    },
  ],
  RoleDetailList: [
    role(CALLER, '/teams/red/', 'deployer', {
      AttachedManagedPolicies: attached(CALLER, 'Deploy'),
      RolePolicyList: [{ PolicyName: 'Inline', PolicyDocument: allow('sts:AssumeRole') }],
      PermissionsBoundary: {
        PermissionsBoundaryType: 'Policy',
        PermissionsBoundaryArn: `arn:aws:iam::${CALLER}:policy/Boundary`,
      },
    }),
    role(CALLER, '/aws-reserved/sso.amazonaws.com/eu-west-1/', SSO_NAME, {
      RolePolicyList: [{ PolicyName: 'AwsSSOInlinePolicy', PolicyDocument: allow('s3:*') }],
    }),
    role(CALLER, '/', 'lambda-runner', { AssumeRolePolicyDocument: trust({ Service: 'lambda.amazonaws.com' }) }),
  ],
  Policies: [
    managed(CALLER, 'Deploy', [allow('sts:AssumeRole'), allow('sts:*')]),
    managed(CALLER, 'Boundary', [allow('*')]),
  ],
} as const;

const OWNER_DETAILS = {
  UserDetailList: [],
  GroupDetailList: [],
  RoleDetailList: [
    role(OWNER, '/', 'deployer'),
    role(OWNER, '/', 'prod-deploy', {
      AssumeRolePolicyDocument: trust({ AWS: [DELETED, `arn:aws:iam::${CALLER}:root`] }),
    }),
    role(OWNER, '/ci/', 'github', { AssumeRolePolicyDocument: trust({ Federated: provider }) }),
  ],
  Policies: [],
} as const;

const control = (name: string, type: string, document: Json) => ({
  name,
  type,
  arn: `arn:aws:organizations::${MANAGEMENT}:policy/${ORGANIZATION}/${type.toLowerCase()}/p-${name}`,
  document,
});

const ORGANIZATION_PART = {
  managementAccountId: MANAGEMENT,
  featureSet: 'ALL',
  enabledPolicyTypes: [SCP, RCP],
  parents: { [CALLER]: INNER, [INNER]: OUTER, [OUTER]: ROOT, [OWNER]: ROOT, [MANAGEMENT]: ROOT },
  names: { [ROOT]: 'Root', [OUTER]: 'Workloads', [INNER]: 'Build', [CALLER]: 'build', [OWNER]: 'prod' },
  policies: {
    'p-full0000': control('FullAWSAccess', SCP, allow('*')),
    'p-guard000': control('Guardrail', SCP, allow('sts:*')),
    'p-perim000': control('Perimeter', RCP, allow('*')),
  },
  attachments: {
    [ROOT]: ['p-full0000', 'p-perim000'],
    [OUTER]: ['p-full0000', 'p-guard000'],
    [INNER]: ['p-full0000'],
    [CALLER]: ['p-full0000'],
    [OWNER]: ['p-full0000'],
    [MANAGEMENT]: ['p-full0000'],
  },
} as const;

/** The file; `change` may edit a deep copy of it. */
export function worldFile(change: (file: WorldFile) => void = () => {}): WorldFile {
  const file: WorldFile = JSON.parse(JSON.stringify(WORLD));
  change(file);
  return file;
}

// biome-ignore lint/suspicious/noExplicitAny: tests edit the file wherever they like
type Loose = Record<string, any>;
export interface WorldFile extends Loose {
  accounts: Loose;
  organizations: Loose;
}

/** Two accounts of one organization and everything that gather() may look at, as a snapshot file in scope account. */
const WORLD = {
  denytrace: 'snapshot/1',
  scope: 'account',
  takenAt: '2026-11-24T12:00:00.000Z',
  callerIdentity: {
    Account: CALLER,
    Arn: `arn:aws:sts::${CALLER}:assumed-role/deployer/build-42`,
    UserId: 'AROADEPLOYER111122223333:build-42',
  },
  accounts: {
    [CALLER]: {
      authorizationDetails: CALLER_DETAILS,
      organizationId: ORGANIZATION,
      resourcePolicies: {},
      oidcProviders: {},
      samlProviders: {},
      instanceProfiles: {},
    },
    [OWNER]: {
      authorizationDetails: OWNER_DETAILS,
      organizationId: ORGANIZATION,
      resourcePolicies: { 'arn:aws:s3:::artifacts': trust({ AWS: CALLER }) },
      oidcProviders: { [provider]: { Url: ISSUER, ClientIDList: ['sts.amazonaws.com'] } },
      samlProviders: { [unlisted]: {} },
      instanceProfiles: {
        web: {
          InstanceProfileName: 'web',
          Arn: `arn:aws:iam::${OWNER}:instance-profile/web`,
          Roles: [{ Arn: `arn:aws:iam::${OWNER}:role/deployer`, RoleName: 'deployer' }],
        },
      },
    },
  },
  organizations: { [ORGANIZATION]: ORGANIZATION_PART },
  decodedMessages: { encoded: DECODED },
  reads: [
    ...toolbox,
    {
      account: CALLER,
      call: 'iam:ListAccessKeys',
      input: { UserName: 'ana' },
      answer: {
        AccessKeyMetadata: [
          {
            UserName: 'ana',
            AccessKeyId: 'AKIAIOSFODNN7EXAMPLE',
            Status: 'Active',
            CreateDate: '2026-01-01T00:00:00.000Z',
          },
        ],
        IsTruncated: false,
      },
    },
  ],
};
