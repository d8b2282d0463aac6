import { quoted } from '../../evidence/allow-evidence.ts';
import { isProvenUnmet } from '../../evidence/near-miss/find-near-misses.ts';
import {
  nearMissEvidence,
  nearMissSummary,
  type StatementNearMiss,
  unmetSummary,
} from '../../evidence/near-miss/near-miss.ts';
import { unknownVariables } from '../../evidence/near-miss/variable-values.ts';
import { advise } from '../../grants/advise.ts';
import { nearMissRemedies } from '../../grants/near-miss-remedies.ts';
import { ownerOf } from '../../grants/owners.ts';
import { servicePrefix } from '../../model/actions.ts';
import { parseArn } from '../../model/arn.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Remedy } from '../../model/remedy.ts';
import { describeConditionKey } from '../../reference/keys/condition-keys.ts';
import type { Finding } from '../cause.ts';

/** What a special cause says in place of the general words. */
export interface SpecialCondition {
  readonly summary?: string;
  /** Why the condition does not hold, in place of how the two values differ. */
  readonly because?: string | undefined;
  readonly remedies?: readonly Remedy[];
}

/** The finding of any cause about the conditions of an Allow, with one piece of evidence for each condition that fails. */
export function conditionFinding(
  miss: StatementNearMiss,
  blocker: Blocker,
  denialCase: DenialCase,
  special: SpecialCondition = {},
): Finding {
  const difference = { ...miss.difference, words: special.because ?? miss.difference.words };
  const others = miss.conditions
    .slice(1)
    .map((other) => nearMissEvidence({ ...other, statement: miss.statement }, denialCase));
  const isUnmet = isProvenUnmet(miss, blocker, denialCase);
  const remedies = special.remedies ?? nearMissRemedies(miss, blocker, denialCase);
  return {
    summary: special.summary ?? (isUnmet ? unmetSummary(miss, denialCase) : nearMissSummary(miss, denialCase)),
    evidence: [nearMissEvidence({ ...miss, difference }, denialCase), ...others, ...quoted(blocker, denialCase)],
    remedies: remedies.length === 0 && isUnmet ? [metOrAllowed(miss, blocker, denialCase)] : remedies,
  };
}

/** What the condition asks for may be within reach of the caller; otherwise the owner decides on which condition the action is allowed. */
function metOrAllowed(
  { statement, conditions, document }: StatementNearMiss,
  { layer }: Blocker,
  denialCase: DenialCase,
): Remedy {
  const action = denialCase.request?.action ?? 'the action';
  const who = ownerOf(layer, denialCase, statement.policy);
  const region = parseArn(denialCase.request?.resource ?? '')?.region ?? '';
  if (region !== '' && conditions.every(({ finding: { key } }) => key.toLowerCase() === 'aws:requestedregion'))
    return advise(
      `see which region the request goes to: the resource is in ${region}; if ${action} is meant to be used there, allow it for ${region} in a statement of its own`,
      who,
    );
  const keys = [...new Set(conditions.map(({ finding: { key } }) => key))].join(' and ');
  const compared = conditions.flatMap(({ values }) =>
    values.flatMap(({ value }) => variablesIn(value, document, denialCase)),
  );
  const beside = compared.length === 0 ? '' : `, and compare it with ${[...new Set(compared)].join(' and ')}`;
  const createAction = `${servicePrefix(action)}:CreateAction`;
  const isNew =
    isTagging(action) &&
    describeConditionKey(createAction) !== undefined &&
    conditions.some(({ finding: { key } }) => isResourceTag(key));
  const creation = isNew
    ? ` (a resource that is being created has no tags yet: ${createAction} names the call that creates it)`
    : '';
  return advise(
    `see what the request has for ${keys}${beside}; if that is as it should be, allow ${action} in a statement of its own, with conditions that the call meets${creation}`,
    who,
  );
}

/** The keys that the policy compares with by a variable: `aws:PrincipalTag/team` of `${aws:PrincipalTag/team}`. */
function variablesIn(text: string, document: unknown, { request }: DenialCase): readonly string[] {
  return request === null ? [] : unknownVariables(text, document, request.context);
}

/** `ec2:CreateTags`, `elasticloadbalancing:AddTags`, `logs:TagResource` */
function isTagging(action: string): boolean {
  return /:(?:AddTags\w*|CreateTags|Tag[A-Z]\w*)$/.test(action);
}

function isResourceTag(key: string): boolean {
  return /^[a-z0-9-]+:resourcetag\//i.test(key);
}
