/** A record as CloudTrail writes it, with its keys in CloudTrail's order. */
export type CloudTrailRecord = Readonly<Record<string, unknown>>;

export const ACCOUNT = '111122223333';
/** The period that all records are of, but for one. */
export const PERIOD = { since: '2026-01-01', until: '2026-01-31' };

/** What a record says of a call, beside what all of them have. */
export interface Call {
  readonly userIdentity: Readonly<Record<string, unknown>>;
  readonly eventSource: string;
  readonly eventName: string;
  readonly errorCode?: string;
  readonly errorMessage?: string;
  readonly requestParameters?: Readonly<Record<string, unknown>> | null;
  readonly resources?: readonly Readonly<Record<string, string>>[];
  readonly awsRegion?: string;
  readonly eventTime?: string;
  readonly sourceIPAddress?: string;
  readonly vpcEndpointId?: string;
}

let made = 0;

/** The calls of a number of records, each with a time and ids of its own. */
export function calls(times: number, of: (index: number) => Call): readonly CloudTrailRecord[] {
  return Array.from({ length: times }, (_, index) => record(of(index)));
}

function record({ userIdentity, eventSource, eventName, errorCode, errorMessage, ...call }: Call): CloudTrailRecord {
  made += 1;
  const id = made.toString(16).padStart(12, '0');
  return {
    eventVersion: '1.11',
    userIdentity,
    eventTime: call.eventTime ?? `2026-01-${String(1 + (made % 31)).padStart(2, '0')}T10:20:30Z`,
    eventSource,
    eventName,
    awsRegion: call.awsRegion ?? 'eu-west-1',
    sourceIPAddress: call.sourceIPAddress ?? '203.0.113.5',
    userAgent: 'aws-cli/2.31.1 md/awscrt#0.28.2 ua/2.1 os/linux#6.1 cfg/retry-mode#standard',
    ...(errorCode === undefined ? {} : { errorCode }),
    ...(errorMessage === undefined ? {} : { errorMessage }),
    requestParameters: call.requestParameters ?? null,
    responseElements: null,
    requestID: `6b1f8c0e-1d2c-4e5f-9a7b-${id}`,
    eventID: `c9f0e3a1-7a55-4f0e-8a3d-${id}`,
    readOnly: true,
    ...(call.resources === undefined ? {} : { resources: call.resources }),
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: ACCOUNT,
    ...(call.vpcEndpointId === undefined ? {} : { vpcEndpointId: call.vpcEndpointId }),
    eventCategory: 'Management',
    tlsDetails: { tlsVersion: 'TLSv1.3', cipherSuite: 'TLS_AES_128_GCM_SHA256' },
  };
}

export const sessionArn = (role: string, session: string) => `arn:aws:sts::${ACCOUNT}:assumed-role/${role}/${session}`;

export function session(
  role: string,
  name: string,
  more: Readonly<Record<string, unknown>> = {},
): Call['userIdentity'] {
  return {
    type: 'AssumedRole',
    principalId: `AROAEXAMPLE${role.toUpperCase()}:${name}`,
    arn: sessionArn(role, name),
    accountId: ACCOUNT,
    accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        principalId: `AROAEXAMPLE${role.toUpperCase()}`,
        arn: `arn:aws:iam::${ACCOUNT}:role/team/${role}`,
        accountId: ACCOUNT,
        userName: role,
      },
      attributes: { creationDate: '2026-01-01T09:00:00Z', mfaAuthenticated: 'false' },
    },
    ...more,
  };
}

export const userArn = (name: string) => `arn:aws:iam::${ACCOUNT}:user/people/${name}`;

export function user(name: string): Call['userIdentity'] {
  return {
    type: 'IAMUser',
    principalId: 'AIDAEXAMPLEUSER',
    arn: userArn(name),
    accountId: ACCOUNT,
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    userName: name,
  };
}

/** A user with the credentials of GetFederationToken, which the user alice asked for. */
export function federated(name: string): Call['userIdentity'] {
  return {
    type: 'FederatedUser',
    principalId: `${ACCOUNT}:${name}`,
    arn: `arn:aws:sts::${ACCOUNT}:federated-user/${name}`,
    accountId: ACCOUNT,
    sessionContext: { sessionIssuer: { type: 'IAMUser', arn: `arn:aws:iam::${ACCOUNT}:user/people/alice` } },
  };
}

export const ROOT = {
  type: 'Root',
  principalId: ACCOUNT,
  arn: `arn:aws:iam::${ACCOUNT}:root`,
  accountId: ACCOUNT,
} as const;

export const SERVICE = { type: 'AWSService', invokedBy: 'cloudtrail.amazonaws.com' } as const;

export const OTHER_ACCOUNT = {
  type: 'AWSAccount',
  principalId: 'AROAEXAMPLEOTHER:s',
  accountId: '444455556666',
} as const;

const PROVIDER = `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`;

export const WEB_IDENTITY = {
  type: 'WebIdentityUser',
  principalId: `${PROVIDER}:sts.amazonaws.com:repo:example/shop:ref:refs/heads/main`,
  userName: 'repo:example/shop:ref:refs/heads/main',
  identityProvider: PROVIDER,
} as const;
