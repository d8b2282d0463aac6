import { parseArn } from '../../model/arn.ts';
import { permissionSetOf } from '../../model/aws-names.ts';
import type { PolicyRef } from '../../model/policy.ts';
import { shortName } from '../../model/short-name.ts';

/** The Terraform resource that holds a policy. https://registry.terraform.io/providers/hashicorp/aws/latest/docs */
export interface TerraformResource {
  readonly type: string;
  readonly label: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** Fields that another resource of the configuration knows: an expression each. */
  readonly references?: readonly (readonly [name: string, expression: string])[];
  readonly documentField: string;
}

/** Undefined where a policy has no resource of its own. */
export function terraformResource(policy: PolicyRef): TerraformResource | undefined {
  const { kind, name, attachedTo } = policy;
  const label = labelOf(name);
  switch (kind) {
    case 'trust':
      return { type: 'aws_iam_role', label, fields: [['name', name]], documentField: 'assume_role_policy' };
    case 'inline':
      return inline(name, label, attachedTo ?? '');
    case 'managed':
    case 'boundary':
      return { type: 'aws_iam_policy', label, fields: [['name', name]], documentField: 'policy' };
    case 'scp':
    case 'rcp': {
      const type = kind === 'scp' ? 'SERVICE_CONTROL_POLICY' : 'RESOURCE_CONTROL_POLICY';
      return {
        type: 'aws_organizations_policy',
        label,
        fields: [
          ['name', name],
          ['type', type],
        ],
        documentField: 'content',
      };
    }
    case 'resource':
      return resource(attachedTo ?? name);
    case 'endpoint':
      return { type: 'aws_vpc_endpoint_policy', label, fields: [['vpc_endpoint_id', name]], documentField: 'policy' };
    case 'session':
      return undefined;
  }
}

function labelOf(name: string): string {
  return name
    .replace(/\W+/g, '_')
    .slice(-64)
    .replace(/^(?=\d|$)/, '_');
}

function inline(name: string, label: string, attachedTo: string): TerraformResource | undefined {
  const set = permissionSetOf(attachedTo);
  if (set !== undefined) return permissionSet(labelOf(set));
  const kind = parseArn(attachedTo)?.resource.split('/')[0];
  if (kind !== 'role' && kind !== 'user' && kind !== 'group') return undefined;
  const fields = [['name', name] as const, [kind, shortName(attachedTo)] as const];
  return { type: `aws_iam_${kind}_policy`, label, fields, documentField: 'policy' };
}

/** The role itself is IAM Identity Center's: nobody else may change it. */
function permissionSet(label: string): TerraformResource {
  const known = `aws_ssoadmin_permission_set.${label}`;
  return {
    type: 'aws_ssoadmin_permission_set_inline_policy',
    label,
    fields: [],
    references: [
      ['instance_arn', `${known}.instance_arn`],
      ['permission_set_arn', `${known}.arn`],
    ],
    documentField: 'inline_policy',
  };
}

function resource(text: string): TerraformResource | undefined {
  const arn = parseArn(text);
  const made = (type: string, field: string, value: string) => ({
    type,
    label: labelOf(shortName(text)),
    fields: [[field, value] as const],
    documentField: 'policy',
  });
  switch (arn?.service) {
    case 's3':
      return made('aws_s3_bucket_policy', 'bucket', arn.resource.split('/')[0] ?? '');
    case 'kms':
      return made('aws_kms_key_policy', 'key_id', text);
    case 'secretsmanager':
      return made('aws_secretsmanager_secret_policy', 'secret_arn', text);
    case 'sns':
      return made('aws_sns_topic_policy', 'arn', text);
    case 'dynamodb':
      return made('aws_dynamodb_resource_policy', 'resource_arn', text);
    default:
      return undefined;
  }
}
