import type { StatedReason } from '../../model/denial.ts';
import type { Layer } from '../../model/layer.ts';
import { type DenseText, SPACING } from '../text/dense-text.ts';
import { matchAt } from './search.ts';
import { trimValue, valueEnd } from './value.ts';

/** AWS's reason for a denial, if the text states one. `reason` is null for settings that are not policies. */
export interface Clause {
  readonly from: number;
  readonly to: number;
  readonly reason: StatedReason | null;
  /** True if the text ends inside the clause. */
  readonly cutOff: boolean;
}

/**
 * Policy types as AWS and its documentation write them, misspelled ones included, without white space.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
const POLICY_TYPES: readonly (readonly [RegExp, Layer])[] = [
  [/(?:an?|the|any)?identity-?based(?:polic(?:y|ies))?/y, 'identity'],
  [/(?:an?|the|any)?resource-?based(?:polic(?:y|ies))?/y, 'resource'],
  [/(?:an?|the|any)?permissions?boundar(?:y|ies)(?:polic(?:y|ies))?/y, 'boundary'],
  [/(?:an?|the|any)?sessions?polic(?:y|ies)/y, 'session'],
  [/(?:an?|the|any)?servicecontrol(?:polic(?:y|ies))?/y, 'scp'],
  [/(?:an?|the|any)?resourcecontrol(?:polic(?:y|ies))?/y, 'rcp'],
  [/(?:an?|the|any)?vpc-?endpoint(?:polic(?:y|ies))?/y, 'endpoint'],
  [/(?:an?|the|any)?(?:role)?trustpolic(?:y|ies)/y, 'trust'],
];

type Reader = (dense: DenseText, from: number) => Clause;

/** How clauses begin. The settings are S3's, and the missing resource is KMS's. https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html */
const BEGINNINGS: Readonly<Record<string, Reader>> = {
  becauseno: readImplicit,
  withanexplicitdeny: readExplicit,
  withexplicitdeny: readExplicit,
  becausetheroletrustpolicy: readTrustPolicyTypo,
  becausepublicacls: readSetting,
  becausepublicpolicies: readSetting,
  becausethisbucket: readSetting,
  becausetheresourcedoesnotexist: readCompound,
};
const BEGINNING = new RegExp(Object.keys(BEGINNINGS).join('|'));

/** Finds the first clause in a stretch of text. */
export function findClause(dense: DenseText, from: number, to: number): Clause | undefined {
  const found = BEGINNING.exec(dense.lower.slice(from, to));
  return found ? BEGINNINGS[found[0]]?.(dense, from + found.index) : undefined;
}

/** The action that the clause names: "because no … policy allows the s3:GetObject action". */
export function actionInClause(dense: DenseText, { from, to }: Pick<Clause, 'from' | 'to'>): string | undefined {
  return /allows?(?:the)?([a-z0-9-]{2,40}:[a-z0-9*]{2,80})action$/i.exec(dense.text.slice(from, to))?.[1];
}

/** Reads a clause without its first word, as the console writes it after "Context:": `no … policy allows …`, `an explicit deny in …`. */
export function findBareClause(dense: DenseText, from: number): Clause | undefined {
  if (matchAt(/no/y, dense.lower, from)) return readImplicit(dense, from, 'no'.length);
  const lead = matchAt(/(?:with)?(?:an?|the)?(?=explicitdeny)/y, dense.lower, from);
  return lead ? readExplicit(dense, from) : undefined;
}

function readImplicit(dense: DenseText, from: number, lead = 'becauseno'.length): Clause {
  const typeAt = from + lead;
  const [layer, typeEnd] = policyType(dense, typeAt);
  const tail = matchAt(/allows?(?:the)?[\w:.*-]{1,160}?action/y, dense.lower, typeEnd);
  const to = tail ? typeEnd + tail[0].length : typeEnd;
  return { from, to, reason: { layer, effect: 'implicit', policyArn: null }, cutOff: tail === null };
}

function readExplicit(dense: DenseText, from: number): Clause {
  const denied = from + (matchAt(/(?:with)?(?:an?|the)?explicitdeny/y, dense.lower, from)?.[0].length ?? 0);
  const hasType = dense.lower.startsWith('in', denied) && dense.spacingBefore(denied + 2) !== SPACING.none;
  const [layer, typeEnd] = hasType ? policyType(dense, denied + 2) : [null, denied];
  let to = typeEnd;
  to += matchAt(/transitivelythroughaservicecontrolpolicy/y, dense.lower, to)?.[0].length ?? 0;
  const [policyArn, end] = policyArnAt(dense, to);
  return { from, to: end, reason: { layer, effect: 'explicit', policyArn }, cutOff: hasType && layer === null };
}

/** A typo of AWS's documentation, "because the role trust policy allows", which leaves the effect open. */
function readTrustPolicyTypo(dense: DenseText, from: number): Clause {
  const length = matchAt(/becausetheroletrustpolicy(?:allowsthe[\w:*]{1,80}?action)?/y, dense.lower, from)?.[0].length;
  return {
    from,
    to: from + (length ?? 0),
    reason: { layer: 'trust', effect: null, policyArn: null },
    cutOff: false,
  };
}

function readSetting(dense: DenseText, from: number): Clause {
  const end = dense.lower.slice(from, from + 260).search(/blockpublicaccess|encryptiontype/);
  return { from, to: from + Math.max(end, 'becausepublic'.length), reason: null, cutOff: end < 0 };
}

function readCompound(dense: DenseText, from: number): Clause {
  const ending = 'explicitlydeniesaccess';
  const end = dense.lower.slice(from, from + 260).indexOf(ending);
  return {
    from,
    to: end < 0 ? from + 'becausetheresourcedoesnotexist'.length : from + end + ending.length,
    reason: { layer: 'resource', effect: null, policyArn: null },
    cutOff: end < 0,
  };
}

function policyType(dense: DenseText, at: number): [Layer | null, number] {
  for (const [pattern, layer] of POLICY_TYPES) {
    const match = matchAt(pattern, dense.lower, at);
    if (match) return [layer, at + match[0].length];
  }
  return [null, at];
}

/** The ARN of the denying policy, which AWS adds if the policy is in the same account or organization. */
function policyArnAt(dense: DenseText, at: number): [string | null, number] {
  const lead = matchAt(/(?:,?withpolicyarn)?:?["'`(]{0,2}(?=arn:)/y, dense.lower, at);
  if (lead === null || lead[0] === '') return [null, at];
  const from = at + lead[0].length;
  const full = dense.text.slice(from, valueEnd(dense, from));
  const tail = full.search(/\.(?:Encoded|Go)|[)"'`]/);
  const value = trimValue(tail < 0 ? full : full.slice(0, tail));
  return [value, from + value.length];
}
