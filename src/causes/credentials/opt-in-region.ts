import { saidCode } from '../../evidence/aws-words/find-quote.ts';
import { defineCheck } from '../cause.ts';
import { advise } from '../../grants/advise.ts';
import { isOptInRegion } from './opt-in-regions.ts';
import { calledRegion } from './region.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html#sts-regions-manage-tokens */
export const optInRegion = defineCheck({
  on: 'case',
  id: 'credentials.opt-in-region',
  layer: null,
  doc: {
    what: 'The session token is not valid in this opt-in region.',
    why: 'Tokens of the global STS endpoint (version 1) work only in regions that are enabled by default; or the region is not enabled for the account at all.',
    fix: 'Get the session from a regional STS endpoint, or let an administrator switch the global endpoint to version 2 tokens; enable the region if it is off.',
  },
  find(subject) {
    const region = calledRegion(subject);
    if (subject.denial?.credentialError !== 'invalid-token' || region === undefined) return undefined;
    const quote = saidCode(subject);
    if (!isOptInRegion(region) || quote === undefined) return undefined;
    return {
      summary: `${region} is an opt-in region: it is not enabled for the account, or the token came from the global STS endpoint`,
      evidence: [quote],
      rung: 'likely',
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
