import { describe, expect, it } from 'vitest';
import { predictClaims, predictToken } from '../../src/parse/tokens/predict-claims.ts';

const github = { GITHUB_REPOSITORY: 'acme/web', GITHUB_REF: 'refs/heads/main', GITHUB_EVENT_NAME: 'push' };

describe('predictToken', () => {
  it.each([
    ['a push on GitHub', github, ['repo:acme/web:ref:refs/heads/main', 'repo:acme/web:environment:…']],
    [
      'a pull request on GitHub',
      { ...github, GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/7/merge' },
      ['repo:acme/web:pull_request', 'repo:acme/web:environment:…'],
    ],
    [
      'a repository whose ids show',
      { ...github, GITHUB_REPOSITORY_OWNER_ID: '12', GITHUB_REPOSITORY_ID: '34' },
      [
        'repo:acme/web:ref:refs/heads/main',
        'repo:acme/web:environment:…',
        'repo:acme@12/web@34:ref:refs/heads/main',
        'repo:acme@12/web@34:environment:…',
      ],
    ],
    [
      'a branch on GitLab',
      { CI_PROJECT_PATH: 'group/sub/app', CI_COMMIT_REF_NAME: 'main' },
      ['project_path:group/sub/app:ref_type:branch:ref:main'],
    ],
    [
      'a tag on GitLab',
      { CI_PROJECT_PATH: 'group/app', CI_COMMIT_REF_NAME: 'v1', CI_COMMIT_TAG: 'v1' },
      ['project_path:group/app:ref_type:tag:ref:v1'],
    ],
    [
      'a run of HCP Terraform',
      { TFC_WORKSPACE_SLUG: 'acme/prod', TFC_PROJECT_NAME: 'web' },
      [
        'organization:acme:project:web:workspace:prod:run_phase:plan',
        'organization:acme:project:web:workspace:prod:run_phase:apply',
      ],
    ],
    [
      'a step of Bitbucket',
      { BITBUCKET_WORKSPACE: 'acme', BITBUCKET_REPO_UUID: '{r}', BITBUCKET_STEP_UUID: '{s}' },
      ['{r}:{s}'],
    ],
    [
      'a deployment of Bitbucket',
      {
        BITBUCKET_WORKSPACE: 'acme',
        BITBUCKET_REPO_UUID: '{r}',
        BITBUCKET_STEP_UUID: '{s}',
        BITBUCKET_DEPLOYMENT_ENVIRONMENT_UUID: '{e}',
      },
      ['{r}:{e}:{s}'],
    ],
    [
      'a job of CircleCI',
      { CIRCLE_ORGANIZATION_ID: 'o', CIRCLE_PROJECT_ID: 'p' },
      ['org/o/project/p/user/…', 'org/o/project/p/user/…/vcs-origin/…/vcs-ref/…'],
    ],
  ])('predicts %s', (_, variables, subjects) => {
    const predicted = predictToken({ variables })?.subjects ?? [];
    expect(predicted.map(({ subject }) => subject)).toEqual(subjects);
    for (const { subject, complete } of predicted) expect(complete).toBe(!subject.includes('…'));
  });

  it.each([
    ['https://github.com', 'https://token.actions.githubusercontent.com'],
    ['https://acme.ghe.com', 'https://token.actions.acme.ghe.com'],
    ['https://git.acme.example', 'https://git.acme.example/_services/token'],
  ])('knows the issuer of %s', (server, issuer) => {
    expect(predictToken({ variables: { ...github, GITHUB_SERVER_URL: server } })?.issuer).toBe(issuer);
  });

  it('predicts nothing outside of a job', () => {
    expect(predictToken({ variables: { HOME: '/root', CI: 'true' } })).toBeUndefined();
  });
});

describe('predictClaims', () => {
  it('claims no subject and no audience: they are only likely', () => {
    expect(predictClaims({ variables: github })).toMatchObject({
      issuer: 'https://token.actions.githubusercontent.com',
      subject: null,
      audiences: [],
      other: {},
      source: 'predicted from GITHUB_*',
    });
  });

  it('claims nothing outside of a job', () => {
    expect(predictClaims({ variables: {} })).toBeNull();
  });
});
