import { getPointer } from '../../policy/pointer.ts';
import { readPrincipal } from '../../policy/read-principal.ts';
import { defineCheck } from '../check.ts';
import { denyFinding, denyingStatement } from '../deny-shapes/deny-finding.ts';
import { listWords } from '../near-miss/condition-words.ts';
import { documentOf } from '../statement-text.ts';

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
      words: `${subject.request?.action ?? 'it'} to everybody but ${listWords(named)} (NotPrincipal)`,
      pointer,
    });
  },
});
