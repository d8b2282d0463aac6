import { said } from '../../evidence/aws-words/find-quote.ts';
import { defineCheck } from '../cause.ts';
import { hasVariable, variableEvidence } from '../credentials/key-type.ts';
import { advise } from '../../grants/advise.ts';

const PHRASES = [
  'Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env var',
  'It looks like you might be trying to authenticate with OIDC',
  'Did you mean to set the `id-token` permission',
  'Credentials could not be loaded, please check your action inputs',
];

/** https://docs.github.com/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services */
export const noIdToken = defineCheck({
  on: 'case',
  id: 'web-identity.no-id-token',
  layer: null,
  doc: {
    what: 'The job of GitHub Actions may not ask for an identity token, so there is nothing to assume the role with.',
    why: 'The workflow lacks `permissions: id-token: write` (the default gives none), a caller of a reusable workflow does not pass it on, or the run is for a pull request from a fork.',
    fix: 'Add `id-token: write` (and `contents: read`) to the permissions of the job; a run for a fork gets no token.',
  },
  find(subject) {
    if (subject.denial?.kind !== 'credentials') return undefined;
    const inActions = hasVariable(subject, 'GITHUB_ACTIONS');
    if (inActions && hasVariable(subject, 'ACTIONS_ID_TOKEN_REQUEST_URL')) return undefined;
    const quote = said(subject, PHRASES);
    if (quote === undefined) return undefined;
    const absent = variableEvidence('GITHUB_ACTIONS is set; ACTIONS_ID_TOKEN_REQUEST_URL is not');
    return {
      summary: 'The GitHub job has no permission to request an identity token (id-token: write)',
      evidence: inActions ? [quote, absent] : [quote],
      rung: 'likely',
      remedies: [advise('add `permissions: { id-token: write, contents: read }` to the job')],
    };
  },
});
