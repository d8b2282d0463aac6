import { findQuote } from '../../evidence/aws-words/find-quote.ts';
import { hasVariable, variableEvidence } from '../../evidence/job-environment.ts';
import { advise } from '../../grants/advise.ts';
import { caseCause } from '../cause.ts';

const PHRASES = [
  'Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env var',
  'It looks like you might be trying to authenticate with OIDC',
  'Did you mean to set the `id-token` permission',
  'Credentials could not be loaded, please check your action inputs',
];

export const noIdToken = caseCause({
  id: 'web-identity.no-id-token',
  layer: null,
  find(denialCase) {
    if (denialCase.denial?.kind !== 'credentials') return undefined;
    const inActions = hasVariable(denialCase, 'GITHUB_ACTIONS');
    if (inActions && hasVariable(denialCase, 'ACTIONS_ID_TOKEN_REQUEST_URL')) return undefined;
    const quote = findQuote(denialCase, PHRASES);
    if (quote === undefined) return undefined;
    const absent = variableEvidence('GITHUB_ACTIONS is set; ACTIONS_ID_TOKEN_REQUEST_URL is not');
    return {
      summary: 'The GitHub job has no permission to request an identity token (id-token: write)',
      evidence: inActions ? [quote, absent] : [quote],
      certainty: 'likely',
      remedies: [advise('add `permissions: { id-token: write, contents: read }` to the job')],
    };
  },
});
