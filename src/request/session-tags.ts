import type { PolicyStatement } from '../policy/policy-document.ts';
import { readPolicy } from '../policy/read-policy.ts';

/**
 * May a session of this role carry tags of its own? Session tags override the role's, so the role's tags are the
 * session's only where its trust policy lets nobody pass tags. Anything that is not plainly "no" is "yes".
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
 */
export function allowsSessionTags(trustPolicy: unknown): boolean {
  const { statements, unsupportedParts } = readPolicy(trustPolicy);
  return unsupportedParts.length > 0 || statements.some(mayTag);
}

function mayTag({ effect, action }: PolicyStatement): boolean {
  if (effect === 'Deny') return false;
  if (action === null || action.negated || !action.complete) return true;
  return action.entries.some(({ value }) => !TAGLESS.has(value.toLowerCase()));
}

/** Actions that bring no tags by themselves; a SAML assertion or web identity token can carry them only with sts:TagSession. */
const TAGLESS = new Set([
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
  'sts:setsourceidentity',
  'sts:setcontext',
]);
