import { isWebIdentity } from '../../evidence/federated-call.ts';
import { orList, requestValue } from '../../evidence/value-words.ts';
import { exchangedClaims } from '../../grants/claim-statements.ts';
import { leaveMissToOwner } from '../../grants/leave-to-owner.ts';
import { swapClaims } from '../../grants/swap-claims.ts';
import { bareIssuer } from '../../model/issuer.ts';
import { describeConditionKey } from '../../reference/keys/condition-keys.ts';
import type { BlockerCause } from '../cause.ts';
import { conditionCause } from '../runners/condition-cause.ts';
import { audiencesOf, otherIssuer, unregisteredAudience } from './issuers.ts';

/** True for a text that begins as subjects of the usual issuers do. */
function isSubject(value: string): boolean {
  return /^(repo:|system:serviceaccount:|project_path:|organization:)/.test(value);
}

/** A claim other than subject and audience, under its issuer. */
const OTHER_CLAIM = /^[a-z0-9.-]+\.[a-z]{2,}(\/[^:]*)?:(?!sub$|aud$)[a-z_]+$/;

/** Conditions on claims of a token other than its subject do not hold: first the keys and values that no token can ever have. */
export const claimConditions = [
  otherIssuer,
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
  conditionCause({
    id: 'web-identity.condition-key',
    keys: /:[a-z_]+$/,
    when: ({ miss, denialCase }) =>
      isWebIdentity(denialCase) &&
      miss.conditions.every(({ finding: { key } }) => /^(arn:|https?:)|\/:[a-z_]+$/i.test(key)),
    whyNot: 'some condition that fails has a key that names its issuer as IAM does, or is not about a claim',
    summary: ({ place, condition, denialCase }) => {
      const { key } = condition.finding;
      const issuer = bareIssuer(denialCase.token?.issuer ?? '');
      const claim = key.slice(key.lastIndexOf(':'));
      const right = issuer === '' ? `the issuer’s host and path, then ${claim}` : `${issuer}${claim}`;
      return `${place} asks for the key ${key}, which no request has: it must be ${right}`;
    },
    because: () => 'no request has this key: an issuer is named by its host and path, without scheme and final slash',
  }),
  conditionCause({
    id: 'web-identity.swapped-claims',
    keys: /:(sub|aud)$/,
    when: ({ miss }) =>
      miss.conditions.some(({ finding: { key }, values }) =>
        values.some(({ value }) =>
          key.toLowerCase().endsWith(':sub') ? value === 'sts.amazonaws.com' : isSubject(value),
        ),
      ),
    whyNot: 'no condition has a subject for aud or an audience for sub, or others fail as well',
    summary: ({ place }) => `${place} has audience and subject (aud, sub) swapped`,
    because: () => 'aud says for whom the token is, sub says who has it: the two are swapped',
    remedies: ({ miss, condition, denialCase }) => {
      const [audience, ...others] = audiencesOf(condition, denialCase);
      return (
        swapClaims(miss, denialCase) ??
        exchangedClaims(miss, isSubject, others.length === 0 ? audience : undefined, denialCase)
      );
    },
  }),
  unregisteredAudience,
  // Cognito's keys come before those of other issuers: its aud is the identity pool.
  // https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html
  conditionCause({
    id: 'web-identity.cognito-pool',
    keys: /^cognito-identity\.amazonaws\.com:aud$/,
    whyNot: 'cognito-identity.amazonaws.com:aud is not the only key whose condition fails',
    summary({ condition, place, wanted }) {
      const own = requestValue(condition);
      return own === undefined
        ? `${place} requires the identity pool ${orList(wanted)}; that of the identity is unknown`
        : `${place} requires the identity pool ${orList(wanted)}, but the identity is of ${own}`;
    },
  }),
  conditionCause({
    id: 'web-identity.cognito-amr',
    keys: /^cognito-identity\.amazonaws\.com:amr$/,
    whyNot: 'cognito-identity.amazonaws.com:amr is not the only key whose condition fails',
    summary({ condition, place, wanted }) {
      const own = requestValue(condition);
      return own === undefined
        ? `${place} requires ${orList(wanted)} identities of the Cognito pool; the kind of this one is unknown`
        : `${place} requires ${orList(wanted)} identities of the Cognito pool, and this one is ${own}`;
    },
  }),
  conditionCause({
    id: 'web-identity.audience',
    keys: /:aud$/,
    when: ({ denialCase }) => isWebIdentity(denialCase),
    whyNot: 'the audience is not the only claim whose condition fails',
    summary({ condition, place, wanted }) {
      const own = requestValue(condition);
      return own === undefined
        ? `${place} requires the audience ${orList(wanted)}; that of the token is unknown`
        : `${place} requires the audience ${orList(wanted)}, but the token has ${own}`;
    },
  }),
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
  conditionCause({
    id: 'web-identity.claim-not-sent',
    keys: OTHER_CLAIM,
    when: ({ denialCase, miss }) =>
      isWebIdentity(denialCase) &&
      miss.conditions.every(({ finding: { key } }) => describeConditionKey(key) === undefined),
    whyNot: 'some condition that fails is on a key that AWS documents, or is not about a claim',
    summary: ({ condition, place }) =>
      `${place} requires ${condition.finding.key}, and AWS documents no such key: of that issuer’s tokens it does not take the claim into the request`,
    because: () => 'AWS does not take this claim of the issuer’s tokens into the request',
    remedies: ({ condition, miss, denialCase }) => [leaveMissToOwner(miss, condition, 'trust', denialCase)],
  }),
  conditionCause({
    id: 'web-identity.claim',
    keys: OTHER_CLAIM,
    when: ({ denialCase }) => isWebIdentity(denialCase),
    whyNot: 'some condition that fails is not about a claim other than subject and audience',
    summary({ condition, place, wanted }) {
      const own = requestValue(condition);
      const { key } = condition.finding;
      const name = key.slice(key.lastIndexOf(':') + 1);
      return own === undefined
        ? `${place} requires the claim ${name} to be ${orList(wanted)}; that of the token is unknown`
        : `${place} requires the claim ${name} to be ${orList(wanted)}, but the token has ${own}`;
    },
  }),
] as const satisfies readonly BlockerCause[];
