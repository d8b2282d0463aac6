import type { Case } from '../../model/case.ts';
import { shortName } from '../../model/short-name.ts';
import { getPointer } from '../../policy/pointer.ts';
import { readPrincipal } from '../../policy/read-principal.ts';
import { defineCheck } from '../cause.ts';
import { denyFinding, denyingStatement } from '../deny-shapes/deny-finding.ts';
import { listWords } from '../../evidence/near-miss/condition-words.ts';
import { documentOf } from '../../evidence/policy-lookup.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html */
export const notPrincipal = defineCheck({
  on: 'blockage',
  layer: 'resource',
  kind: 'explicit-deny',
  id: 'resource.not-principal',
  doc: {
    what: 'The policy of the resource denies everybody but those whom it names (Deny with NotPrincipal), and the caller is not let out by it.',
    why: 'A session of a role is let out only where its account, the role and the session itself are all named; a wildcard does not work there; and callers with a permissions boundary are always denied by it, whoever is named.',
    fix: 'The owner of the resource writes the exemption with a condition in its place: Principal "*" and ArnNotLike on aws:PrincipalArn. AWS advises against NotPrincipal.',
  },
  explain(blockage, subject) {
    const statement = denyingStatement(blockage);
    const pointer = `${statement?.pointer}/NotPrincipal`;
    const value = statement === undefined ? undefined : getPointer(documentOf(subject, statement), pointer);
    if (statement === undefined || value === undefined) return undefined;
    const named = readPrincipal(undefined, value, statement.pointer)?.entries.map((entry) => entry.value) ?? [];
    return denyFinding(statement, blockage, subject, {
      words: `${subject.request?.action ?? 'it'} to everybody but ${listWords(named)} (NotPrincipal)${whyNotLetOut(named, subject)}`,
      pointer,
    });
  },
});

/** Why it denies a caller whom the list seems to name. */
function whyNotLetOut(named: readonly string[], { facts, request }: Case): string {
  const role = facts.callerEntity.status === 'known' ? facts.callerEntity.value.arn : null;
  const arn = request?.principal.arn ?? null;
  if (facts.policies.boundary.status === 'known' && [role, arn].some((one) => one !== null && named.includes(one)))
    return '; whoever has a permissions boundary is never let out';
  if (request?.principal.type !== 'session' || role === null || arn === null) return '';
  return named.includes(role) && !named.includes(arn)
    ? `; the caller is a session of ${shortName(role)}, and is let out only if its own ARN is listed too, ${arn}`
    : '';
}
