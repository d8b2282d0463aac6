import { parseArn } from '../model/arn.ts';
import type { PolicyRef } from '../model/policy.ts';
import type { NewDocument } from './new-documents.ts';

/** IAM names: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html. A leading `-` would read as an option. */
const NAME = /^[\w+=,.@][\w+=,.@-]{0,127}$/;
const POLICY_ARN = /^arn:aws[a-z-]*:iam::(\d{12}|aws):policy\/[\w+=,.@/-]{1,512}$/;
const VERSION = /^v[1-9]\d{0,9}$/;
const ENDPOINT = /^vpce-[0-9a-f]{8,17}$/;
const ORGANIZATION_POLICY = /^p-[0-9a-zA-Z_]{8,128}$/;
const ORGANIZATION_TARGET = /^(r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}|\d{12})$/;

/**
 * The commands that put a document in place, as argument vectors. Empty where a value does not fit AWS's grammar, or where no single command
 * does it: then the summary has to do.
 */
export function fixCommands(added: NewDocument): readonly (readonly string[])[] {
  const { policy } = added;
  const file = `file://${added.file}`;
  switch (policy.kind) {
    case 'trust':
      return NAME.test(policy.name) && !isProtected(policy)
        ? [['aws', 'iam', 'update-assume-role-policy', '--role-name', policy.name, '--policy-document', file]]
        : [];
    case 'inline':
      return inlineCommand(policy, file);
    case 'managed':
    case 'boundary':
      return added.isNew ? newManaged(policy, file) : newVersion(added, file);
    case 'scp':
    case 'rcp':
      return added.isNew ? newOrganizationPolicy(policy, file) : updateOrganizationPolicy(policy, file);
    case 'resource':
      return resourcePolicyCommand(policy, file);
    case 'endpoint':
      return ENDPOINT.test(policy.name)
        ? [['aws', 'ec2', 'modify-vpc-endpoint', '--vpc-endpoint-id', policy.name, '--policy-document', file]]
        : [];
    case 'session':
      return [];
  }
}

/** Roles of IAM Identity Center and service-linked roles, which IAM does not let anybody change. */
function isProtected({ attachedTo }: PolicyRef): boolean {
  return [':role/aws-reserved/', ':role/aws-service-role/'].some((path) => attachedTo?.includes(path));
}

function inlineCommand(policy: PolicyRef, file: string): readonly (readonly string[])[] {
  const entity = parseArn(policy.attachedTo ?? '')?.resource ?? '';
  const [type = '', ...path] = entity.split('/');
  const name = path.at(-1) ?? '';
  if (!['role', 'user', 'group'].includes(type) || !NAME.test(name) || !NAME.test(policy.name)) return [];
  if (isProtected(policy)) return [];
  return [
    [
      'aws',
      'iam',
      `put-${type}-policy`,
      `--${type}-name`,
      name,
      '--policy-name',
      policy.name,
      '--policy-document',
      file,
    ],
  ];
}

/** A version that has the document already only has to become the default. */
function newVersion({ policy, version, spare }: NewDocument, file: string): readonly (readonly string[])[] {
  if (policy.arn === null || !POLICY_ARN.test(policy.arn) || policy.arn.includes('::aws:')) return [];
  if (version !== null)
    return VERSION.test(version)
      ? [['aws', 'iam', 'set-default-policy-version', '--policy-arn', policy.arn, '--version-id', version]]
      : [];
  if (spare !== null && !VERSION.test(spare)) return [];
  return [
    ...(spare === null
      ? []
      : [['aws', 'iam', 'delete-policy-version', '--policy-arn', policy.arn, '--version-id', spare]]),
    ['aws', 'iam', 'create-policy-version', '--policy-arn', policy.arn, '--policy-document', file, '--set-as-default'],
  ];
}

function newManaged(policy: PolicyRef, file: string): readonly (readonly string[])[] {
  const entity = parseArn(policy.attachedTo ?? '');
  const [type = '', ...path] = entity?.resource.split('/') ?? [];
  const name = path.at(-1) ?? '';
  if (entity === undefined || !['role', 'user', 'group'].includes(type) || !NAME.test(name) || !NAME.test(policy.name))
    return [];
  const arn = `arn:${entity.partition}:iam::${entity.account}:policy/${policy.name}`;
  return [
    ['aws', 'iam', 'create-policy', '--policy-name', policy.name, '--policy-document', file],
    ['aws', 'iam', `attach-${type}-policy`, `--${type}-name`, name, '--policy-arn', arn],
  ];
}

function organizationPolicyId(policy: PolicyRef): string | undefined {
  const id = policy.arn?.split('/').at(-1) ?? '';
  return ORGANIZATION_POLICY.test(id) && id !== 'p-FullAWSAccess' && id !== 'p-RCPFullAWSAccess' ? id : undefined;
}

function updateOrganizationPolicy(policy: PolicyRef, file: string): readonly (readonly string[])[] {
  const id = organizationPolicyId(policy);
  return id === undefined ? [] : [['aws', 'organizations', 'update-policy', '--policy-id', id, '--content', file]];
}

/** The policy is attached by its id, which only this command's answer shows: the summary of the fix says so. */
function newOrganizationPolicy(policy: PolicyRef, file: string): readonly (readonly string[])[] {
  const type = policy.kind === 'scp' ? 'SERVICE_CONTROL_POLICY' : 'RESOURCE_CONTROL_POLICY';
  if (!NAME.test(policy.name) || !ORGANIZATION_TARGET.test(policy.attachedTo ?? '')) return [];
  return [
    [
      'aws',
      'organizations',
      'create-policy',
      '--name',
      policy.name,
      '--type',
      type,
      '--description',
      'denytrace',
      '--content',
      file,
      '--query',
      'Policy.PolicySummary.Id',
      '--output',
      'text',
    ],
  ];
}

/** The command that replaces the policy of a resource; none for services of which no such command is known. */
function resourcePolicyCommand(policy: PolicyRef, file: string): readonly (readonly string[])[] {
  const text = policy.attachedTo ?? policy.name;
  const arn = parseArn(text);
  if (arn === undefined || !/^[\w+=,.@:/-]{1,512}$/.test(arn.resource)) return [];
  const resource = arn.resource;
  // Without it, the AWS CLI calls the region that it is configured for.
  const region = /^[a-z0-9-]{1,32}$/.test(arn.region) ? ['--region', arn.region] : [];
  switch (arn.service) {
    case 's3': {
      const bucket = resource.split('/')[0] ?? '';
      return /^[a-z0-9][a-z0-9.-]{1,62}$/.test(bucket)
        ? [['aws', 's3api', 'put-bucket-policy', '--bucket', bucket, '--policy', file]]
        : [];
    }
    case 'kms':
      return [
        ['aws', 'kms', 'put-key-policy', '--key-id', text, '--policy-name', 'default', '--policy', file, ...region],
      ];
    case 'secretsmanager':
      return [
        ['aws', 'secretsmanager', 'put-resource-policy', '--secret-id', text, '--resource-policy', file, ...region],
      ];
    case 'sns':
      return [
        [
          'aws',
          'sns',
          'set-topic-attributes',
          '--topic-arn',
          text,
          '--attribute-name',
          'Policy',
          '--attribute-value',
          file,
          ...region,
        ],
      ];
    case 'dynamodb':
      return [['aws', 'dynamodb', 'put-resource-policy', '--resource-arn', text, '--policy', file, ...region]];
    case 'ecr':
      return /^repository\/[a-z0-9._/-]+$/.test(resource)
        ? [
            [
              'aws',
              'ecr',
              'set-repository-policy',
              '--repository-name',
              resource.slice('repository/'.length),
              '--policy-text',
              file,
              ...region,
            ],
          ]
        : [];
    default:
      return [];
  }
}
