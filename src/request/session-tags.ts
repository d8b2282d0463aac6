/**
 * May a session of this role carry tags of its own? Session tags override the role's, so the role's tags are the
 * session's only where its trust policy lets nobody pass tags. Anything that is not plainly "no" is "yes".
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
 */
export function allowsSessionTags(trustPolicy: unknown): boolean {
  if (typeof trustPolicy !== 'object' || trustPolicy === null || !('Statement' in trustPolicy)) return true;
  const list: readonly unknown[] = Array.isArray(trustPolicy.Statement)
    ? trustPolicy.Statement
    : [trustPolicy.Statement];
  return list.some(mayTag);
}

function mayTag(statement: unknown): boolean {
  if (typeof statement !== 'object' || statement === null) return true;
  if ('Effect' in statement && statement.Effect === 'Deny') return false;
  if (!('Action' in statement)) return true;
  const actions: readonly unknown[] = Array.isArray(statement.Action) ? statement.Action : [statement.Action];
  return actions.some((action) => typeof action !== 'string' || !TAGLESS.has(action.toLowerCase()));
}

/** Actions that bring no tags by themselves; a SAML assertion or web identity token can carry them only with sts:TagSession. */
const TAGLESS = new Set([
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
  'sts:setsourceidentity',
  'sts:setcontext',
]);
