import { type PredictedToken, partialSubject, type Variables } from './predicted-token.ts';

/** A job of CircleCI. Its variables do not show the user. https://circleci.com/docs/openid-connect-tokens/ */
export function circleciToken(variables: Variables): PredictedToken | undefined {
  const organization = variables['CIRCLE_ORGANIZATION_ID'];
  const project = variables['CIRCLE_PROJECT_ID'];
  if (organization === undefined || project === undefined) return undefined;
  const subject = `org/${organization}/project/${project}/user/…`;
  return {
    issuer: `https://oidc.circleci.com/org/${organization}`,
    from: 'CIRCLE_*',
    audience: organization,
    subjects: [
      partialSubject(subject, 'the job uses CIRCLE_OIDC_TOKEN'),
      partialSubject(`${subject}/vcs-origin/…/vcs-ref/…`, 'the job uses CIRCLE_OIDC_TOKEN_V2'),
    ],
  };
}
