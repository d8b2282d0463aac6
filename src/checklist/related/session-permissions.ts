import { isFederated } from '../../model/actions.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Question } from '../../model/question.ts';
import type { RequestContext } from '../../model/request.ts';
import { type RelatedQuestion, sameCaller } from './related-question.ts';

/** What a call can give the session that it makes, and the action that allows it; `keys` are the beginnings of condition keys in lower case. */
const GIVEN = [
  {
    action: 'sts:TagSession',
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
    keys: ['aws:requesttag/', 'aws:tagkeys', 'sts:transitivetagkeys'],
    why: 'the call passes session tags',
  },
  {
    action: 'sts:SetSourceIdentity',
    // It is also passed on from one session to the next: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
    keys: ['sts:sourceidentity', 'aws:sourceidentity'],
    why: 'the call sets a source identity, or the session that makes it has one',
  },
  {
    action: 'sts:SetContext',
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
    keys: ['sts:requestcontextproviders', 'sts:requestcontext/'],
    why: 'the call passes a trusted context',
  },
] as const;

/** One call of AssumeRole may need several actions to be allowed on the same role, in the caller's policies and the role's. A denial names one. */
export function sessionPermissions(denialCase: DenialCase, question: Question): readonly RelatedQuestion[] {
  const { request } = denialCase;
  if (request === null || request.resource === null) return [];
  const action = request.action.toLowerCase();
  const needed = GIVEN.filter((given) => given.action.toLowerCase() !== action && isSent(given.keys, request.context));
  // AWS's record of the call holds for all of them.
  const { encodedMessage, authorizationId, decodedMessage } = question;
  const recorded = { encodedMessage, authorizationId, ...(decodedMessage !== undefined && { decodedMessage }) };
  const ask = (asked: string, why: string): RelatedQuestion => ({
    why,
    question: sameCaller(denialCase, question, { action: asked, ...recorded }),
  });
  if (isAssume(action)) return needed.map((given) => ask(given.action, given.why));
  if (!GIVEN.some((given) => given.action.toLowerCase() === action)) return [];
  const assume = assumeAction(denialCase);
  return [ask(assume, `the same call asks for ${assume}`), ...needed.map((given) => ask(given.action, given.why))];
}

function isSent(keys: readonly string[], context: RequestContext): boolean {
  for (const [key, value] of context.entries()) {
    if (value.status !== 'known' || value.values.length === 0) continue;
    const lower = key.toLowerCase();
    if (keys.some((beginning) => lower.startsWith(beginning))) return true;
  }
  return false;
}

function isAssume(action: string): boolean {
  return action === 'sts:assumerole' || isFederated(action);
}

/** The call that the tags, the identity or the context were sent with. */
function assumeAction({ denial, facts }: DenialCase): string {
  const operation = denial?.operation ?? '';
  if (isAssume(`sts:${operation.toLowerCase()}`)) return `sts:${operation}`;
  if (facts.principal?.type !== 'federated') return 'sts:AssumeRole';
  return facts.principal.name.includes(':saml-provider/') ? 'sts:AssumeRoleWithSAML' : 'sts:AssumeRoleWithWebIdentity';
}
