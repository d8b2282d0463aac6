import type { TokenClaims } from '../model/case.ts';
import type { Question } from '../model/question.ts';
import { type ContextKeys, valueOf, valuesOf } from './request-context.ts';

/**
 * The condition keys of a web identity request, `<issuer>:sub` and so on, as the token has them.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
export function tokenKeys(question: Question, token: TokenClaims | null): ContextKeys {
  if (token?.issuer == null || question.action?.toLowerCase() !== 'sts:assumerolewithwebidentity') return {};
  const issuer = token.issuer.replace(/^https?:\/\//, '').replace(/\/$/, '');
  const keys: [string, ContextKeys[string]][] = Object.entries(token.other).map(([claim, value]) => [
    `${issuer}:${claim}`,
    valueOf(value),
  ]);
  if (token.subject !== null) keys.push([`${issuer}:sub`, valueOf(token.subject)]);
  if (token.audiences.length > 0)
    keys.push([
      `${issuer}:aud`,
      token.audiences.length === 1 ? valueOf(token.audiences[0] ?? '') : valuesOf(token.audiences),
    ]);
  return Object.fromEntries(keys);
}
