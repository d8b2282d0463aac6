import { callerArnIsKnown, namedCaller } from '../evidence/named-caller.ts';
import { compareArns } from '../evidence/near-miss/compare-arns.ts';
import type { ConditionNearMiss, StatementNearMiss } from '../evidence/near-miss/near-miss.ts';
import { accountsOf, withoutPlaceholders } from '../evidence/near-miss/placeholders.ts';
import { elementTexts, textsAt } from '../evidence/policy-lookup.ts';
import { isPermissionSet } from '../model/aws-names.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Layer } from '../model/layer.ts';
import type { Remedy } from '../model/remedy.ts';
import { coveringPattern } from '../model/unnamed-resource.ts';
import { ownerOf } from './owners.ts';

/**
 * What belongs in place of a placeholder, or of a value of AWS's examples, that a policy was copied with. It takes nothing away: as it
 * stands the value matches nothing, or an account that nobody wants to trust. Undefined where the statement fails in something else too.
 */
export function fillPlaceholders(
  miss: StatementNearMiss,
  layer: Layer,
  denialCase: DenialCase,
): readonly Remedy[] | undefined {
  const { policy } = miss.statement;
  const values =
    miss.element === 'condition'
      ? miss.conditions.map((condition) => conditionValue(condition, miss, denialCase))
      : [{ pointer: miss.pointer, value: miss.difference.placeholder && replacementOf(miss, denialCase) }];
  const who = ownerOf(layer, denialCase, policy);
  const remedies = values.flatMap(({ pointer, value }): readonly Remedy[] =>
    typeof value === 'string' ? [{ kind: 'replace', policy, pointer, value, who, why: whyDead(miss, denialCase) }] : [],
  );
  return remedies.length === values.length && remedies.length > 0 ? remedies : undefined;
}

interface Replacement {
  readonly pointer: string;
  readonly value: string | true | undefined;
}

/** A letter or two: so near that the resource of the request must have been meant. */
const SLIP = 2;

/** The caller in place of an example principal; a resource with its placeholders filled in, if that is what was requested. */
function replacementOf(miss: StatementNearMiss, denialCase: DenialCase): string | undefined {
  const { request } = denialCase;
  if (request === null) return undefined;
  const filled = withoutPlaceholders(miss.policySays, miss.requestHas, accountsOf(request))?.text;
  if (miss.element === 'resource') {
    if (filled === undefined) return undefined;
    const rest = compareArns(filled, miss.requestHas);
    if (rest === undefined) return filled;
    return rest.distance <= SLIP ? coveringPattern(miss.requestHas) : undefined;
  }
  if (miss.element !== 'principal') return undefined;
  const { principal, arn } = namedCaller(denialCase);
  if (principal.type === 'federated' || principal.type === 'service')
    return filled === principal.name ? filled : undefined;
  // A role whose path is not known cannot be named: it has to be the right one, or saving the policy fails.
  if (arn === null || (isPermissionSet(arn) && !callerArnIsKnown(denialCase))) return undefined;
  return arn;
}

function conditionValue(
  { difference, finding, pointer, operator }: ConditionNearMiss,
  { document }: StatementNearMiss,
  { request }: DenialCase,
): Replacement {
  const [text] = textsAt(document, pointer);
  const [asked, ...more] = finding.request.status === 'known' ? finding.request.values : [];
  if (!difference.placeholder || text === undefined || asked === undefined || more.length > 0 || request === null)
    return { pointer, value: undefined };
  const filled = withoutPlaceholders(text.value, asked, accountsOf(request))?.text;
  const holds =
    filled === asked || (operator.patterns && filled !== undefined && compareArns(filled, asked) === undefined);
  return { pointer: text.pointer, value: holds ? filled : undefined };
}

/** Why it takes nothing away; and what the statement, which matched nothing so far, allows besides. */
function whyDead({ element, policySays, document, statement }: StatementNearMiss, { request }: DenialCase): string {
  if (policySays === request?.resource)
    return 'it is the role itself, as in the example document of AWS’s documentation';
  if (element === 'principal') return 'it is an example value from AWS’s documentation';
  const dead = 'a placeholder or example value copied from documentation matches nothing in your account';
  const broad = elementTexts(document, statement, 'Action').find(({ value }) => value.includes('*'));
  return element === 'resource' && broad !== undefined
    ? `${dead}; corrected, the statement allows all of ${broad.value} there`
    : dead;
}
