import { policyWords, statementWords } from '../../evidence/words.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { PolicyRef } from '../../model/policy.ts';
import type { Remedy } from '../../model/remedy.ts';
import { readPolicy } from '../../policy/read-policy.ts';
import { valueWords } from '../change-words.ts';
import type { Draft } from '../draft.ts';
import { findPolicy } from '../find-policy.ts';
import { exemptPrincipal } from './exempt-principal.ts';
import { exemptRequest } from './exempt-request.ts';

/**
 * The narrowest exemption from an explicit deny, for its owner: out of a policy that is the caller's alone this one request, out of
 * any other this one principal. Everybody and everything else stays denied.
 */
export function draftExemption(remedy: Extract<Remedy, { kind: 'exempt' }>, denialCase: DenialCase): Draft | undefined {
  const { policy, who } = remedy;
  const found = findPolicy(denialCase.facts.policies, policy);
  if (found?.document.status !== 'known' || denialCase.request === null) return undefined;
  const document = found.document.value;
  const statement = readPolicy(document).statements.find(({ index }) => index === remedy.statement);
  // What is odd about a statement may be what makes it match: a change could do anything.
  if (statement === undefined || statement.unsupportedParts.length > 0) return undefined;
  const place = { policy, document, statement };
  const exemption =
    (isCallersOwn(policy) ? exemptRequest(place, denialCase.request) : undefined) ?? exemptPrincipal(place, denialCase);
  if (exemption === undefined) return undefined;
  const { what, changes } = exemption;
  const summary = `exempt ${valueWords(what)} from ${statementWords(statement)} of ${policyWords(policy)}`;
  return { who, summary, changes, request: null, commands: [] };
}

/** True for a policy that no one else has: an inline policy of a user or role, a session policy. */
function isCallersOwn({ kind, attachedTo }: PolicyRef): boolean {
  return kind === 'session' || (kind === 'inline' && /^arn:[^:]*:iam::[^:]*:(user|role)\//.test(attachedTo ?? ''));
}
