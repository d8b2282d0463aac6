import { parseArn } from '../../model/arn.ts';
import { compareArns } from './compare-arns.ts';
import { compareSubjects } from './compare-claims.ts';
import { compareNames, remoteness } from './compare-names.ts';
import { covers, isPattern } from './covers.ts';
import { type Difference, FAR, sides } from './difference.ts';
import type { Operator } from './operator.ts';

/**
 * How a condition's value differs from the one in the request, for the way in which its operator compares: a pattern where the operator
 * takes none, letter case, an ARN part by part, a letter. Undefined if it matches, or if the texts do not show why it does not.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function compareValues(operator: Operator, policy: string, requested: string): Difference | undefined {
  if (holds(operator, policy, requested)) return undefined;
  if (operator.family === 'address') return compareAddresses(policy, requested);
  if (operator.family === 'string' && !operator.patterns && isPattern(policy) && covers(policy, requested))
    return {
      kind: 'literal-pattern',
      words: `a pattern under ${operator.name}, which takes it literally: ${like(operator)} would match`,
      distance: 0.5,
    };
  if (operator.family === 'arn' || parseArn(policy) !== undefined) return compareConditionArns(policy, requested);
  if (operator.family !== 'string') return undefined;
  const special =
    compareLists(policy, requested) ?? compareSubjects(policy, requested) ?? compareOrganizations(policy, requested);
  if (special !== undefined) return special;
  if (operator.patterns && isPattern(policy)) return comparePattern(policy, requested);
  return compareDetails(policy, requested) ?? compareNames(policy, requested);
}

function holds({ family, patterns, name }: Operator, policy: string, requested: string): boolean {
  if (policy === requested) return true;
  if (/ignorecase$/i.test(name)) return policy.toLowerCase() === requested.toLowerCase();
  return patterns && family === 'string' && covers(policy, requested);
}

function like({ negated }: Operator): string {
  return negated ? 'StringNotLike' : 'StringLike';
}

/** aws:PrincipalArn has the ARN of the role, never that of the session. */
function compareConditionArns(policy: string, requested: string): Difference | undefined {
  if (/^arn:[^:]*:sts::[^:]*:assumed-role\//.test(policy) && requested.includes(':role/'))
    return {
      kind: 'session-arn',
      words: 'the ARN of a role session, where the key holds the ARN of the role',
      distance: 1,
    };
  return compareArns(policy, requested);
}

function comparePattern(policy: string, requested: string): Difference {
  if (covers(policy.toLowerCase(), requested.toLowerCase()))
    return { kind: 'case', words: `different case: ${policy} does not cover ${requested}`, distance: 0.5 };
  const words = `the pattern does not cover it: ${sides(policy, requested)}`;
  return { kind: 'wildcard', words, distance: 2 + remoteness(policy, requested) };
}

/** A list written as one text, `a, b`, is a single value. */
function compareLists(policy: string, requested: string): Difference | undefined {
  if (!policy.includes(',') || requested === '' || policy.length > 2048) return undefined;
  const parts = policy.split(',').map((part) => part.trim().replace(/^["'[]+|["'\]]+$/g, ''));
  return parts.includes(requested)
    ? {
        kind: 'list-in-text',
        words: 'several values in one string: write them as a list',
        distance: 0.5,
      }
    : undefined;
}

const ORGANIZATION_ID = /^o-[a-z0-9]{10,32}$/;

/** Ids are random: two similar ones have nothing in common, unless they differ by a single typing error. */
function compareOrganizations(policy: string, requested: string): Difference | undefined {
  if (!ORGANIZATION_ID.test(policy) || !ORGANIZATION_ID.test(requested)) return undefined;
  const slip = compareNames(policy, requested);
  return slip !== undefined && slip.distance <= 1 ? slip : { words: 'a different organization', distance: 3 };
}

/** Small things that are added to a value or left out: a scheme, a slash at the end, quotes. */
function compareDetails(policy: string, requested: string): Difference | undefined {
  if (policy.trim() === requested.trim() || bare(policy) !== bare(requested)) return undefined;
  return { words: `the same except for a scheme, slash or quote: ${sides(policy, requested)}`, distance: 0.5 };
}

function bare(text: string): string {
  return text
    .trim()
    .replace(/^["']|["']$/g, '')
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '');
}

/** IPv4 and IPv6 addresses never match each other. */
function compareAddresses(policy: string, requested: string): Difference | undefined {
  const [ours, theirs] = [policy.includes(':'), requested.includes(':')];
  if (ours === theirs) return undefined;
  return { words: `an IPv${theirs ? 6 : 4} address, and the range is one of IPv${ours ? 6 : 4}`, distance: 2 };
}

/** The values have nothing to do with each other. */
export const OTHER_VALUE: Difference = { words: 'a different value', distance: FAR };
