import { parseArn } from '../model/arn.ts';
import { isPermissionSet } from '../model/aws-names.ts';
import type { PolicyRef } from '../model/policy.ts';

/** How large a document may be. */
export interface SizeLimit {
  /** The quota that every account has. */
  readonly fits: number;
  /** What the quota can be raised to, where it can; larger documents are refused in every account. */
  readonly most: number;
  /** Does white space between the elements count? Where it does, it can still be left out. */
  readonly countsSpace: boolean;
  /** All inline policies of a user, group or role count together. */
  readonly isSum: boolean;
}

const HARD = { countsSpace: false, isSum: false };

function exactly(size: number, rest: Partial<SizeLimit> = {}): SizeLimit {
  return { fits: size, most: size, ...HARD, ...rest };
}

/**
 * Policies of IAM and Organizations.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html ("IAM doesn't count white space")
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html (Policy: 2,048 characters)
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html (5,120; whether an SCP may have up to 10,240 is not known)
 * https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html
 */
const MANAGED = exactly(6_144);
const TRUST: SizeLimit = { fits: 2_048, most: 8_192, ...HARD };
const SCP: SizeLimit = { fits: 5_120, most: 10_240, countsSpace: true, isSum: false };
const RCP = exactly(5_120, { countsSpace: true });
const SESSION = exactly(2_048, { countsSpace: true });
const ENDPOINT = exactly(20_480, { countsSpace: true });

/** Inline policies together, by whose they are. */
const INLINE: Readonly<Record<string, SizeLimit>> = {
  user: exactly(2_048, { isSum: true }),
  group: exactly(5_120, { isSum: true }),
  role: exactly(10_240, { isSum: true }),
};

/**
 * A permission set has one inline policy, which becomes one of its role. The API itself takes more than IAM does for a role.
 * https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_PutInlinePolicyToPermissionSet.html
 */
const PERMISSION_SET: SizeLimit = { fits: 10_240, most: 32_768, ...HARD };

/**
 * Policies of resources, by service, in bytes. What is not listed has no limit that AWS documents in one place.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html
 * https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html
 * https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-considerations.html
 * https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_SetRepositoryPolicy.html
 */
const RESOURCE: Readonly<Record<string, SizeLimit>> = {
  s3: exactly(20_480),
  kms: exactly(32_768, { countsSpace: true }),
  sqs: exactly(8_192, { countsSpace: true }),
  sns: exactly(30_720, { countsSpace: true }),
  secretsmanager: exactly(20_480, { countsSpace: true }),
  lambda: exactly(20_480),
  dynamodb: exactly(20_480, { countsSpace: true }),
  ecr: exactly(10_240, { countsSpace: true }),
};

/** How large the document of a policy may be; undefined where AWS documents no limit. */
export function sizeLimitOf({ kind, attachedTo, name }: PolicyRef): SizeLimit | undefined {
  switch (kind) {
    case 'managed':
    case 'boundary':
      return MANAGED;
    case 'inline': {
      if (isPermissionSet(attachedTo)) return PERMISSION_SET;
      const type = parseArn(attachedTo ?? '')?.resource.split('/', 1)[0] ?? '';
      return Object.hasOwn(INLINE, type) ? INLINE[type] : undefined;
    }
    case 'trust':
      return TRUST;
    case 'scp':
      return SCP;
    case 'rcp':
      return RCP;
    case 'session':
      return SESSION;
    case 'endpoint':
      return ENDPOINT;
    case 'resource': {
      const service = parseArn(attachedTo ?? name)?.service ?? '';
      return Object.hasOwn(RESOURCE, service) ? RESOURCE[service] : undefined;
    }
  }
}

/** How many actions a statement may name; undefined where AWS documents no limit. */
export function actionsPerStatement({ kind, attachedTo, name }: PolicyRef): number | undefined {
  return kind === 'resource' && parseArn(attachedTo ?? name)?.service === 'sqs' ? 7 : undefined;
}

/** The size of a document without white space between its elements, in bytes of UTF-8. */
export function sizeOf(document: unknown): number {
  return new TextEncoder().encode(JSON.stringify(document) ?? '').length;
}

/** The text of a document as it is put in place: in lines where they fit, else without white space. */
export function documentText(document: unknown, policy: PolicyRef | null): string {
  const lines = `${JSON.stringify(document, null, 2)}\n`;
  const limit = policy === null ? undefined : sizeLimitOf(policy);
  if (limit?.countsSpace !== true || new TextEncoder().encode(lines).length <= limit.fits) return lines;
  return `${JSON.stringify(document)}\n`;
}

/** How many policies can be attached to one place. */
export interface CountLimit {
  readonly fits: number;
  readonly most: number;
}

/**
 * Managed policies of a user or role, and control policies of a root, OU or account.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
const ATTACHED: Readonly<Record<string, CountLimit>> = {
  managed: { fits: 10, most: 25 },
  scp: { fits: 5, most: 10 },
  rcp: { fits: 5, most: 10 },
};

/** How many policies of a kind can be attached to one place; undefined for kinds that are not counted. */
export function countLimitOf({ kind }: PolicyRef): CountLimit | undefined {
  return Object.hasOwn(ATTACHED, kind) ? ATTACHED[kind] : undefined;
}
