import type { SentKeys } from '../../../model/denial.ts';
import { isFields, type ObjectFields, type ObjectValue, textAt, valueAt } from '../../text/read-object.ts';
import { identityProvider } from './identity-provider.ts';

/** Where a record has the value of a condition key. Paths are those of CloudTrail's record. */
const ANYWHERE: readonly (readonly [path: string, key: string])[] = [
  ['userIdentity.principalId', 'aws:userid'],
  ['userIdentity.sessionContext.attributes.creationDate', 'aws:TokenIssueTime'],
  ['userIdentity.sessionContext.sourceIdentity', 'aws:SourceIdentity'],
  ['userIdentity.sessionContext.ec2RoleDelivery', 'ec2:RoleDelivery'],
  ['userIdentity.sessionContext.webIdFederationData.federatedProvider', 'aws:FederatedProvider'],
  ['vpcEndpointAccountId', 'aws:VpceAccount'],
];

/** By the service's prefix: the parameters of a call that are condition keys of it. */
const PARAMETERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sts: {
    externalId: 'sts:ExternalId',
    roleSessionName: 'sts:RoleSessionName',
    sourceIdentity: 'sts:SourceIdentity',
    durationSeconds: 'sts:DurationSeconds',
    transitiveTagKeys: 'sts:TransitiveTagKeys',
  },
  iam: {
    permissionsBoundary: 'iam:PermissionsBoundary',
    policyArn: 'iam:PolicyARN',
    awsServiceName: 'iam:AWSServiceName',
  },
  s3: {
    'x-amz-acl': 's3:x-amz-acl',
    'x-amz-server-side-encryption': 's3:x-amz-server-side-encryption',
    'x-amz-server-side-encryption-aws-kms-key-id': 's3:x-amz-server-side-encryption-aws-kms-key-id',
    'x-amz-storage-class': 's3:x-amz-storage-class',
    'x-amz-copy-source': 's3:x-amz-copy-source',
    prefix: 's3:prefix',
    delimiter: 's3:delimiter',
    versionId: 's3:VersionId',
  },
  ec2: { instanceType: 'ec2:InstanceType' },
};

/** Parameters that hold the tags of a request, as the services name them. */
const TAGS = ['tags', 'Tags', 'tagList', 'tagSet', 'tagging'];

/**
 * The condition keys of the request whose values a CloudTrail record states. `mfaAuthenticated: false` may also mean that the key is missing,
 * so it states nothing.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function sentKeys(record: ObjectFields, service: string): SentKeys {
  const keys: Record<string, readonly string[]> = {};
  for (const [path, key] of ANYWHERE) put(keys, key, textAt(record, path));
  if (textAt(record, 'userIdentity.sessionContext.sessionIssuer.type') === 'Role')
    put(keys, 'aws:PrincipalArn', textAt(record, 'userIdentity.sessionContext.sessionIssuer.arn'));
  if (textAt(record, 'userIdentity.sessionContext.attributes.mfaAuthenticated') === 'true')
    put(keys, 'aws:MultiFactorAuthPresent', 'true');
  put(keys, 'aws:UserAgent', userAgent(record));
  if (valueAt(record, 'tlsDetails.tlsVersion') !== undefined) put(keys, 'aws:SecureTransport', 'true');
  Object.assign(keys, callerKeys(record), resourceAccount(record));
  if (service === 'kms') put(keys, 'kms:ViaService', viaService(record));
  const parameters = valueAt(record, 'requestParameters');
  if (!isFields(parameters)) return keys;
  for (const [parameter, key] of Object.entries(PARAMETERS[service] ?? {}))
    put(keys, key, valueAt(parameters, parameter));
  if (service === 'kms') Object.assign(keys, encryptionContext(parameters));
  Object.assign(keys, tagKeys(parameters));
  return keys;
}

/** CloudTrail cuts it after 1 KB. */
const LONGEST_AGENT = 1_000;

/**
 * What the caller calls itself. Where an AWS service or the console made the call, the record has a name for it in its place; S3 writes it in
 * brackets.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html (userAgent)
 */
function userAgent(record: ObjectFields): string | undefined {
  const agent = textAt(record, 'userAgent');
  return agent === undefined || agent.length >= LONGEST_AGENT || /amazonaws\.com|^AWS Internal$|^\[/i.test(agent)
    ? undefined
    : agent;
}

function put(keys: Record<string, readonly string[]>, key: string, value: ObjectValue | undefined): void {
  const values = typeof value === 'string' ? [value] : textsOf(value);
  if (values.length > 0 && values.every(isStated)) keys[key] = values;
}

const LONGEST = 2_048;

/** CloudTrail writes HIDDEN_DUE_TO_SECURITY_REASONS in place of what it does not show. */
function isStated(value: ObjectValue | undefined): value is string {
  return typeof value === 'string' && value.length <= LONGEST && !value.startsWith('HIDDEN_');
}

/** The texts of a list; none where it holds something else. */
function textsOf(value: ObjectValue | undefined): readonly string[] {
  const listed = Array.isArray(value) ? value : [];
  const texts = listed.filter((each): each is string => typeof each === 'string');
  return texts.length === listed.length ? texts : [];
}

/** Services that AWS lists for kms:ViaService under the same name as CloudTrail has. https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#viaService_table */
const IN_VIA_SERVICE =
  /^(dynamodb|ec2|elasticfilesystem|kinesis|lambda|rds|redshift|s3|secretsmanager|sns|sqs|ssm)\.amazonaws\.com$/;

/**
 * The service that a user's call came through, in the form of KMS: `s3.eu-west-1.amazonaws.com`.
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
function viaService(record: ObjectFields): string | undefined {
  const [, service] = IN_VIA_SERVICE.exec(textAt(record, 'userIdentity.invokedBy') ?? '') ?? [];
  const region = textAt(record, 'awsRegion') ?? '';
  const isOfUser = textAt(record, 'userIdentity.type') === 'IAMUser';
  // In China, the name of the host ends in another way.
  const isCertain = isOfUser && /^[a-z]{2}(?:-[a-z]+)+-\d$/.test(region) && !region.startsWith('cn-');
  return service === undefined || !isCertain ? undefined : `${service}.${region}.amazonaws.com`;
}

/** The services that AWS lists for aws:CalledVia. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-calledvia */
const IN_CALLED_VIA =
  /^(?:aoss|athena|backup|cloud9|cloudformation|databrew|dataexchange|dynamodb|imagebuilder|kms|mgn|nimble|omics|ram|robomaker|servicecatalog-appregistry|sqlworkbench|ssm-guiconnect)\.amazonaws\.com$/;

/**
 * A user's call that a service passes on has aws:ViaAWSService, and the service is the last one in aws:CalledVia where AWS lists it for that key. Of a role's session the record does not show whether the service passes on a
 * call or uses a role of its own.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html
 */
function callerKeys(record: ObjectFields): SentKeys {
  const type = textAt(record, 'userIdentity.type');
  const isPassedOn = textAt(record, 'userIdentity.invokedBy')?.endsWith('.amazonaws.com') === true;
  if (type === 'IAMUser' && isPassedOn) {
    const service = textAt(record, 'userIdentity.invokedBy') ?? '';
    return {
      'aws:ViaAWSService': ['true'],
      ...(IN_CALLED_VIA.test(service) ? { 'aws:CalledViaLast': [service] } : {}),
    };
  }
  return type === 'WebIdentityUser' ? claims(record) : {};
}

/**
 * `PROVIDER:AUDIENCE:SUBJECT` in the id of the principal, and the subject again as the user's name.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html
 */
function claims(record: ObjectFields): SentKeys {
  const provider = identityProvider(record);
  const subject = textAt(record, 'userIdentity.userName');
  if (provider === undefined || subject === undefined) return {};
  const issuer = provider.replace(/^arn:[^/]{0,80}:oidc-provider\//, '');
  const id = textAt(record, 'userIdentity.principalId') ?? '';
  const hasAudience = id.startsWith(`${provider}:`) && id.endsWith(`:${subject}`);
  const audience = hasAudience ? id.slice(provider.length + 1, -subject.length - 1) : '';
  return { [`${issuer}:sub`]: [subject], ...(audience === '' ? {} : { [`${issuer}:aud`]: [audience] }) };
}

/** The account of the resources, where all are of one. */
function resourceAccount(record: ObjectFields): SentKeys {
  const resources = valueAt(record, 'resources');
  const listed = Array.isArray(resources) ? resources.filter(isFields) : [];
  const [account, ...others] = new Set(listed.map((resource) => textAt(resource, 'accountId')));
  return account === undefined || others.length > 0 ? {} : { 'aws:ResourceAccount': [account] };
}

/** https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-encryption-context */
function encryptionContext(parameters: ObjectFields): SentKeys {
  const context = valueAt(parameters, 'encryptionContext');
  if (!isFields(context)) return {};
  const pairs = Object.entries(context).flatMap(([name, value]) =>
    isStated(value) ? [[`kms:EncryptionContext:${name}`, [value]] as const] : [],
  );
  return Object.fromEntries([...pairs, ['kms:EncryptionContextKeys', Object.keys(context)]]);
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requesttag */
function tagKeys(parameters: ObjectFields): SentKeys {
  const tags = TAGS.flatMap((name) => tagsIn(valueAt(parameters, name)));
  const keys = tags.map(([key]) => key).filter((key) => key !== undefined);
  const pairs = tags.flatMap(([key, value]) =>
    key !== undefined && isStated(value) ? [[`aws:RequestTag/${key}`, [value]] as const] : [],
  );
  const all = keys.length === tags.length && keys.length > 0 ? { 'aws:TagKeys': [...new Set(keys)] } : {};
  return { ...Object.fromEntries(pairs), ...all };
}

/** A tag of a record, as far as it says its key and its value. */
type RecordedTag = readonly [key: string | undefined, value: ObjectValue | undefined];

/** `{ "team": "x" }`, or `[{ "key": "team", "value": "x" }]`. */
function tagsIn(value: ObjectValue | undefined): readonly RecordedTag[] {
  if (isFields(value)) {
    const entries = Object.entries(value);
    // What holds more than texts is not a map of tags.
    return entries.every(([, tag]) => typeof tag === 'string') ? entries : [];
  }
  const listed = Array.isArray(value) ? value : [];
  return listed.map((tag: ObjectValue): RecordedTag => {
    if (!isFields(tag)) return [undefined, undefined];
    return [textAt(tag, 'key') ?? textAt(tag, 'Key'), valueAt(tag, 'value') ?? valueAt(tag, 'Value')];
  });
}
