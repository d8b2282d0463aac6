import { formatArn, parseArn } from '../model/arn.ts';
import type { AccessRequest, RequestContext } from '../model/request.ts';
import { otherParts, partsOfCall } from '../reference/actions/call-parts.ts';
import type { ActionResource } from '../reference/service-facts.ts';

/** A resource that a call needs, of which only the kind is known, and perhaps the account and the region. */
export interface CallResource {
  /** AWS's name of the kind: `network-interface`. */
  readonly kind: string;
  readonly arn: string;
  /** False for a kind that a call practically always has, and that AWS lists as optional. */
  readonly required: boolean;
}

/**
 * The resources of a call of EC2, the required ones first: EC2 evaluates the call once for each of them, with the condition keys of that
 * resource. Empty for an action of another service.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html
 */
export function resourcesOfCall(action: string, { principal, context }: Pick<AccessRequest, 'principal' | 'context'>) {
  const place = { partition: principal.partition, region: regionOf(context), account: principal.account };
  return isOfEc2(action) ? partsOfCall(action).flatMap((type) => unnamed(type, place)) : [];
}

/** The other ones where one of them is known. Empty where that is not one of those that the action needs. */
export function otherResources({ action, resource, principal }: AccessRequest): readonly CallResource[] {
  const known = resource === null ? undefined : parseArn(resource);
  if (resource === null || known === undefined || known.region === '' || !isOfEc2(action)) return [];
  const { partition, region } = known;
  const place = { partition, region, account: principal.account };
  return otherParts(action, resource).flatMap((type) => unnamed(type, place));
}

function isOfEc2(action: string): boolean {
  return /^ec2:/i.test(action);
}

interface Place {
  readonly partition: string;
  readonly region: string;
  /** The caller's. */
  readonly account: string | null;
}

/** AWS's ARN pattern, filled in with what holds for the whole call. What the call creates is the caller's; what exists may be shared by another account. */
function unnamed(type: ActionResource, { partition, region, account }: Place): readonly CallResource[] {
  const pattern = parseArn(type.arn);
  if (pattern === undefined) return [];
  const creates = type.conditionKeys?.some((key) => key.startsWith('aws:RequestTag/')) === true;
  const owner = (creates ? account : null) ?? pattern.account;
  const arn = formatArn({ ...pattern, ...(pattern.account === '' ? {} : { account: owner }), partition, region });
  return [{ kind: type.name, arn, required: type.required }];
}

/** The region of the call, as AWS lists it; left open where nothing shows it. */
function regionOf(context: RequestContext): string {
  const value = context.get('aws:RequestedRegion');
  return (value.status === 'known' ? value.values[0] : undefined) ?? `\${Region}`;
}
