import { parseArn } from '../model/arn.ts';
import type { PolicyRef } from '../model/policy.ts';

/**
 * Where the console of each partition is; others have none that is documented.
 * https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/getting-started-sign-in.html
 * https://docs.amazonaws.cn/en_us/aws/latest/userguide/introduction.html
 */
const HOSTS: ReadonlyMap<string, string> = new Map([
  ['aws', 'console.aws.amazon.com'],
  ['aws-cn', 'console.amazonaws.cn'],
  ['aws-us-gov', 'console.amazonaws-us-gov.com'],
]);

/** Names as IAM takes them: nothing else goes into a URL. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const NAME = /^[\w+=,.@-]+$/;

/**
 * The page of the AWS console that shows a policy: that of the role for its trust policy, that of the user, group or role for an inline
 * policy. Null where the console has none, or where the ARN is not known.
 */
export function consolePage({ kind, arn, attachedTo }: PolicyRef): string | null {
  switch (kind) {
    case 'managed':
    case 'boundary':
      return arn === null ? null : iamPage(arn);
    case 'inline':
    case 'trust':
      return attachedTo === null ? null : iamPage(attachedTo);
    case 'scp':
    case 'rcp':
      return arn === null ? null : organizationPage(arn);
    case 'session':
    case 'resource':
    case 'endpoint':
      return null;
  }
}

/** The page of a user, group, role or managed policy. */
function iamPage(text: string): string | null {
  const arn = parseArn(text);
  const host = arn && HOSTS.get(arn.partition);
  if (arn?.service !== 'iam' || host === undefined) return null;
  const [kind = '', ...path] = arn.resource.split('/');
  const name = path.at(-1) ?? '';
  if (!path.every((part) => NAME.test(part)) || path.length === 0) return null;
  switch (kind) {
    case 'user':
    case 'group':
    case 'role':
      return `https://${host}/iam/home#/${kind}s/details/${encodeURIComponent(name)}`;
    case 'policy':
      return `https://${host}/iam/home#/policies/details/${encodeURIComponent(text)}`;
    default:
      return null;
  }
}

/** The page of an SCP or RCP; `arn:aws:organizations::<account>:policy/o-…/service_control_policy/p-…`. */
function organizationPage(text: string): string | null {
  const arn = parseArn(text);
  const host = arn && HOSTS.get(arn.partition);
  const [, type, id] =
    /^policy\/(?:o-[a-z0-9]+\/)?(service|resource)_control_policy\/(p-\w+)$/.exec(arn?.resource ?? '') ?? [];
  if (arn?.service !== 'organizations' || host === undefined || id === undefined) return null;
  return `https://${host}/organizations/v2/home/policies/${type}-control-policy/${id}`;
}
