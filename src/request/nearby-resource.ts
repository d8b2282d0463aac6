import { actsOnTrust, isPassRole } from '../model/actions.ts';
import { parseArn } from '../model/arn.ts';
import type { Denial, NearbyResource } from '../model/denial.ts';
import type { Question } from '../model/question.ts';
import type { Assumption } from '../model/request.ts';
import { actionFacts } from '../reference/service-facts.ts';

/**
 * The resource of the denied call that the text names elsewhere than in the sentence: the first one that is of a kind that the action works
 * on. Undefined where none fits, and where several do: the two tables of one call, say. A bucket and the object in it are one.
 */
export function nearbyResource(denial: Denial, action: string | null): NearbyResource | undefined {
  const { nearby = [], kind } = denial;
  if (action === null || denial.resource !== null) return undefined;
  if (isPassRole(action) || actsOnTrust(action) || kind === 'service-cannot-assume') {
    const roles = nearby.filter(({ value }) => isRole(value));
    const [role] = roles;
    return new Set(roles.map(({ value }) => value)).size === 1 ? role : undefined;
  }
  const [arn, ...others] = nearby.filter(({ value }) => value.startsWith('arn:') && worksOn(action, value));
  if (arn === undefined) return nearby.find(({ value }) => !value.startsWith('arn:'));
  return others.every((other) => isPartOf(arn.value, other.value) || isPartOf(other.value, arn.value))
    ? arn
    : undefined;
}

/** The bucket that the text names elsewhere than in the sentence; undefined where it names none, or several. */
export function nearbyBucket({ nearby = [] }: Denial): string | undefined {
  const names = new Set(nearby.flatMap(({ value }) => /^arn:[^:]*:s3:::([^/]+)/.exec(value)?.[1] ?? []));
  const [only, ...others] = names;
  return others.length === 0 ? only : undefined;
}

/** True for the same resource, and for what is in it: an object in its bucket, an index of its table, an alias of its function. */
function isPartOf(value: string, whole: string): boolean {
  return value === whole || (value.startsWith(whole) && /^[/:]/.test(value.slice(whole.length)));
}

/**
 * A resource from another line than that of the denial is assumed to be that of the call. One in the record of the call is a fact.
 */
export function nearbyAssumption({ denial, action, resource }: Question): readonly Assumption[] {
  const found = denial === null ? undefined : nearbyResource(denial, action);
  if (found === undefined || found.line === null || found.value !== resource) return [];
  const why = `the error names no resource; line ${found.line} has it (${found.label})`;
  return [{ what: `resource=${found.value}`, why }];
}

function isRole(value: string): boolean {
  const arn = parseArn(value);
  return arn?.service === 'iam' && arn.resource.startsWith('role/');
}

/** True for a resource of a kind that AWS lists for the action; of an action that is not in AWS's list, for one of its service. */
export function worksOn(action: string, value: string): boolean {
  const facts = actionFacts(action);
  if (facts === undefined) return parseArn(value)?.service === action.slice(0, action.indexOf(':')).toLowerCase();
  return facts.resourceTypes.some(({ arn }) => patternOf(arn).test(value));
}

/** AWS's pattern of a kind of ARN. The name of a bucket has no slash: what follows one is an object. */
function patternOf(arn: string): RegExp {
  const literal = arn.replace(/[.*+?^()|[\]\\]/g, '\\$&');
  const source = literal.replace(/\$\{(\w+)\}/g, (_, name: string) => {
    if (/^(?:Partition|Region|Account)$/.test(name)) return '[^:]*';
    return name === 'BucketName' ? '[^/:]+' : '.+';
  });
  return new RegExp(`^${source}$`);
}
