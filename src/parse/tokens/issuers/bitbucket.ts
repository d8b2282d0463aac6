import { exactSubject, type PredictedToken, type Variables } from './predicted-token.ts';

/**
 * A step of Bitbucket Pipelines.
 * https://support.atlassian.com/bitbucket-cloud/docs/integrate-pipelines-with-resource-servers-using-oidc/
 */
export function bitbucketToken(variables: Variables): PredictedToken | undefined {
  const workspace = variables['BITBUCKET_WORKSPACE'];
  const repository = variables['BITBUCKET_REPO_UUID'];
  const step = variables['BITBUCKET_STEP_UUID'];
  if (workspace === undefined || repository === undefined || step === undefined) return undefined;
  const environment = variables['BITBUCKET_DEPLOYMENT_ENVIRONMENT_UUID'];
  const parts = [repository, ...(environment === undefined ? [] : [environment]), step];
  return {
    issuer: `https://api.bitbucket.org/2.0/workspaces/${workspace}/pipelines-config/identity/oidc`,
    from: 'BITBUCKET_*',
    audience: null,
    subjects: [exactSubject(parts.join(':'), 'always; the last part is another one in every step')],
  };
}
