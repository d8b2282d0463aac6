import type { CauseCase } from './cause-case.ts';
import {
  AUDIENCE,
  EKS,
  GITHUB,
  github,
  issued,
  MAIN,
  MW,
  OTHER_EKS,
  provider,
  withoutToken,
  withToken,
} from './web-identity.ts';
import { AWAY, federated, type Json, TARGET, trusting, world } from './world.ts';

const SUB = `/Statement/Condition/StringEquals/${GITHUB}:sub`;
const JOB = {
  GITHUB_ACTIONS: 'true',
  GITHUB_REPOSITORY: 'octo-org/shop',
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_REF: 'refs/pull/117/merge',
  GITHUB_SERVER_URL: 'https://github.com',
};

function subjectOf(cause: CauseCase['cause'], wanted: Json, token: string, issuer = GITHUB): CauseCase {
  return {
    cause,
    is: withToken(token, { trust: wanted, issuer }),
    rung: 'evaluated',
    pointer: `/Statement/Condition/StringEquals/${issuer.replaceAll('/', '~1')}:sub`,
    check: 'allowed',
    isNot: withToken(MAIN, { trust: github('repo:octo-org/other:ref:refs/heads/main') }),
    unknown: withoutToken(wanted),
  };
}

const otherCase = withToken(MAIN, { trust: github('repo:Octo-Org/shop:ref:refs/heads/main') });

/** Causes in web identity tokens that the trust policy shows. */
export const webIdentityCases: readonly CauseCase[] = [
  { ...subjectOf('web-identity.github-pull-request', github(MAIN), 'repo:octo-org/shop:pull_request') },
  {
    cause: 'web-identity.github-pull-request',
    name: 'predicted from the job',
    is: withoutToken(github(MAIN), JOB),
    rung: 'likely',
    pointer: SUB,
    check: 'open',
    isNot: withoutToken(github('repo:octo-org/shop:pull_request'), JOB),
    unknown: withoutToken(github(MAIN)),
  },
  subjectOf('web-identity.github-environment', github(MAIN), 'repo:octo-org/shop:environment:prod'),
  subjectOf('web-identity.github-ref', github(MAIN), 'repo:octo-org/shop:ref:refs/heads/feature'),
  {
    ...subjectOf('web-identity.github-repository', github(MAIN), 'repo:octo-org/shop-v2:ref:refs/heads/main'),
    isNot: otherCase,
  },
  {
    ...subjectOf(
      'web-identity.github-immutable-subject',
      github(MAIN),
      'repo:octo-org@1234/shop@5678:ref:refs/heads/main',
    ),
  },
  subjectOf(
    'web-identity.github-custom-subject',
    github(MAIN),
    'job_workflow_ref:octo-org/ci/.github/workflows/x.yml@main',
  ),
  { ...subjectOf('web-identity.subject-case', github('repo:Octo-Org/shop:ref:refs/heads/main'), MAIN) },
  {
    cause: 'web-identity.pattern-under-equals',
    is: withToken(MAIN, { trust: github('repo:octo-org/shop:*') }),
    rung: 'evaluated',
    pointer: SUB,
    check: 'allowed',
    isNot: withToken(MAIN, { trust: github('repo:octo-org/shop:*', 'StringLike') }),
    unknown: withoutToken(github('repo:octo-org/shop:*')),
  },
  subjectOf(
    'web-identity.gitlab-subject',
    issued('gitlab.com', 'project_path:shop/web:ref_type:branch:ref:main'),
    'project_path:shop/web:ref_type:branch:ref:next',
    'gitlab.com',
  ),
  subjectOf(
    'web-identity.terraform-subject',
    issued('app.terraform.io', 'organization:acme:project:web:workspace:prod:run_phase:plan'),
    'organization:acme:project:web:workspace:prod:run_phase:apply',
    'app.terraform.io',
  ),
  subjectOf(
    'web-identity.service-account',
    issued(EKS, 'system:serviceaccount:shop:web'),
    'system:serviceaccount:default:web',
    EKS,
  ),
  subjectOf('web-identity.subject', issued('id.example.com', 'client-1'), 'client-2', 'id.example.com'),
  {
    cause: 'web-identity.audience',
    is: withToken(MAIN, { trust: github(MAIN), audience: 'https://github.com/octo-org' }),
    rung: 'evaluated',
    pointer: `/Statement/Condition/StringEquals/${GITHUB}:aud`,
    check: 'allowed',
    isNot: withToken('repo:octo-org/shop:pull_request', { trust: github(MAIN) }),
    unknown: withoutToken(federated(provider(GITHUB), { StringEquals: AUDIENCE })),
  },
  {
    cause: 'web-identity.swapped-claims',
    is: withToken(MAIN, {
      trust: federated(provider(GITHUB), {
        StringEquals: { [`${GITHUB}:sub`]: 'sts.amazonaws.com', [`${GITHUB}:aud`]: MAIN },
      }),
    }),
    rung: 'evaluated',
    check: 'allowed',
    isNot: withToken('repo:octo-org/shop:pull_request', { trust: github(MAIN) }),
    unknown: withoutToken(federated(provider(GITHUB), { StringEquals: { [`${GITHUB}:sub`]: 'sts.amazonaws.com' } })),
  },
  {
    cause: 'web-identity.condition-key',
    is: withToken(MAIN, { trust: federated(provider(GITHUB), { StringEquals: { [`https://${GITHUB}:sub`]: MAIN } }) }),
    rung: 'evaluated',
    check: 'allowed',
    isNot: withToken('repo:octo-org/shop:pull_request', { trust: github(MAIN) }),
    unknown: { text: MW, world: world({ unread: [AWAY] }), given: { resource: TARGET } },
  },
  {
    cause: 'web-identity.claim',
    is: withToken(MAIN, {
      trust: federated(provider(GITHUB), {
        StringEquals: {
          ...AUDIENCE,
          [`${GITHUB}:job_workflow_ref`]: 'octo-org/ci/.github/workflows/deploy.yml@refs/heads/main',
        },
      }),
      claims: { job_workflow_ref: 'octo-org/ci/.github/workflows/deploy.yml@refs/heads/next' },
    }),
    rung: 'evaluated',
    pointer: `/Statement/Condition/StringEquals/${GITHUB}:job_workflow_ref`,
    check: 'allowed',
    isNot: withToken('repo:octo-org/shop:pull_request', { trust: github(MAIN) }),
    unknown: withoutToken(
      federated(provider(GITHUB), {
        StringEquals: { [`${GITHUB}:job_workflow_ref`]: 'octo-org/ci/.github/workflows/deploy.yml@refs/heads/main' },
      }),
    ),
  },
  {
    cause: 'web-identity.claim-not-sent',
    is: withToken('repo-42', {
      issuer: 'id.example.com',
      trust: federated(provider('id.example.com'), { StringEquals: { 'id.example.com:team': 'web' } }),
      claims: { team: 'web' },
    }),
    rung: 'likely',
    pointer: '/Statement/Condition/StringEquals/id.example.com:team',
    check: 'open',
    isNot: withToken('repo:octo-org/shop:pull_request', { trust: github(MAIN) }),
    unknown: withoutToken(federated(provider('id.example.com'), { StringEquals: { 'id.example.com:team': 'web' } })),
  },
  {
    cause: 'web-identity.token-not-shown',
    is: withoutToken(github(MAIN)),
    rung: 'likely',
    pointer: SUB,
    check: 'open',
    isNot: withToken('repo:octo-org/shop:pull_request', { trust: github(MAIN) }),
    unknown: { text: MW, world: world({ unread: [AWAY] }), given: { resource: TARGET } },
  },
  {
    cause: 'web-identity.cognito-pool',
    is: {
      ...withoutToken(
        federated('cognito-identity.amazonaws.com', {
          StringEquals: { 'cognito-identity.amazonaws.com:aud': 'eu-west-1:aaaa' },
        }),
      ),
      given: { resource: TARGET, context: { 'cognito-identity.amazonaws.com:aud': 'eu-west-1:bbbb' } },
    },
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/cognito-identity.amazonaws.com:aud',
    check: 'open',
    isNot: withToken('repo:octo-org/shop:pull_request', { trust: github(MAIN) }),
    unknown: withoutToken(
      federated('cognito-identity.amazonaws.com', {
        StringEquals: { 'cognito-identity.amazonaws.com:aud': 'eu-west-1:aaaa' },
      }),
    ),
  },
  {
    cause: 'web-identity.cognito-amr',
    is: withoutToken(
      federated('cognito-identity.amazonaws.com', {
        'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
      }),
    ),
    rung: 'likely',
    pointer: '/Statement/Condition/ForAnyValue:StringLike/cognito-identity.amazonaws.com:amr',
    check: null,
    isNot: withToken('repo:octo-org/shop:pull_request', { trust: github(MAIN) }),
  },
  {
    cause: 'web-identity.provider-account',
    is: withToken(MAIN, {
      trust: federated(provider(GITHUB, '222233334444'), { StringEquals: { ...AUDIENCE, [`${GITHUB}:sub`]: MAIN } }),
    }),
    rung: 'evaluated',
    pointer: '/Statement/Principal/Federated',
    check: 'allowed',
    isNot: withToken('repo:octo-org/shop:pull_request', { trust: github(MAIN) }),
    unknown: withoutToken(federated(provider(GITHUB, '222233334444'), { StringEquals: AUDIENCE })),
  },
  {
    cause: 'web-identity.cluster-issuer',
    is: withToken('system:serviceaccount:shop:web', {
      issuer: EKS,
      trust: issued(OTHER_EKS, 'system:serviceaccount:shop:web'),
    }),
    rung: 'evaluated',
    check: 'allowed',
    isNot: withToken('system:serviceaccount:shop:api', {
      issuer: EKS,
      trust: issued(EKS, 'system:serviceaccount:shop:web'),
    }),
    unknown: withoutToken(issued(OTHER_EKS, 'system:serviceaccount:shop:web')),
  },
  {
    cause: 'web-identity.provider-not-trusted',
    is: withToken(MAIN, { trust: trusting(`arn:aws:iam::${AWAY}:root`) }),
    rung: 'evaluated',
    check: 'allowed',
    isNot: withToken('repo:octo-org/shop:pull_request', { trust: github(MAIN) }),
    unknown: { text: MW, world: world({ unread: [AWAY] }), given: { resource: TARGET } },
  },
  {
    cause: 'trust.oidc-provider-missing',
    is: withToken(MAIN, { trust: github(MAIN), oidc: { [provider('gitlab.com')]: ['https://gitlab.com'] } }),
    rung: 'likely',
    pointer: '/Statement/Principal/Federated',
    check: 'open',
    isNot: withToken('repo:octo-org/shop:pull_request', { trust: github(MAIN) }),
    unknown: { text: MW, world: world({ unread: [AWAY] }), given: { resource: TARGET } },
  },
];
