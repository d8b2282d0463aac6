import { quoteCode } from '../../evidence/aws-words/find-quote.ts';
import { hasVariable, variableEvidence } from '../../evidence/job-environment.ts';
import { advise } from '../../grants/advise.ts';
import { caseCause } from '../cause.ts';

export const ciSecrets = caseCause({
  id: 'credentials.ci-secrets',
  layer: null,
  find(denialCase) {
    if (denialCase.denial?.credentialError !== 'none-found' || !hasVariable(denialCase, 'CI')) return undefined;
    if (hasVariable(denialCase, 'AWS_ACCESS_KEY_ID') || hasVariable(denialCase, 'ACTIONS_ID_TOKEN_REQUEST_URL'))
      return undefined;
    const quote = quoteCode(denialCase);
    if (quote === undefined) return undefined;
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
