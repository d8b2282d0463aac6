import {
  ALWAYS_BY_SERVICES,
  ASSUMED_ROOT,
  BY_SERVICES,
  DEPENDS,
  EVERY,
  FORWARDED,
  MFA,
  ORGANIZATION_MEMBERS,
  type PresenceRule,
  ROLE_SESSIONS,
  SIGNED,
  TAGGED,
  TEMPORARY_CREDENTIALS,
  USERS_ONLY,
  WEB_IDENTITY_SESSIONS,
} from './presence.ts';

/** What the values of a key are. */
export type ValueType = 'String' | 'ARN' | 'Bool' | 'Numeric' | 'Date' | 'IPAddress' | 'Binary';

/** A condition key that is not bound to the requests of one service. A key that ends in `/` stands for all that begin so. */
export interface GlobalConditionKey {
  readonly key: string;
  readonly type: ValueType;
  readonly multivalued: boolean;
  readonly presence: PresenceRule;
  readonly page: string;
}

const PAGE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html';

function one(key: string, type: ValueType, presence: PresenceRule, anchor?: string): GlobalConditionKey {
  const id = key.replace(/^aws:|\/$/g, '').toLowerCase();
  return { key, type, multivalued: false, presence, page: `${PAGE}#condition-keys-${anchor ?? id}` };
}

function many(key: string, type: ValueType, presence: PresenceRule): GlobalConditionKey {
  return { ...one(key, type, presence), multivalued: true };
}

/**
 * AWS's global condition keys with their "Availability". Presence is claimed only where AWS's page says so.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export const GLOBAL_CONDITION_KEYS: readonly GlobalConditionKey[] = [
  // The principal.
  one('aws:PrincipalArn', 'ARN', SIGNED),
  one('aws:PrincipalAccount', 'String', EVERY),
  many('aws:PrincipalOrgPaths', 'String', ORGANIZATION_MEMBERS),
  one('aws:PrincipalOrgID', 'String', ORGANIZATION_MEMBERS),
  one('aws:PrincipalTag/', 'String', TAGGED),
  one('aws:PrincipalIsAWSService', 'Bool', SIGNED),
  one('aws:PrincipalServiceName', 'String', ALWAYS_BY_SERVICES),
  many('aws:PrincipalServiceNamesList', 'String', ALWAYS_BY_SERVICES),
  one('aws:PrincipalType', 'String', EVERY),
  one('aws:userid', 'String', EVERY),
  one('aws:username', 'String', USERS_ONLY),
  // The role session.
  one('aws:AssumedRoot', 'Bool', ASSUMED_ROOT),
  one('aws:FederatedProvider', 'String', WEB_IDENTITY_SESSIONS),
  one('aws:TokenIssueTime', 'Date', TEMPORARY_CREDENTIALS),
  one('aws:SignInSessionArn', 'ARN', { anonymous: 'never' }),
  one('aws:MultiFactorAuthAge', 'Numeric', MFA),
  one('aws:MultiFactorAuthPresent', 'Bool', MFA),
  one('aws:ChatbotSourceArn', 'ARN', ROLE_SESSIONS),
  one('aws:Ec2InstanceSourceVpc', 'String', ROLE_SESSIONS),
  one('aws:Ec2InstanceSourcePrivateIPv4', 'IPAddress', ROLE_SESSIONS, 'ec2instancesourceprivateip4'),
  one('aws:SourceIdentity', 'String', ROLE_SESSIONS),
  one('ec2:RoleDelivery', 'Numeric', ROLE_SESSIONS, 'ec2-role-delivery'),
  one('ec2:SourceInstanceArn', 'ARN', ROLE_SESSIONS, 'ec2-source-instance-arn'),
  one('glue:RoleAssumedBy', 'String', ROLE_SESSIONS, 'glue-role-assumed-by'),
  one('glue:CredentialIssuingService', 'String', ROLE_SESSIONS, 'glue-credential-issuing'),
  one('codebuild:BuildArn', 'ARN', ROLE_SESSIONS, 'codebuild-build-arn'),
  one('codebuild:ProjectArn', 'ARN', ROLE_SESSIONS, 'codebuild-project-arn'),
  one('lambda:SourceFunctionArn', 'ARN', ROLE_SESSIONS, 'lambda-source-function-arn'),
  one('ssm:SourceInstanceArn', 'ARN', ROLE_SESSIONS, 'ssm-source-instance-arn'),
  one('identitystore:UserId', 'String', ROLE_SESSIONS, 'identity-store-user-id'),
  // The network.
  one('aws:SourceIp', 'IPAddress', DEPENDS),
  one('aws:SourceVpc', 'String', DEPENDS),
  one('aws:SourceVpcArn', 'ARN', DEPENDS),
  one('aws:SourceVpce', 'String', DEPENDS),
  one('aws:VpceAccount', 'String', DEPENDS),
  one('aws:VpceOrgID', 'String', DEPENDS),
  many('aws:VpceOrgPaths', 'String', DEPENDS),
  one('aws:VpcSourceIp', 'IPAddress', DEPENDS),
  // The resource.
  one('aws:ResourceAccount', 'String', DEPENDS),
  one('aws:ResourceOrgID', 'String', DEPENDS),
  many('aws:ResourceOrgPaths', 'String', DEPENDS),
  one('aws:ResourceTag/', 'String', DEPENDS),
  // The request.
  many('aws:CalledVia', 'String', FORWARDED),
  one('aws:CalledViaFirst', 'String', FORWARDED),
  one('aws:CalledViaLast', 'String', FORWARDED),
  one('aws:CalledViaAWSMCP', 'String', FORWARDED, 'calledviaawasmcp'),
  one('aws:ViaAWSService', 'Bool', EVERY),
  one('aws:ViaAWSMCPService', 'Bool', DEPENDS),
  one('aws:IsMcpServiceAction', 'Bool', DEPENDS),
  one('aws:CurrentTime', 'Date', EVERY),
  one('aws:EpochTime', 'Date', EVERY),
  one('aws:referer', 'String', DEPENDS),
  one('aws:RequestedRegion', 'String', EVERY),
  one('aws:RequestTag/', 'String', DEPENDS),
  many('aws:TagKeys', 'String', DEPENDS),
  one('aws:SecureTransport', 'Bool', EVERY),
  one('aws:SourceAccount', 'String', BY_SERVICES),
  one('aws:SourceArn', 'ARN', BY_SERVICES),
  one('aws:SourceOrgID', 'String', BY_SERVICES),
  many('aws:SourceOrgPaths', 'String', BY_SERVICES),
  {
    // An older key that only Amazon SNS and Amazon SES send.
    ...one('aws:SourceOwner', 'String', DEPENDS),
    page: 'https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html#source-account-versus-source-owner',
  },
  one('aws:UserAgent', 'String', EVERY),
];
