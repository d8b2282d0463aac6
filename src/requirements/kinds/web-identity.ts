import { grantStatement } from '../../grants/grant-statement.ts';
import { LIST_OIDC_PROVIDERS } from '../../grants/provider-commands.ts';
import { bareIssuer } from '../../model/issuer.ts';
import type { Requirement } from '../../model/requirement.ts';
import { predictToken } from '../../parse/tokens/predict-claims.ts';
import { issuerInText, issuerOfHost, type TokenIssuer } from '../../reference/token-issuers.ts';
import type { Asked } from '../asked.ts';
import { trustCommand } from '../commands.ts';
import { allow, exists, type Shown, shown, value, way } from '../make.ts';
import { join, known, type Named, token, tokensIn } from '../named.ts';
import { type RoleName, roleOf } from '../role.ts';
import { roleExists, trustParts } from './assume-role.ts';
import { guardrailsOfResource } from './guardrails.ts';

/** What is known of the token. */
interface TokenName {
  readonly issuer: TokenIssuer | undefined;
  readonly host: Named;
  readonly audience: Named;
  /** The forms that its subject can have, the likeliest first. */
  readonly subjects: readonly [Named, ...Named[]];
  /** Where the forms come from: the token itself, or the environment of the job. */
  readonly from: 'token' | 'environment' | null;
}

/**
 * To assume a role with a web identity token: the provider must exist in the role's account, and the trust policy must name it, allow this
 * action, and have conditions that the token's claims meet. Identity policies take no part.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
 */
export function assumeRoleWithWebIdentity(asked: Asked): readonly Requirement[] {
  const { action } = asked;
  const role = roleOf(asked, asked.resource ?? asked.denialCase.environment.variables['AWS_ROLE_ARN'] ?? null);
  const request = { action, resource: role.knownArn };
  const claims = tokenOf(asked);
  const [subject] = claims.subjects;
  const provider = providerArn(asked, role, claims);
  return [
    allow(
      {
        ...trustParts(role, request),
        names: [provider, claims.host, claims.audience, subject],
        show: [...rolesOfPool(claims, role), trustCommand(role.name, role.account)],
        usual: usualOf(claims),
        likely:
          claims.from === 'environment'
            ? 'the claims are those of the job’s environment: compare them with the conditions'
            : null,
      },
      [way(statementOf(asked, provider, claims))],
    ),
    claim('aud', claims, request, role, [claims.audience]),
    ...(claims.issuer?.id === 'cognito' ? [] : [claim('sub', claims, request, role, claims.subjects)]),
    // IAM knows a provider that is named by its host without an entry in the account.
    ...(claims.issuer?.id === 'cognito'
      ? []
      : [
          exists({
            id: 'provider',
            step: 'trust',
            request,
            target: { kind: 'entity', name: claims.host.text, account: role.account },
            who: 'account-admin',
            names: [claims.host],
            show: [shown(role.account, ...LIST_OIDC_PROVIDERS)],
            usual: ['trust.oidc-provider-missing', 'web-identity.provider-not-trusted'],
          }),
        ]),
    roleExists(role, request),
    ...guardrailsOfResource(asked, [role.arn]),
  ];
}

/** The roles of an identity pool, where the error does not name the one. https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetIdentityPoolRoles.html */
function rolesOfPool({ issuer, audience }: TokenName, role: RoleName): readonly Shown[] {
  if (issuer?.id !== 'cognito' || role.knownArn !== null) return [];
  return [shown(null, 'aws', 'cognito-identity', 'get-identity-pool-roles', '--identity-pool-id', audience.text)];
}

function claim(
  name: 'aud' | 'sub',
  claims: TokenName,
  request: Requirement['request'],
  role: RoleName,
  expected: readonly Named[],
): Requirement {
  return value(
    {
      id: `token.${name}`,
      step: 'trust',
      request,
      target: { kind: 'token', name: claims.issuer?.name ?? null },
      who: 'you',
      names: [claims.host, ...expected],
      show: [trustCommand(role.name, role.account)],
      usual: name === 'aud' ? ['web-identity.audience', 'web-identity.audience-not-registered'] : usualOf(claims),
    },
    { key: `${claims.host.text}:${name}`, owner: 'caller', expected: expected.map(({ text }) => text) },
  );
}

function usualOf({ issuer }: TokenName): readonly string[] {
  switch (issuer?.id) {
    case 'github':
      return ['web-identity.github-environment', 'web-identity.subject-case', 'web-identity.github-ref'];
    case 'gitlab':
      return ['web-identity.gitlab-subject'];
    case 'terraform':
      return ['web-identity.terraform-subject'];
    case 'eks':
      return ['web-identity.service-account', 'web-identity.cluster-issuer', 'web-identity.swapped-claims'];
    case 'cognito':
      return ['web-identity.cognito-pool', 'web-identity.cognito-amr'];
    case undefined:
      return ['web-identity.subject', 'web-identity.pattern-under-equals', 'web-identity.provider-not-trusted'];
  }
}

/** The statement that AWS's pages show: without a condition on the subject every job of the issuer could assume the role. */
function statementOf({ action }: Asked, provider: Named, { issuer, host, audience, subjects: [subject] }: TokenName) {
  const isCognito = issuer?.id === 'cognito';
  const equals = { [`${host.text}:aud`]: audience.text, ...(isCognito ? {} : { [`${host.text}:sub`]: subject.text }) };
  return grantStatement('trust', {
    principal: { Federated: provider.text },
    action,
    condition: {
      StringEquals: equals,
      ...(isCognito ? { 'ForAnyValue:StringLike': { [`${host.text}:amr`]: 'authenticated' } } : {}),
    },
  });
}

/** Providers that IAM knows by their host need no ARN. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
function providerArn({ place }: Asked, role: RoleName, { host }: TokenName): Named {
  if (
    /^(?:cognito-identity\.amazonaws\.com|accounts\.google\.com|graph\.facebook\.com|www\.amazon\.com)$/.test(host.text)
  )
    return host;
  const account = role.account === null ? token('ACCOUNT', 'account of the role') : known(role.account);
  return join`arn:${place.partition}:iam::${account}:oidc-provider/${host}`;
}

/** From the token where it is given, else from the job's environment, else from the words of the message. */
function tokenOf({ denialCase, place }: Asked): TokenName {
  const { token: claims, environment, text } = denialCase;
  const predicted = predictToken(environment);
  const host = hostOf(claims?.issuer ?? predicted?.issuer ?? null);
  const issuer = host === undefined ? issuerInText(text) : issuerOfHost(host);
  const region = place.region === null ? undefined : place.region;
  const form = (words: string) => tokensIn(region === undefined ? words : words.replace('REGION', region));
  const stated = claims?.subject ?? null;
  const audience = claims?.audiences[0] ?? predicted?.audience ?? null;
  const forms = issuer?.subjects.map(form) ?? [];
  const exact = predicted?.subjects.filter(({ complete }) => complete).map(({ subject }) => known(subject)) ?? [];
  const [first = token('SUBJECT'), ...more] =
    stated !== null && isPlain(stated) ? [known(stated)] : exact.length > 0 ? exact : forms;
  return {
    issuer,
    host: host === undefined ? (issuer === undefined ? token('OIDC_HOST') : form(issuer.host)) : known(host),
    audience:
      audience !== null && isPlain(audience)
        ? known(audience)
        : issuer === undefined
          ? token('AUDIENCE')
          : form(issuer.audience),
    subjects: [first, ...more],
    from: stated !== null ? 'token' : exact.length > 0 ? 'environment' : null,
  };
}

function hostOf(issuer: string | null): string | undefined {
  const host = bareIssuer(issuer ?? '');
  return /^[\w./:-]{1,255}$/.test(host) ? host : undefined;
}

/** A claim that can be written into a policy as it is. */
function isPlain(text: string): boolean {
  return /^[\x21-\x7e]{1,600}$/.test(text) && !/\$\{|[<>]/.test(text);
}
