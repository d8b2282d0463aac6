import { saidCode } from '../../evidence/aws-words/find-quote.ts';
import { defineCheck } from '../cause.ts';
import { advise } from '../../grants/advise.ts';
import { hasVariable, variableEvidence } from './key-type.ts';

/** https://docs.github.com/actions/security-guides/using-secrets-in-github-actions */
export const ciSecrets = defineCheck({
  on: 'case',
  id: 'credentials.ci-secrets',
  layer: null,
  doc: {
    what: 'The CI job got neither secrets nor an identity token.',
    why: 'Runs for a pull request from a fork get no secrets, secrets of an environment are only given to jobs that name it, and an unset secret is an empty string.',
    fix: 'Run the job where the secrets are (a trusted branch, the environment), or use the identity token of the job instead of keys.',
  },
  find(subject) {
    if (subject.denial?.credentialError !== 'none-found' || !hasVariable(subject, 'CI')) return undefined;
    if (hasVariable(subject, 'AWS_ACCESS_KEY_ID') || hasVariable(subject, 'ACTIONS_ID_TOKEN_REQUEST_URL'))
      return undefined;
    const quote = saidCode(subject);
    if (quote === undefined) return undefined;
    const event = subject.environment.variables['GITHUB_EVENT_NAME'];
    const forPullRequest = event === 'pull_request' ? '; runs for a pull request from a fork get no secrets' : '';
    return {
      summary: `The CI job has no AWS secrets and no identity token${forPullRequest}`,
      evidence: [variableEvidence('CI is set; AWS_ACCESS_KEY_ID and ACTIONS_ID_TOKEN_REQUEST_URL are not'), quote],
      rung: 'likely',
      remedies: [
        advise('give the job its secrets (environment, trusted branch), or `permissions: id-token: write` and a role'),
      ],
    };
  },
});
