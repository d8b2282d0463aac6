import { type Arn, formatArn, isAccountId, parseArn } from '../../model/arn.ts';
import type { AccessRequest } from '../../model/request.ts';
import {
  isAccountPlaceholder,
  isBucketPlaceholder,
  isExampleAccount,
  isNamePlaceholder,
  isRegionPlaceholder,
} from '../../reference/placeholders.ts';
import { type Difference, type DifferenceKind, joined } from './difference.ts';

/** A text of a policy with the parts of the request in the place of its placeholders. */
interface Filled {
  readonly text: string;
  /** How it differs from the text as it stands. */
  readonly differences: readonly Difference[];
}

/** The accounts of a request: its caller's, its resource's, the one that the resource names. */
export function accountsOf({ principal, resource, resourceAccount }: AccessRequest): readonly string[] {
  const named = resource === null ? undefined : parseArn(resource)?.account;
  return [principal.account, resourceAccount, named].flatMap((account) => account ?? []);
}

/**
 * Fills in what somebody copied from documentation and left as it was: `<account-id>`, `region`, AWS's example account, its example
 * bucket. `requested`: an ARN or account id of the request. `own`: the accounts of the request. Undefined where there is no placeholder.
 */
export function withoutPlaceholders(policy: string, requested: string, own: readonly string[]): Filled | undefined {
  const [ours, theirs] = [parseArn(policy), parseArn(requested)];
  if (ours === undefined && (isAccountId(policy) || isAccountPlaceholder(policy))) {
    const account = theirs?.account ?? requested;
    return isAccountId(account) && isDeadAccount(policy, own)
      ? { text: account, differences: [placeholder('account', accountWords(policy), account)] }
      : undefined;
  }
  if (ours === undefined || theirs === undefined || ours.service !== theirs.service) return undefined;
  const found: Difference[] = [];
  const fill = (part: 'region' | 'account', isDead: boolean, words: string): string => {
    if (!isDead || !/^[a-z0-9-]+$/.test(theirs[part])) return ours[part];
    found.push(placeholder(part === 'region' ? 'arn-region' : 'account', words, theirs[part]));
    return theirs[part];
  };
  const region = fill('region', isRegionPlaceholder(ours.region), ours.region);
  const account = fill('account', isDeadAccount(ours.account, own), accountWords(ours.account));
  const resource = filledResource(ours, theirs, found);
  if (found.length === 0) return undefined;
  return { text: formatArn({ ...ours, region, account, resource }), differences: found };
}

/** Names in brackets, and buckets of examples; the parts of the resource are those that a slash or colon separates. */
function filledResource(ours: Arn, theirs: Arn, found: Difference[]): string {
  const parts = ours.resource.split(/([/:])/);
  const asked = theirs.resource.split(/([/:])/);
  return parts
    .map((part, index) => {
      const isDead = isNamePlaceholder(part) || (ours.service === 's3' && index === 0 && isBucketPlaceholder(part));
      const real = asked[index];
      if (!isDead || real === undefined || real === '' || /[*?$]/.test(real)) return part;
      found.push(placeholder(undefined, part, real));
      return real;
    })
    .join('');
}

function isDeadAccount(text: string, own: readonly string[]): boolean {
  return isAccountPlaceholder(text) || isExampleAccount(text, own);
}

function accountWords(text: string): string {
  return isAccountId(text) ? `AWS’s example account ${text}` : text;
}

function placeholder(kind: DifferenceKind | undefined, what: string, real: string): Difference {
  const words = `a placeholder, ${what}: it must be ${real}`;
  return { ...(kind === undefined ? {} : { kind }), words, distance: 1, placeholder: true };
}

/** Compares a text of a policy as it would be with its placeholders filled in, and says which they are. */
export function comparedWithoutPlaceholders(
  policy: string,
  requested: string,
  own: readonly string[],
  compare: (policy: string) => Difference | undefined,
): Difference | undefined {
  const filled = withoutPlaceholders(policy, requested, own);
  return filled === undefined ? compare(policy) : joined([...filled.differences, compare(filled.text)]);
}
