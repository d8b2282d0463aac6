import { exactSubject, type PredictedToken, type Variables } from './predicted-token.ts';

/**
 * A job of GitLab CI/CD, with the default form of the subject.
 * https://docs.gitlab.com/ci/secrets/id_token_authentication/
 */
export function gitlabToken(variables: Variables): PredictedToken | undefined {
  const project = variables['CI_PROJECT_PATH'];
  const ref = variables['CI_COMMIT_REF_NAME'];
  if (project === undefined || ref === undefined) return undefined;
  const type = variables['CI_COMMIT_TAG'] === undefined ? 'branch' : 'tag';
  return {
    issuer: variables['CI_SERVER_URL'] ?? 'https://gitlab.com',
    from: 'CI_*',
    audience: null,
    subjects: [
      exactSubject(`project_path:${project}:ref_type:${type}:ref:${ref}`, 'the project has the default subject'),
    ],
  };
}
