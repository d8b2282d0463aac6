import { findQuote, quoteCode } from '../../evidence/aws-words/find-quote.ts';
import { hasVariable, keyTypeOf, variableEvidence } from '../../evidence/job-environment.ts';
import { advise } from '../../grants/advise.ts';
import { type CaseCause, caseCause } from '../cause.ts';

const missingSessionToken = caseCause({
  id: 'credentials.missing-session-token',
  layer: null,
  find(denialCase) {
    const quote = quoteCode(denialCase);
    if (quote === undefined || denialCase.denial?.credentialError !== 'invalid-token')
      return 'AWS does not say that the credentials are invalid';
    if (keyTypeOf(denialCase) !== 'ASIA') return 'AWS_ACCESS_KEY_ID is not known to be the key of a session';
    if (hasVariable(denialCase, 'AWS_SESSION_TOKEN')) return 'AWS_SESSION_TOKEN is set';
    return {
      summary: 'AWS_ACCESS_KEY_ID is a session key (ASIA…), but AWS_SESSION_TOKEN is not set',
      evidence: [variableEvidence('AWS_ACCESS_KEY_ID begins with ASIA; AWS_SESSION_TOKEN is not set'), quote],
      certainty: 'likely',
      remedies: [advise('set AWS_SESSION_TOKEN of the same session too, or use a profile instead of variables')],
    };
  },
});

const staleSessionToken = caseCause({
  id: 'credentials.stale-session-token',
  layer: null,
  find(denialCase) {
    const quote = quoteCode(denialCase);
    const error = denialCase.denial?.credentialError;
    if (quote === undefined || (error !== 'invalid-token' && error !== 'expired'))
      return 'AWS does not say that the credentials are invalid or expired';
    if (keyTypeOf(denialCase) !== 'AKIA') return 'AWS_ACCESS_KEY_ID is not known to be a long-term key';
    if (!hasVariable(denialCase, 'AWS_SESSION_TOKEN')) return 'AWS_SESSION_TOKEN is not set';
    return {
      summary: 'AWS_ACCESS_KEY_ID is a long-term key (AKIA…), but AWS_SESSION_TOKEN of a different session is set too',
      evidence: [variableEvidence('AWS_ACCESS_KEY_ID begins with AKIA; AWS_SESSION_TOKEN is set'), quote],
      certainty: 'likely',
      remedies: [advise('unset AWS_SESSION_TOKEN in the environment of the program')],
    };
  },
});

const ciSecrets = caseCause({
  id: 'credentials.ci-secrets',
  layer: null,
  find(denialCase) {
    const quote = quoteCode(denialCase);
    if (quote === undefined || denialCase.denial?.credentialError !== 'none-found')
      return 'the error text does not say that no credentials were found';
    if (!hasVariable(denialCase, 'CI')) return 'it is not known to be a CI job: CI is not set';
    if (hasVariable(denialCase, 'AWS_ACCESS_KEY_ID')) return 'AWS_ACCESS_KEY_ID is set';
    if (hasVariable(denialCase, 'ACTIONS_ID_TOKEN_REQUEST_URL')) return 'the job can request an identity token';
    const event = denialCase.environment.variables['GITHUB_EVENT_NAME'];
    const forPullRequest = event === 'pull_request' ? '; runs for a pull request from a fork get no secrets' : '';
    return {
      summary: `The CI job has no AWS secrets and no identity token${forPullRequest}`,
      evidence: [variableEvidence('CI is set; AWS_ACCESS_KEY_ID and ACTIONS_ID_TOKEN_REQUEST_URL are not'), quote],
      certainty: 'likely',
      remedies: [
        advise('give the job its secrets (environment, trusted branch), or `permissions: id-token: write` and a role'),
      ],
    };
  },
});

/** What GitHub's action for AWS credentials says. https://github.com/aws-actions/configure-aws-credentials */
const NO_ID_TOKEN = [
  'Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env var',
  'It looks like you might be trying to authenticate with OIDC',
  'Did you mean to set the `id-token` permission',
  'Credentials could not be loaded, please check your action inputs',
];

const noIdToken = caseCause({
  id: 'web-identity.no-id-token',
  layer: null,
  aspect: 'token',
  find(denialCase) {
    if (denialCase.denial?.kind !== 'credentials') return 'the error text is not about credentials';
    const inActions = hasVariable(denialCase, 'GITHUB_ACTIONS');
    if (inActions && hasVariable(denialCase, 'ACTIONS_ID_TOKEN_REQUEST_URL'))
      return 'the job can request an identity token';
    const quote = findQuote(denialCase, NO_ID_TOKEN);
    if (quote === undefined) return 'GitHub’s action for AWS credentials does not say that it got no identity token';
    const absent = variableEvidence('GITHUB_ACTIONS is set; ACTIONS_ID_TOKEN_REQUEST_URL is not');
    return {
      summary: 'The GitHub job has no permission to request an identity token (id-token: write)',
      evidence: inActions ? [quote, absent] : [quote],
      certainty: 'likely',
      remedies: [advise('add `permissions: { id-token: write, contents: read }` to the job')],
    };
  },
});

/** What the environment of the job shows about its credentials. All are likely: the denied call may have used others. */
export const jobCredentials = [
  missingSessionToken,
  staleSessionToken,
  ciSecrets,
  noIdToken,
] as const satisfies readonly CaseCause[];
