import type { TokenClaims } from '../model/denial-case.ts';
import { unsupported } from '../model/gap.ts';
import { bareIssuer } from '../model/issuer.ts';
import type { Question } from '../model/question.ts';
import type { ContextValue } from '../model/request.ts';
import { describeConditionKey, isMultivalued } from '../reference/keys/condition-keys.ts';
import { unknown } from './principal-keys.ts';
import { type ContextKeys, multiValue, singleValue } from './request-context.ts';

/**
 * The condition keys of AssumeRoleWithWebIdentity, `<issuer>:sub` and so on, from the claims of the token. Subject and audience are keys for
 * every issuer. Of the other claims, only those are that AWS lists.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
export function tokenKeys(question: Question, token: TokenClaims | null): ContextKeys {
  if (token?.issuer == null || question.action?.toLowerCase() !== 'sts:assumerolewithwebidentity') return {};
  const issuer = bareIssuer(token.issuer);
  const keys: [string, ContextValue][] = Object.entries(token.other).flatMap(([claim, value]) => {
    const key = `${issuer}:${claim}`;
    return describeConditionKey(key) === undefined ? [] : [[key, claimValue(key, value)]];
  });
  if (token.subject !== null) keys.push([`${issuer}:sub`, singleValue(token.subject)]);
  return Object.fromEntries([...keys, ...audienceKeys(issuer, token)]);
}

/** Cognito's `amr` is a list: whether the identity is authenticated, and by whom. https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html */
function claimValue(key: string, value: string | readonly string[]): ContextValue {
  const values = typeof value === 'string' ? [value] : value;
  const isList = typeof value !== 'string' || isMultivalued(key);
  return isList ? multiValue(values) : singleValue(...values);
}

/** Where a token of Google has an authorized party (`azp`), that is the key `aud`, and the audience is the key `oaud`. Of others that is not documented. */
function audienceKeys(issuer: string, { audiences, other }: TokenClaims): readonly [string, ContextValue][] {
  const [audience, ...more] = audiences;
  if (audience === undefined) return [];
  const azp = other['azp'];
  const party = typeof azp === 'string' ? azp : undefined;
  if (more.length === 0 && (party === undefined || party === audience))
    return [[`${issuer}:aud`, singleValue(audience)]];
  if (issuer === 'accounts.google.com' && more.length === 0 && party !== undefined)
    return [
      [`${issuer}:aud`, singleValue(party)],
      [`${issuer}:oaud`, singleValue(audience)],
    ];
  const which = unsupported(
    'which of the audiences of the token AWS compares (it has several, or an authorized party)',
  );
  return [[`${issuer}:aud`, unknown(which)]];
}
