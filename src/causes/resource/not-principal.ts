import { documentOf } from '../../evidence/policy-lookup.ts';
import { listWords } from '../../evidence/value-words.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import { shortName } from '../../model/short-name.ts';
import { getPointer } from '../../policy/pointer.ts';
import { readPrincipal } from '../../policy/read-principal.ts';
import { blockerCause } from '../cause.ts';
import { denyFinding, NO_DENY } from '../runners/deny-finding.ts';

export const notPrincipal = blockerCause({
  kind: 'explicit-deny',
  id: 'resource.not-principal',
  explain(blocker, denialCase) {
    if (blocker.kind !== 'explicit-deny') return NO_DENY;
    const { statement } = blocker;
    const pointer = `${statement.pointer}/NotPrincipal`;
    const value = getPointer(documentOf(denialCase, statement), pointer);
    if (value === undefined) return 'the statement has no NotPrincipal';
    const named = readPrincipal(undefined, value, statement.pointer)?.entries.map((entry) => entry.value) ?? [];
    return denyFinding(blocker, denialCase, {
      words: `${denialCase.request?.action ?? 'it'} to everybody but ${listWords(named)} (NotPrincipal)${whyNotLetOut(named, denialCase)}`,
      pointer,
    });
  },
});

/** Why it denies a caller whom the list seems to name. */
function whyNotLetOut(named: readonly string[], { facts, request }: DenialCase): string {
  const role = facts.callerEntity.status === 'known' ? facts.callerEntity.value.arn : null;
  const arn = request?.principal.arn ?? null;
  if (facts.policies.boundary.status === 'known' && [role, arn].some((one) => one !== null && named.includes(one)))
    return '; whoever has a permissions boundary is never let out';
  if (request?.principal.type !== 'session' || role === null || arn === null) return '';
  return named.includes(role) && !named.includes(arn)
    ? `; the caller is a session of ${shortName(role)}, and is let out only if its own ARN is listed too, ${arn}`
    : '';
}
