import type { JobEnvironment } from '../model/denial-case.ts';

/** Variables whose value is useful and no secret. */
const PLAIN = new Set([
  'CI',
  'GITHUB_ACTIONS',
  'GITHUB_BASE_REF',
  'GITHUB_EVENT_NAME',
  'GITHUB_HEAD_REF',
  'GITHUB_JOB',
  'GITHUB_REF',
  'GITHUB_REF_NAME',
  'GITHUB_REF_TYPE',
  'GITHUB_REPOSITORY',
  'GITHUB_REPOSITORY_ID',
  'GITHUB_REPOSITORY_OWNER',
  'GITHUB_REPOSITORY_OWNER_ID',
  'GITHUB_SERVER_URL',
  'GITHUB_WORKFLOW_REF',
  'GITLAB_CI',
  'CI_COMMIT_BRANCH',
  'CI_COMMIT_REF_NAME',
  'CI_COMMIT_TAG',
  'CI_ENVIRONMENT_NAME',
  'CI_NAMESPACE_ID',
  'CI_PIPELINE_SOURCE',
  'CI_PROJECT_ID',
  'CI_PROJECT_PATH',
  'CI_SERVER_URL',
  'BITBUCKET_DEPLOYMENT_ENVIRONMENT_UUID',
  'BITBUCKET_REPO_UUID',
  'BITBUCKET_STEP_UUID',
  'BITBUCKET_WORKSPACE',
  'CIRCLECI',
  'CIRCLE_ORGANIZATION_ID',
  'CIRCLE_PROJECT_ID',
  'TFC_AWS_WORKLOAD_IDENTITY_AUDIENCE',
  'TFC_PROJECT_NAME',
  'TFC_WORKSPACE_SLUG',
  'AWS_CONFIG_FILE',
  'AWS_DEFAULT_PROFILE',
  'AWS_DEFAULT_REGION',
  'AWS_EXECUTION_ENV',
  'AWS_PROFILE',
  'AWS_REGION',
  'AWS_ROLE_ARN',
  'AWS_ROLE_SESSION_NAME',
  'AWS_SHARED_CREDENTIALS_FILE',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
]);

/** Of other variables of these systems it is only said that they are set: any of them may be a secret. */
const SYSTEMS = /^(ACTIONS|GITHUB|CI|GITLAB|BITBUCKET|CIRCLE|TFC|BUILDKITE|AWS|ECS_CONTAINER|EKS)_/;

/** The part of the environment that the checks may see. Of a key id only its kind is in it, of secrets only that they are set. */
export function jobEnvironment(env: Readonly<Record<string, string | undefined>>): JobEnvironment {
  const variables: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined || value === '') continue;
    if (PLAIN.has(name)) variables[name] = value;
    else if (name === 'AWS_ACCESS_KEY_ID') variables[name] = `${value.slice(0, 4)}…`;
    else if (SYSTEMS.test(name)) variables[name] = '(set)';
  }
  return { variables };
}
