/** Two accounts of one organization and everything that gather() may look at, as a snapshot file in scope account. */
export const CALLER = '111122223333';
export const OWNER = '444455556666';
export const MANAGEMENT = '999900001111';
export const ORGANIZATION = 'o-exampleorg1';
export const ROOT = 'r-ab12';
export const OUTER = 'ou-ab12-outer0001';
export const INNER = 'ou-ab12-inner0001';
export const SCP = 'SERVICE_CONTROL_POLICY';
export const RCP = 'RESOURCE_CONTROL_POLICY';
export const ISSUER = 'token.actions.githubusercontent.com';
export const SSO_NAME = 'AWSReservedSSO_Deploy_0123456789abcdef';
export const DELETED = 'AROADELETEDDELETED012';

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

export const CALLER_DETAILS = {
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

export const OWNER_DETAILS = {
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

export const ORGANIZATION_PART = {
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

export const DECODED = {
  allowed: false,
  explicitDeny: true,
  matchedStatements: { items: [{ statementId: 'NoStop', effect: 'DENY' }] },
  context: {
    principal: {
      id: 'AROADEPLOYER111122223333:build-42',
      arn: `arn:aws:sts::${CALLER}:assumed-role/deployer/build-42`,
    },
    action: 'ec2:StopInstances',
    resource: `arn:aws:ec2:eu-west-1:${CALLER}:instance/i-0abc`,
    conditions: {
      items: [
        { key: 'aws:Region', values: { items: [{ value: 'eu-west-1' }] } },
        { key: 'aws:userid', values: { items: [{ value: 'AROADEPLOYER111122223333:build-42' }] } },
      ],
    },
  },
};

const recorded = (type: string, uri: string, inline: boolean, place: string) => ({
  type,
  uri,
  inline,
  attachedTo: [{ arn: place }],
});

/** As the iam-toolbox answers for an authorization id. */
export const DETAILS_OF_DENIAL = {
  requestContext: { 'aws:PrincipalArn': `arn:aws:iam::${CALLER}:role/teams/red/deployer`, 'aws:SourceVpce': 'vpce-1' },
  evaluations: [
    { action: 's3:GetObject', resource: 'arn:aws:s3:::artifacts/a', evaluatedEffect: 'IMPLICIT_DENY', context: {} },
  ],
  policies: [
    recorded('SESSION_POLICY', 'session-policy-1', true, `arn:aws:sts::${CALLER}:assumed-role/deployer/build-42`),
    recorded('VPC_ENDPOINT_POLICY', 'arn:aws:ec2:eu-west-1:111122223333:vpc-endpoint/vpce-1', true, 'vpce-1'),
    recorded(
      SCP,
      `arn:aws:organizations::${MANAGEMENT}:policy/${ORGANIZATION}/service_control_policy/p-guard000`,
      false,
      OUTER,
    ),
    recorded(
      RCP,
      `arn:aws:organizations::${MANAGEMENT}:policy/${ORGANIZATION}/resource_control_policy/p-perim000`,
      false,
      ROOT,
    ),
  ],
};

const toolbox = [
  {
    account: CALLER,
    call: 'iam:GetRequestAuthorizationDetails',
    input: { authorizationId: 'authz-1' },
    answer: DETAILS_OF_DENIAL,
  },
  ...DETAILS_OF_DENIAL.policies.map(({ uri }) => ({
    account: CALLER,
    call: 'iam:GetRequestAuthorizationPolicy',
    input: { authorizationId: 'authz-1', policyUri: uri },
    answer: { policyDocument: JSON.stringify(allow('s3:GetObject')) },
  })),
];

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
  reads: toolbox,
};
