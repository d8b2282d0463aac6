import { quoteCode } from '../../evidence/aws-words/find-quote.ts';
import { advise } from '../../grants/advise.ts';
import { isOptInRegion } from '../../reference/opt-in-regions.ts';
import { caseCause } from '../cause.ts';
import { calledRegion } from './region.ts';

export const optInRegion = caseCause({
  id: 'credentials.opt-in-region',
  layer: null,
  find(denialCase) {
    const region = calledRegion(denialCase);
    if (denialCase.denial?.credentialError !== 'invalid-token' || region === undefined) return undefined;
    const quote = quoteCode(denialCase);
    if (!isOptInRegion(region) || quote === undefined) return undefined;
    return {
      summary: `${region} is an opt-in region: it is not enabled for the account, or the token came from the global STS endpoint`,
      evidence: [quote],
      certainty: 'likely',
      remedies: [
        advise('get the session from a regional endpoint (AWS_STS_REGIONAL_ENDPOINTS=regional)'),
        advise(
          'see whether the region is enabled; or let the global endpoint issue version 2 tokens',
          'account-admin',
          ['aws', 'account', 'get-region-opt-status', '--region-name', region],
          ['aws', 'iam', 'set-security-token-service-preferences', '--global-endpoint-token-version', 'v2Token'],
        ),
      ],
    };
  },
});
