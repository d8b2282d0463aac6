import { describeConditionKey } from '../../reference/condition-keys.ts';
import { allowRemedies } from '../allow-remedies.ts';
import type { Check } from '../check.ts';
import { advise } from '../text/advise.ts';
import { conditionCause, listed, sent } from '../trust/condition-cause.ts';
import { isWebIdentity } from './is-web-identity.ts';
import { hostOfIssuer } from './issuer.ts';

/** What subjects of the usual issuers begin with. */
const SUBJECT = /^(repo:|system:serviceaccount:|project_path:|organization:)/;

/** Keys of the Cognito pool are about no token that can be shown here. https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html */
const COGNITO = /^cognito-identity\.amazonaws\.com:/;

/** A claim other than subject and audience, under its issuer. */
const CLAIM = /^[a-z0-9.-]+\.[a-z]{2,}(\/[^:]*)?:(?!sub$|aud$)[a-z_]+$/;

const swappedClaims = conditionCause({
  id: 'web-identity.swapped-claims',
  doc: {
    what: 'The trust policy has the audience where the subject belongs, or the subject where the audience belongs.',
    why: 'aud says for whom the token is (sts.amazonaws.com), sub says who has it (repo:…, system:serviceaccount:…).',
    fix: 'Have the owner of the role exchange the two values.',
  },
  keys: /:(sub|aud)$/,
  when: ({ miss }) =>
    miss.conditions.some(({ condition: { key }, values }) =>
      values.some(({ value }) =>
        key.toLowerCase().endsWith(':sub') ? value === 'sts.amazonaws.com' : SUBJECT.test(value),
      ),
    ),
  summary: ({ place }) => `${place} has audience and subject (aud, sub) the wrong way round`,
  because: () => 'aud says for whom the token is, sub says who has it: the two are the wrong way round',
  remedies: ({ blockage, subject }) => allowRemedies(blockage, subject),
});

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif */
const conditionKey = conditionCause({
  id: 'web-identity.condition-key',
  doc: {
    what: 'A condition key of the trust policy does not name the issuer as IAM does, so that it is never in a request.',
    why: 'The key is the issuer without scheme and without a final slash (token.actions.githubusercontent.com:sub): an ARN, `https://`, a final slash, or another host makes it another key.',
    fix: 'Have the owner of the role write the key as the issuer’s host and path.',
  },
  keys: /:[a-z_]+$/,
  when: ({ miss, subject }) =>
    isWebIdentity(subject) &&
    miss.conditions.every(({ condition: { key } }) => /^(arn:|https?:)|\/:[a-z_]+$/i.test(key)),
  summary: ({ place, condition, subject }) => {
    const host = hostOfIssuer(subject.token?.issuer ?? null);
    const claim = condition.condition.key.slice(condition.condition.key.lastIndexOf(':'));
    const right = host === undefined ? `the issuer's host and path, then ${claim}` : `${host}${claim}`;
    return `${place} asks for the key ${condition.condition.key}, which no request has: it must be ${right}`;
  },
  because: () => 'no request has this key: an issuer is named by its host and path, without scheme and final slash',
  remedies: ({ blockage, subject }) => allowRemedies(blockage, subject),
});

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html */
const audience = conditionCause({
  id: 'web-identity.audience',
  doc: {
    what: 'The trust policy wants another audience (aud) than the token has.',
    why: 'The job asks for its token with another audience (`audience:` of the GitHub action, `aud:` of GitLab’s id_tokens, the projected volume of a pod) than the role expects.',
    fix: 'Ask for the token with the audience that is trusted, or have the owner of the role add the token’s.',
  },
  keys: /:aud$/,
  when: ({ subject, condition }) => isWebIdentity(subject) && !COGNITO.test(condition.condition.key),
  summary({ condition, place, wanted }) {
    const own = sent(condition);
    return own === undefined
      ? `${place} wants the audience ${listed(wanted)}; that of the token does not show (--web-identity-token)`
      : `${place} wants the audience ${listed(wanted)}, and the token has ${own}`;
  },
});

/** https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html */
const cognitoPool = conditionCause({
  id: 'web-identity.cognito-pool',
  doc: {
    what: 'The trust policy wants another Cognito identity pool than the one that the identity is of.',
    why: 'The pool was created anew, is of another region, or the role was copied from another application.',
    fix: 'Have the owner of the role add the id of the identity pool under cognito-identity.amazonaws.com:aud.',
  },
  keys: /^cognito-identity\.amazonaws\.com:aud$/,
  summary({ condition, place, wanted }) {
    const own = sent(condition);
    return own === undefined
      ? `${place} wants the identity pool ${listed(wanted)}; that of the identity does not show`
      : `${place} wants the identity pool ${listed(wanted)}, and the identity is of ${own}`;
  },
});

const cognitoAmr = conditionCause({
  id: 'web-identity.cognito-amr',
  doc: {
    what: 'The trust policy is for signed-in identities of the Cognito pool and the identity is a guest, or the other way round.',
    why: 'cognito-identity.amazonaws.com:amr holds `authenticated` or `unauthenticated`; the two roles of the pool were mixed up, or the app asks for credentials before anybody is signed in.',
    fix: 'Sign in first, or give the identity pool the right role for each kind.',
  },
  keys: /^cognito-identity\.amazonaws\.com:amr$/,
  summary({ condition, place, wanted }) {
    const own = sent(condition);
    return own === undefined
      ? `${place} wants ${listed(wanted)} identities of the Cognito pool; which kind this one is does not show`
      : `${place} wants ${listed(wanted)} identities of the Cognito pool, and this one is ${own}`;
  },
});

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif */
const claimNotSent = conditionCause({
  id: 'web-identity.claim-not-sent',
  doc: {
    what: 'The trust policy wants a claim of the token that AWS does not take into the request.',
    why: 'Of most issuers AWS knows the claims aud, sub and amr only; of a few (GitHub, Google, CircleCI, Oracle) some more. A condition on any other claim never holds.',
    fix: 'Have the owner of the role use sub, and the issuer put the claim into the subject if it has to count.',
  },
  keys: CLAIM,
  when: ({ subject, miss }) =>
    isWebIdentity(subject) &&
    miss.conditions.every(({ condition: { key } }) => describeConditionKey(key) === undefined),
  summary: ({ condition, place }) =>
    `${place} wants ${condition.condition.key}, and AWS documents no such key: of that issuer's tokens it does not take the claim into the request`,
  because: () => 'AWS does not take this claim of the issuer’s tokens into the request',
  remedies: ({ blockage, subject }) => allowRemedies(blockage, subject),
});

/** https://docs.github.com/actions/reference/security/oidc */
const claim = conditionCause({
  id: 'web-identity.claim',
  doc: {
    what: 'The trust policy wants another value of one of the token’s further claims (repository_owner, job_workflow_ref, ref, namespace_path …).',
    why: 'A reusable workflow, another branch of it, another owner or environment than the one that is trusted.',
    fix: 'Run the job so that the claim is the trusted one, or have the owner of the role add the token’s value.',
  },
  keys: CLAIM,
  when: ({ subject }) => isWebIdentity(subject),
  summary({ condition, place, wanted }) {
    const own = sent(condition);
    const { key } = condition.condition;
    const name = key.slice(key.lastIndexOf(':') + 1);
    return own === undefined
      ? `${place} wants the claim ${name} to be ${listed(wanted)}; that of the token does not show (--web-identity-token)`
      : `${place} wants the claim ${name} to be ${listed(wanted)}, and the token has ${own}`;
  },
});

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html */
export const tokenNotShown = conditionCause({
  id: 'web-identity.token-not-shown',
  doc: {
    what: 'The trust policy wants several claims of the token to be certain ones, and nothing shows what the token has.',
    why: 'AWS’s answer says neither subject nor audience. The usual reason is a subject for another branch, environment, pull request or service account.',
    fix: 'Run denytrace in the job itself, pass the token with --web-identity-token (it is decoded here and sent nowhere), or look up the failed AssumeRoleWithWebIdentity event in CloudTrail of the role’s account.',
  },
  keys: /^[a-z0-9.-]+\.[a-z]{2,}(\/[^:]*)?:[a-z_]+$/,
  when: ({ miss, subject }) => isWebIdentity(subject) && !miss.certain && miss.conditions.length > 1,
  summary({ miss, place }) {
    const wants = miss.conditions.map(
      ({ condition: { key }, values }) =>
        `${key.slice(key.lastIndexOf(':') + 1)} ${listed(values.map(({ value }) => value))}`,
    );
    return `${place} wants ${wants.join(' and ')}; what the token has does not show`;
  },
  remedies: () => [
    advise(
      'run denytrace in the job, or pass its token with --web-identity-token: it is decoded here and sent nowhere',
    ),
  ],
});

/** Claims other than the subject, and keys that are no claims at all. */
export const claimCauses = [
  conditionKey,
  swappedClaims,
  cognitoPool,
  cognitoAmr,
  audience,
  claimNotSent,
  claim,
] as const satisfies readonly Check[];
