import { type Arn, isAccountId, nameWithoutPath, parseArn } from '../../model/arn.ts';
import { editDistance } from '../../reference/edit-distance.ts';
import { compareCharacters } from './compare-names.ts';
import { compareResources } from './compare-resources.ts';
import { covers } from './covers.ts';
import { type Difference, FAR, joined, sides } from './difference.ts';

/**
 * How an ARN in a policy differs from the one requested, part by part: partition, service, region, account, path, name. Undefined if it
 * covers it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function compareArns(policy: string, requested: string): Difference | undefined {
  if (policy === '*' || policy === requested) return undefined;
  if (requested === '*')
    return {
      kind: 'wildcard-only',
      words: 'this action has no resource-level permissions: only "*" matches',
      distance: 1,
    };
  const [ours, theirs] = [parseArn(policy.trim()), parseArn(requested)];
  if (ours === undefined || theirs === undefined)
    return compareCharacters(policy, requested) ?? compareOtherTexts(policy, requested);
  if (isSessionOf(ours.resource, theirs.resource))
    return { kind: 'session-arn', words: 'the ARN of a role session instead of the role', distance: 1 };
  const resource = compareResources(theirs.service, ours.resource, theirs.resource);
  // Which parts an ARN has goes with the kind of resource.
  const isOtherKind = resource?.kind === 'resource-type';
  return joined([
    policy === policy.trim() ? undefined : { kind: 'characters', words: 'white space around it', distance: 0.5 },
    comparePart('partition', ours.partition, theirs.partition, 2),
    // If only the service differs, it was mistaken: a role belongs to iam, not to sts.
    comparePart('service', ours.service, theirs.service, ours.resource === theirs.resource ? 2 : FAR),
    isOtherKind && theirs.region === '' ? undefined : compareRegions(ours.region, theirs.region),
    isOtherKind && theirs.account === '' ? undefined : compareAccounts(ours.account, theirs.account),
    resource,
  ]);
}

/** The same, but for a resource of another service: that is another kind of resource, whatever else differs. */
export function compareAcrossServices(policy: string, requested: string): Difference | undefined {
  const difference = compareArns(policy, requested);
  const [ours, theirs] = [parseArn(policy.trim()), parseArn(requested)];
  if (difference === undefined || difference.distance < FAR || ours === undefined || theirs === undefined)
    return difference;
  if (covers(ours.service.toLowerCase(), theirs.service.toLowerCase()) || ours.service === '') return difference;
  const words = `different kind of resource: ${sides(kindWords(ours), kindWords(theirs))}`;
  // Nearer than a statement of another action that needs this one: this one has the action itself.
  return { kind: 'resource-type', words, distance: FAR * 0.7 };
}

/** `role of iam`, `instance of ec2` */
function kindWords({ service, resource }: Arn): string {
  const end = resource.search(/[/:]/);
  return end > 0 ? `${resource.slice(0, end)} of ${service}` : `a resource of ${service}`;
}

/** The policy has a name, or something else, where an ARN belongs. */
function compareOtherTexts(policy: string, requested: string): Difference {
  const rest = requested.slice(requested.length - policy.length - 1);
  if (policy.length > 0 && rest.length === policy.length + 1 && /^[:/]/.test(rest) && rest.endsWith(policy))
    return {
      kind: 'not-an-arn',
      words: `the name alone instead of the full ARN: it must be ${requested}`,
      distance: 1,
    };
  return { kind: 'not-an-arn', words: 'not an ARN', distance: 4 };
}

/** `assumed-role/deploy/build-7` and `role/teams/deploy` */
function isSessionOf(ours: string, theirs: string): boolean {
  if (!ours.startsWith('assumed-role/') || !theirs.startsWith('role/')) return false;
  return ours.split('/', 2)[1] === nameWithoutPath(theirs);
}

function comparePart(
  part: 'partition' | 'service',
  policy: string,
  requested: string,
  distance: number,
): Difference | undefined {
  if (covers(policy.toLowerCase(), requested.toLowerCase())) return undefined;
  if (policy === '')
    return { kind: part, words: `no ${part}: it must be ${requested}`, distance: Math.min(1, distance) };
  return { kind: part, words: `different ${part}: ${sides(policy, requested)}`, distance };
}

/** True for a part that is not known: it is no difference. */
function isLeftOpen(requested: string): boolean {
  return /^\$\{\w+\}$/.test(requested);
}

function compareRegions(policy: string, requested: string): Difference | undefined {
  if (isLeftOpen(requested)) return undefined;
  if (covers(policy.toLowerCase(), requested.toLowerCase())) return undefined;
  if (policy === '') return { kind: 'arn-region', words: `no region: it must be ${requested}`, distance: 1 };
  if (requested === '')
    return { kind: 'arn-region', words: `a region, ${policy}, in an ARN that has none`, distance: 1 };
  return { kind: 'arn-region', words: `different region: ${sides(policy, requested)}`, distance: 2 };
}

/** How two account ids differ. One or two wrong digits are a typing error; anything else is another account. */
export function compareAccounts(policy: string, requested: string): Difference | undefined {
  if (covers(policy, requested)) return undefined;
  if (isLeftOpen(requested)) {
    if (isAccountId(policy) || /[*?]/.test(policy)) return undefined;
    const words = policy === '' ? 'no account' : `no account: ${policy} has not twelve digits`;
    return { kind: 'account', words, distance: 1 };
  }
  if (policy === '') return { kind: 'account', words: `no account: it must be ${requested}`, distance: 1 };
  if (requested === '')
    return { kind: 'account', words: `an account, ${policy}, in an ARN that has none`, distance: 1 };
  const typo = /^\d{10,14}$/.test(policy) && editDistance(policy, requested) <= 2;
  const words = isAccountId(policy) ? '' : ' (not twelve digits)';
  return {
    kind: 'account',
    words: `different account: ${sides(`${policy}${words}`, requested)}`,
    distance: typo ? 1 : 2.5,
  };
}
