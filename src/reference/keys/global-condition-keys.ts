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

/** A condition key that is not bound to the requests of one service. A key that ends in `/` stands for all that begin so. */
export interface GlobalConditionKey {
  readonly key: string;
  readonly multivalued: boolean;
  readonly presence: PresenceRule;
  readonly page: string;
}

const PAGE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html';

function one(key: string, presence: PresenceRule, anchor?: string): GlobalConditionKey {
  const id = key.slice(key.startsWith('aws:') ? 'aws:'.length : 0, key.endsWith('/') ? -1 : undefined);
  return { key, multivalued: false, presence, page: `${PAGE}#condition-keys-${anchor ?? id.toLowerCase()}` };
}

function many(key: string, presence: PresenceRule): GlobalConditionKey {
  return { ...one(key, presence), multivalued: true };
}

/**
 * AWS's global condition keys with their "Availability". Presence is claimed only where AWS's page says so.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export const GLOBAL_CONDITION_KEYS: readonly GlobalConditionKey[] = [
  // The principal.
  one('aws:PrincipalArn', SIGNED),
  one('aws:PrincipalAccount', EVERY),
  many('aws:PrincipalOrgPaths', ORGANIZATION_MEMBERS),
  one('aws:PrincipalOrgID', ORGANIZATION_MEMBERS),
  one('aws:PrincipalTag/', TAGGED),
  one('aws:PrincipalIsAWSService', SIGNED),
  one('aws:PrincipalServiceName', ALWAYS_BY_SERVICES),
  many('aws:PrincipalServiceNamesList', ALWAYS_BY_SERVICES),
  one('aws:PrincipalType', EVERY),
  one('aws:userid', EVERY),
  one('aws:username', USERS_ONLY),
  // The role session.
  one('aws:AssumedRoot', ASSUMED_ROOT),
  one('aws:FederatedProvider', WEB_IDENTITY_SESSIONS),
  one('aws:TokenIssueTime', TEMPORARY_CREDENTIALS),
  one('aws:SignInSessionArn', { anonymous: 'never' }),
  one('aws:MultiFactorAuthAge', MFA),
  one('aws:MultiFactorAuthPresent', MFA),
  one('aws:ChatbotSourceArn', ROLE_SESSIONS),
  one('aws:Ec2InstanceSourceVpc', ROLE_SESSIONS),
  one('aws:Ec2InstanceSourcePrivateIPv4', ROLE_SESSIONS, 'ec2instancesourceprivateip4'),
  one('aws:SourceIdentity', ROLE_SESSIONS),
  one('ec2:RoleDelivery', ROLE_SESSIONS, 'ec2-role-delivery'),
  one('ec2:SourceInstanceArn', ROLE_SESSIONS, 'ec2-source-instance-arn'),
  one('glue:RoleAssumedBy', ROLE_SESSIONS, 'glue-role-assumed-by'),
  one('glue:CredentialIssuingService', ROLE_SESSIONS, 'glue-credential-issuing'),
  one('codebuild:BuildArn', ROLE_SESSIONS, 'codebuild-build-arn'),
  one('codebuild:ProjectArn', ROLE_SESSIONS, 'codebuild-project-arn'),
  one('lambda:SourceFunctionArn', ROLE_SESSIONS, 'lambda-source-function-arn'),
  one('ssm:SourceInstanceArn', ROLE_SESSIONS, 'ssm-source-instance-arn'),
  one('identitystore:UserId', ROLE_SESSIONS, 'identity-store-user-id'),
  // The network.
  one('aws:SourceIp', DEPENDS),
  one('aws:SourceVpc', DEPENDS),
  one('aws:SourceVpcArn', DEPENDS),
  one('aws:SourceVpce', DEPENDS),
  one('aws:VpceAccount', DEPENDS),
  one('aws:VpceOrgID', DEPENDS),
  many('aws:VpceOrgPaths', DEPENDS),
  one('aws:VpcSourceIp', DEPENDS),
  // The resource.
  one('aws:ResourceAccount', DEPENDS),
  one('aws:ResourceOrgID', DEPENDS),
  many('aws:ResourceOrgPaths', DEPENDS),
  one('aws:ResourceTag/', DEPENDS),
  // The request.
  many('aws:CalledVia', FORWARDED),
  one('aws:CalledViaFirst', FORWARDED),
  one('aws:CalledViaLast', FORWARDED),
  one('aws:CalledViaAWSMCP', FORWARDED, 'calledviaawasmcp'),
  one('aws:ViaAWSService', EVERY),
  one('aws:ViaAWSMCPService', DEPENDS),
  one('aws:IsMcpServiceAction', DEPENDS),
  one('aws:CurrentTime', EVERY),
  one('aws:EpochTime', EVERY),
  one('aws:referer', DEPENDS),
  one('aws:RequestedRegion', EVERY),
  one('aws:RequestTag/', DEPENDS),
  many('aws:TagKeys', DEPENDS),
  one('aws:SecureTransport', EVERY),
  one('aws:SourceAccount', BY_SERVICES),
  one('aws:SourceArn', BY_SERVICES),
  one('aws:SourceOrgID', BY_SERVICES),
  many('aws:SourceOrgPaths', BY_SERVICES),
  {
    // An older key that only Amazon SNS and Amazon SES send.
    ...one('aws:SourceOwner', DEPENDS),
    page: 'https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html#source-account-versus-source-owner',
  },
  one('aws:UserAgent', EVERY),
];
