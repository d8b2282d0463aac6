import type { Tri } from '../../model/tri.ts';
import { matchPattern, splitPattern } from '../patterns/match-pattern.ts';
import { ANY_MANY, type Pattern } from '../patterns/pattern.ts';
import { isPartlyRemoved, mayCoverRemoved } from '../patterns/removed.ts';

const SERVICE = 2;
const RESOURCE = 5;
/** The parts of an ARN, the last of which may hold colons. */
export const ARN_PARTS = 6;

/** The ARN of a request, taken apart once. */
export interface RequestedArn {
  readonly text: string;
  readonly lowerText: string;
  readonly parts: readonly string[];
  /** A secret was taken out of it. */
  readonly partlyRemoved: boolean;
}

/** An entry of Resource or NotResource, compiled. */
export interface ResourcePattern {
  /** `*` alone. */
  readonly everything: boolean;
  /** How every ARN begins that the pattern may cover, in lower case: most patterns are out of the question at once. */
  readonly lowerHead: string;
  readonly whole: Pattern;
  readonly parts: readonly Pattern[];
  readonly lowerParts: readonly Pattern[];
  /** A wildcard in the part that names the service, which AWS does not allow. */
  readonly wildService: boolean;
  /** Ends in `*`: it also covers what stands behind further colons. */
  readonly open: boolean;
  /** A part before the last one ends in `*`: AWS says that it "can" cover what stands behind further colons. */
  readonly crossing: boolean;
  /** A secret was taken out of its fixed beginning. */
  readonly partlyRemoved: boolean;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
export function compileResource(whole: Pattern): ResourcePattern {
  const parts = splitPattern(whole, ARN_PARTS);
  const service = parts.length > SERVICE + 1 ? parts[SERVICE] : undefined;
  return {
    everything: whole.head === '' && whole.tail.length === 1 && whole.tail[0] === ANY_MANY,
    lowerHead: whole.head.toLowerCase(),
    whole,
    parts,
    lowerParts: parts.map((part, index) => (index < RESOURCE ? lower(part) : part)),
    wildService: service !== undefined && service.tail.length > 0,
    open: whole.tail.at(-1) === ANY_MANY,
    crossing: parts.slice(0, -1).some((part) => part.tail.at(-1) === ANY_MANY),
    partlyRemoved: isPartlyRemoved(whole.head),
  };
}

/**
 * Does the pattern cover the ARN? Part by part: a `*` inside stays inside its part. Where AWS's pages do not say what a pattern
 * means, one that may cover the ARN is unknown.
 */
export function matchArn(pattern: ResourcePattern, arn: RequestedArn): Tri {
  if (pattern.everything) return 'yes';
  const answer = matchKnown(pattern, arn);
  if (!pattern.partlyRemoved && !arn.partlyRemoved) return answer;
  if (answer === 'no') return mayCoverRemoved(pattern.whole.head, arn.text) ? 'unknown' : 'no';
  return pattern.partlyRemoved ? 'unknown' : answer;
}

function matchKnown(pattern: ResourcePattern, arn: RequestedArn): Tri {
  if (!beginsWith(arn.text, pattern.whole.head) && !beginsWith(arn.lowerText, pattern.lowerHead)) return 'no';
  if (pattern.parts.length < ARN_PARTS) return matchShort(pattern, arn);
  if (matchParts(pattern.parts, arn.parts, ARN_PARTS)) return pattern.wildService ? 'unknown' : 'yes';
  // Not documented: whether case counts in partition, service, region and account.
  if (matchParts(pattern.lowerParts, lowerParts(arn), ARN_PARTS)) return 'unknown';
  return pattern.crossing && matchPattern(pattern.whole, arn.text) ? 'unknown' : 'no';
}

/** One character rules most patterns out: ARNs differ in the service and behind it more often than before it. */
function beginsWith(text: string, head: string): boolean {
  const end = head.length - 1;
  return (end < 0 || text.charCodeAt(end) === head.charCodeAt(end)) && text.startsWith(head);
}

/** Fewer than six parts: AWS documents only those that end in `*`. */
function matchShort(pattern: ResourcePattern, arn: RequestedArn): Tri {
  const last = pattern.parts.length - 1;
  const end = pattern.parts[last];
  if (end === undefined) return 'no';
  const rest = arn.parts.slice(last).join(':');
  if (matchParts(pattern.parts, arn.parts, last) && matchPattern(end, rest))
    return pattern.open && !pattern.wildService ? 'yes' : 'unknown';
  if (matchParts(pattern.lowerParts, lowerParts(arn), last + 1)) return 'unknown';
  return matchPattern(pattern.whole, arn.text) ? 'unknown' : 'no';
}

function matchParts(patterns: readonly Pattern[], parts: readonly string[], count: number): boolean {
  // The last part differs most often.
  for (let index = count - 1; index >= 0; index -= 1) {
    const pattern = patterns[index];
    if (pattern === undefined || !matchPattern(pattern, parts[index] ?? '')) return false;
  }
  return true;
}

/** The parts in lower case, but for the last, in which case counts. */
function lowerParts({ parts }: RequestedArn): readonly string[] {
  return parts.map((part, index) => (index < RESOURCE ? part.toLowerCase() : part));
}

function lower({ head, tail }: Pattern): Pattern {
  return {
    head: head.toLowerCase(),
    tail: tail.map((unit) => (unit < 0 ? unit : String.fromCharCode(unit).toLowerCase().charCodeAt(0))),
  };
}
