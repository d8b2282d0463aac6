import type { TokenClaims } from '../model/case.ts';
import type { Question } from '../model/question.ts';
import { type ContextKeys, multiValue, singleValue } from './request-context.ts';

/**
 * The condition keys of a web identity request, `<issuer>:sub` and so on, as the token has them.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
export function tokenKeys(question: Question, token: TokenClaims | null): ContextKeys {
  if (token?.issuer == null || question.action?.toLowerCase() !== 'sts:assumerolewithwebidentity') return {};
  const issuer = token.issuer.replace(/^https?:\/\//, '').replace(/\/$/, '');
  const keys: [string, ContextKeys[string]][] = Object.entries(token.other).map(([claim, value]) => [
    `${issuer}:${claim}`,
    singleValue(value),
  ]);
  if (token.subject !== null) keys.push([`${issuer}:sub`, singleValue(token.subject)]);
  if (token.audiences.length > 0)
    keys.push([
      `${issuer}:aud`,
      token.audiences.length === 1 ? singleValue(token.audiences[0] ?? '') : multiValue(token.audiences),
    ]);
  return Object.fromEntries(keys);
}
