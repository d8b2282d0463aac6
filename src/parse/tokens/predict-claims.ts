import type { JobEnvironment, TokenClaims } from '../../model/denial-case.ts';
import { bitbucketToken } from './issuers/bitbucket.ts';
import { circleciToken } from './issuers/circleci.ts';
import { githubToken } from './issuers/github.ts';
import { gitlabToken } from './issuers/gitlab.ts';
import type { PredictedToken, Variables } from './issuers/predicted-token.ts';
import { terraformToken } from './issuers/terraform.ts';

export type { PredictedToken } from './issuers/predicted-token.ts';

/** More specific systems first: an HCP Terraform agent may run inside a job of another system. */
const ISSUERS: readonly ((variables: Variables) => PredictedToken | undefined)[] = [
  terraformToken,
  githubToken,
  gitlabToken,
  bitbucketToken,
  circleciToken,
];

/** What can be known about the web identity token of the running job from its environment; undefined outside of a known CI system. */
export function predictToken(environment: JobEnvironment): PredictedToken | undefined {
  for (const issuer of ISSUERS) {
    const token = issuer(environment.variables);
    if (token !== undefined) return token;
  }
  return undefined;
}

/**
 * The claims of the running job's token that are certain, which is the issuer alone. The subject depends on settings of the job and
 * templates of the issuer that the environment does not show; `predictToken` lists the candidates. Null outside of a known CI system.
 */
export function predictClaims(environment: JobEnvironment): TokenClaims | null {
  const token = predictToken(environment);
  if (token === undefined) return null;
  return {
    issuer: token.issuer,
    audiences: [],
    subject: null,
    expires: null,
    notBefore: null,
    other: {},
    source: `predicted from ${token.from}`,
  };
}
