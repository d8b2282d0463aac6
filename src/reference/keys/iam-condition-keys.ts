/** A key of IAM or STS that only some of their actions send. A key that ends in `/` stands for all that begin so. */
export interface IamConditionKey {
  readonly key: string;
  readonly multivalued: boolean;
  /** Actions whose requests can carry it, lower case; all others of the service never do. Null: AWS does not say. */
  readonly actions: readonly string[] | null;
  /** Actions whose requests always carry it. */
  readonly always: readonly string[];
  readonly page: string;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html */
const PAGE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html';

/** Permissions that sts:AssumeRole may need besides; they are checked with the keys of the same call. */
const BESIDES = ['sts:tagsession', 'sts:setsourceidentity', 'sts:setcontext'];
const ASSUME_ROLE = ['sts:assumerole', ...BESIDES];
const WITH_WEB_IDENTITY = ['sts:assumerolewithwebidentity', ...BESIDES];
const WITH_SAML = ['sts:assumerolewithsaml', ...BESIDES];
const ANY_ASSUME_ROLE = [...new Set([...ASSUME_ROLE, ...WITH_WEB_IDENTITY, ...WITH_SAML])];
const TOKENS = ['sts:getservicebearertoken', 'sts:getwebidentitytoken', 'sts:taggetwebidentitytoken'];
const PASS_ROLE = ['iam:passrole'];

function one(key: string, actions: readonly string[] | null, always: readonly string[] = []): IamConditionKey {
  return { key, multivalued: false, actions, always, page: PAGE };
}

function many(key: string, actions: readonly string[] | null): IamConditionKey {
  return { ...one(key, actions), multivalued: true };
}

/** Keys of `iam:` and `sts:` whose presence AWS documents, and keys of federation that are multivalued. */
export const IAM_CONDITION_KEYS: readonly IamConditionKey[] = [
  one('iam:PassedToService', PASS_ROLE),
  one('iam:AssociatedResourceArn', PASS_ROLE),
  one('sts:ExternalId', ASSUME_ROLE),
  one('sts:RoleSessionName', ANY_ASSUME_ROLE, ['sts:assumerole']),
  one('sts:SourceIdentity', ANY_ASSUME_ROLE),
  many('sts:TransitiveTagKeys', null),
  one('sts:AWSServiceName', TOKENS),
  one('sts:DurationSeconds', TOKENS),
  one('sts:RequestContext/', null),
  many('sts:RequestContextProviders', null),
  many('sts:IdentityTokenAudience', TOKENS),
  one('sts:SigningAlgorithm', TOKENS),
  one('sts:RoleAuthorizedByIdp', null),
  one('sts:TaskPolicyArn', null),
  many('cognito-identity.amazonaws.com:amr', null),
];
