import { type ExampleContext, type ExampleParts, type ExamplePolicy, trust } from './example.ts';

const ROLE = 'arn:aws:iam::111122223333:role/deploy';
const GITHUB = 'token.actions.githubusercontent.com';
const EKS = 'oidc.eks.eu-west-1.amazonaws.com/id/A1B2C3D4E5F60718293A4B5C6D7E8F90';
const OLD_EKS = 'oidc.eks.eu-west-1.amazonaws.com/id/00000000000000000000000000000000';
const COGNITO = 'cognito-identity.amazonaws.com';
const POOL = 'eu-west-1:11111111-2222-3333-4444-555555555555';
const SAML = 'arn:aws:iam::111122223333:saml-provider/Okta';
const AUD = { [`${GITHUB}:aud`]: 'sts.amazonaws.com' };

const provider = (issuer: string) => `arn:aws:iam::111122223333:oidc-provider/${issuer}`;

/** A statement for an identity provider; Cognito’s is its host, others are an ARN. */
function trusts(issuer: string, condition: object) {
  const federated = issuer === COGNITO ? COGNITO : provider(issuer);
  return trust({ Federated: federated }, 'sts:AssumeRoleWithWebIdentity', condition);
}

function token(issuer: string, claims: ExampleContext, before: ExamplePolicy, after: ExamplePolicy): ExampleParts {
  const federated = issuer === COGNITO ? COGNITO : provider(issuer);
  return {
    principal: { federated },
    action: 'sts:AssumeRoleWithWebIdentity',
    resource: ROLE,
    context: Object.fromEntries(Object.entries(claims).map(([claim, value]) => [`${issuer}:${claim}`, value])),
    before,
    after,
  };
}

/** A job of GitHub Actions whose subject is added beside the one that is trusted. */
function github(subject: string, trusted: string, operator = 'StringEquals'): ExampleParts {
  const policy = (subjects: string | readonly string[]) =>
    trusts(
      GITHUB,
      operator === 'StringEquals'
        ? { StringEquals: { ...AUD, [`${GITHUB}:sub`]: subjects } }
        : { StringEquals: AUD, [operator]: { [`${GITHUB}:sub`]: subjects } },
    );
  return token(GITHUB, { aud: 'sts.amazonaws.com', sub: subject }, policy(trusted), policy([trusted, subject]));
}

const MAIN = 'repo:octo-org/app:ref:refs/heads/main';
const claims = { aud: 'sts.amazonaws.com', sub: MAIN };

/** Examples of trust policies for tokens and SAML, by id. */
export const FEDERATED_EXAMPLES = {
  'web-identity.audience': token(
    GITHUB,
    { aud: 'https://github.com/octo-org', sub: MAIN },
    trusts(GITHUB, { StringEquals: { ...AUD, [`${GITHUB}:sub`]: MAIN } }),
    trusts(GITHUB, {
      StringEquals: {
        [`${GITHUB}:aud`]: ['sts.amazonaws.com', 'https://github.com/octo-org'],
        [`${GITHUB}:sub`]: MAIN,
      },
    }),
  ),
  'web-identity.claim': token(
    GITHUB,
    { ...claims, repository_owner: 'octo-org' },
    trusts(GITHUB, { StringEquals: { ...AUD, [`${GITHUB}:repository_owner`]: 'octo-inc' } }),
    trusts(GITHUB, { StringEquals: { ...AUD, [`${GITHUB}:repository_owner`]: ['octo-inc', 'octo-org'] } }),
  ),
  'web-identity.claim-not-sent': token(
    'gitlab.com',
    { aud: 'sts.amazonaws.com', sub: 'project_path:group/app:ref_type:branch:ref:main' },
    trusts('gitlab.com', { StringEquals: { 'gitlab.com:namespace_id': '42' } }),
    trusts('gitlab.com', { StringEquals: { 'gitlab.com:sub': 'project_path:group/app:ref_type:branch:ref:main' } }),
  ),
  'web-identity.cluster-issuer': token(
    EKS,
    { aud: 'sts.amazonaws.com', sub: 'system:serviceaccount:web:app' },
    trusts(OLD_EKS, { StringEquals: { [`${OLD_EKS}:sub`]: 'system:serviceaccount:web:app' } }),
    [
      trusts(OLD_EKS, { StringEquals: { [`${OLD_EKS}:sub`]: 'system:serviceaccount:web:app' } }),
      trusts(EKS, { StringEquals: { [`${EKS}:sub`]: 'system:serviceaccount:web:app' } }),
    ],
  ),
  'web-identity.cognito-amr': token(
    COGNITO,
    { aud: POOL, amr: ['unauthenticated'] },
    trusts(COGNITO, {
      StringEquals: { [`${COGNITO}:aud`]: POOL },
      'ForAnyValue:StringLike': { [`${COGNITO}:amr`]: 'authenticated' },
    }),
    trusts(COGNITO, {
      StringEquals: { [`${COGNITO}:aud`]: POOL },
      'ForAnyValue:StringLike': { [`${COGNITO}:amr`]: ['authenticated', 'unauthenticated'] },
    }),
  ),
  'web-identity.cognito-pool': token(
    COGNITO,
    { aud: POOL },
    trusts(COGNITO, { StringEquals: { [`${COGNITO}:aud`]: 'eu-west-1:99999999-2222-3333-4444-555555555555' } }),
    trusts(COGNITO, {
      StringEquals: { [`${COGNITO}:aud`]: ['eu-west-1:99999999-2222-3333-4444-555555555555', POOL] },
    }),
  ),
  'web-identity.condition-key': token(
    GITHUB,
    claims,
    trusts(GITHUB, { StringEquals: { [`https://${GITHUB}:sub`]: MAIN } }),
    trusts(GITHUB, { StringEquals: { ...AUD, [`${GITHUB}:sub`]: MAIN } }),
  ),
  'web-identity.github-custom-subject': github(
    'repository_owner:octo-org:job_workflow_ref:octo-org/ci/.github/workflows/deploy.yml@refs/heads/main',
    MAIN,
  ),
  'web-identity.github-environment': github('repo:octo-org/app:environment:production', MAIN),
  'web-identity.github-immutable-subject': github('repo:octo-org@123456/app@456789:ref:refs/heads/main', MAIN),
  'web-identity.github-pull-request': github('repo:octo-org/app:pull_request', MAIN),
  'web-identity.github-ref': github('repo:octo-org/app:ref:refs/heads/release', MAIN),
  'web-identity.github-repository': github('repo:octo-org/app-v2:ref:refs/heads/main', MAIN),
  'web-identity.gitlab-subject': token(
    'gitlab.com',
    { sub: 'project_path:group/app:ref_type:branch:ref:release' },
    trusts('gitlab.com', { StringEquals: { 'gitlab.com:sub': 'project_path:group/app:ref_type:branch:ref:main' } }),
    trusts('gitlab.com', {
      StringEquals: {
        'gitlab.com:sub': [
          'project_path:group/app:ref_type:branch:ref:main',
          'project_path:group/app:ref_type:branch:ref:release',
        ],
      },
    }),
  ),
  'web-identity.other-issuer': token(
    EKS,
    { sub: 'system:serviceaccount:web:app' },
    trusts(EKS, {
      StringEquals: {
        [`${EKS}:sub`]: 'system:serviceaccount:web:app',
        [`${OLD_EKS}:sub`]: 'system:serviceaccount:web:app',
      },
    }),
    [
      trusts(EKS, { StringEquals: { [`${EKS}:sub`]: 'system:serviceaccount:web:app' } }),
      trusts(OLD_EKS, { StringEquals: { [`${OLD_EKS}:sub`]: 'system:serviceaccount:web:app' } }),
    ],
  ),
  'web-identity.pattern-under-equals': token(
    GITHUB,
    claims,
    trusts(GITHUB, { StringEquals: { ...AUD, [`${GITHUB}:sub`]: 'repo:octo-org/app:*' } }),
    trusts(GITHUB, { StringEquals: AUD, StringLike: { [`${GITHUB}:sub`]: 'repo:octo-org/app:*' } }),
  ),
  'web-identity.provider-account': token(
    GITHUB,
    claims,
    trust({ Federated: provider(GITHUB).replace('111122223333', '444455556666') }, 'sts:AssumeRoleWithWebIdentity', {
      StringEquals: { ...AUD, [`${GITHUB}:sub`]: MAIN },
    }),
    trusts(GITHUB, { StringEquals: { ...AUD, [`${GITHUB}:sub`]: MAIN } }),
  ),
  'web-identity.provider-not-trusted': token(
    GITHUB,
    claims,
    trust({ Service: 'lambda.amazonaws.com' }, 'sts:AssumeRole'),
    [
      trust({ Service: 'lambda.amazonaws.com' }, 'sts:AssumeRole'),
      trusts(GITHUB, { StringEquals: { ...AUD, [`${GITHUB}:sub`]: MAIN } }),
    ],
  ),
  'web-identity.service-account': token(
    EKS,
    { aud: 'sts.amazonaws.com', sub: 'system:serviceaccount:web:app' },
    trusts(EKS, { StringEquals: { [`${EKS}:sub`]: 'system:serviceaccount:web:default' } }),
    trusts(EKS, {
      StringEquals: { [`${EKS}:sub`]: ['system:serviceaccount:web:default', 'system:serviceaccount:web:app'] },
    }),
  ),
  'web-identity.subject': token(
    'login.example.com',
    { sub: 'client-2' },
    trusts('login.example.com', { StringEquals: { 'login.example.com:sub': 'client-1' } }),
    trusts('login.example.com', { StringEquals: { 'login.example.com:sub': ['client-1', 'client-2'] } }),
  ),
  'web-identity.subject-case': github(MAIN, 'repo:Octo-Org/app:ref:refs/heads/main'),
  'web-identity.swapped-claims': token(
    GITHUB,
    claims,
    trusts(GITHUB, { StringEquals: { [`${GITHUB}:aud`]: MAIN, [`${GITHUB}:sub`]: 'sts.amazonaws.com' } }),
    trusts(GITHUB, { StringEquals: { ...AUD, [`${GITHUB}:sub`]: MAIN } }),
  ),
  'web-identity.terraform-subject': token(
    'app.terraform.io',
    { sub: 'organization:acme:project:web:workspace:prod:run_phase:apply' },
    trusts('app.terraform.io', {
      StringLike: { 'app.terraform.io:sub': 'organization:acme:project:web:workspace:prod:run_phase:plan' },
    }),
    trusts('app.terraform.io', {
      StringLike: { 'app.terraform.io:sub': 'organization:acme:project:web:workspace:prod:run_phase:*' },
    }),
  ),
  'web-identity.unregistered-audience': token(
    GITHUB,
    claims,
    trusts(GITHUB, { StringEquals: { [`${GITHUB}:aud`]: 'deploy', [`${GITHUB}:sub`]: MAIN } }),
    trusts(GITHUB, { StringEquals: { [`${GITHUB}:aud`]: ['deploy', 'sts.amazonaws.com'], [`${GITHUB}:sub`]: MAIN } }),
  ),
  'saml.condition': {
    principal: { federated: SAML },
    action: 'sts:AssumeRoleWithSAML',
    resource: ROLE,
    context: { 'SAML:aud': 'https://eu-west-1.signin.aws.amazon.com/saml' },
    before: trust({ Federated: SAML }, 'sts:AssumeRoleWithSAML', {
      StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' },
    }),
    after: trust({ Federated: SAML }, 'sts:AssumeRoleWithSAML', {
      StringEquals: {
        'SAML:aud': ['https://signin.aws.amazon.com/saml', 'https://eu-west-1.signin.aws.amazon.com/saml'],
      },
    }),
  },
  'saml.provider-not-trusted': {
    principal: { federated: SAML },
    action: 'sts:AssumeRoleWithSAML',
    resource: ROLE,
    context: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' },
    before: trust({ Service: 'lambda.amazonaws.com' }, 'sts:AssumeRole'),
    after: [
      trust({ Service: 'lambda.amazonaws.com' }, 'sts:AssumeRole'),
      trust({ Federated: SAML }, 'sts:AssumeRoleWithSAML', {
        StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' },
      }),
    ],
  },
} as const satisfies Readonly<Record<string, ExampleParts>>;
