import { quoteCode } from '../../evidence/aws-words/find-quote.ts';
import { advise } from '../../grants/advise.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import { isOptInRegion } from '../../reference/opt-in-regions.ts';
import { partitionOf } from '../../reference/partitions.ts';
import { type CaseCause, caseCause } from '../cause.ts';
import type { CredentialErrorCause } from '../runners/credential-error-cause.ts';

const NOT_INVALID = 'AWS does not say that the credentials are invalid';
const NO_REGION = 'which region was called is not known';

const optInRegion = caseCause({
  id: 'credentials.opt-in-region',
  layer: null,
  find(denialCase) {
    const quote = quoteCode(denialCase);
    if (quote === undefined || denialCase.denial?.credentialError !== 'invalid-token') return NOT_INVALID;
    const region = calledRegion(denialCase);
    if (region === undefined) return NO_REGION;
    if (!isOptInRegion(region)) return 'the region is enabled by default';
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

const otherPartition = caseCause({
  id: 'credentials.other-partition',
  layer: null,
  find(denialCase) {
    const { denial, facts } = denialCase;
    const quote = quoteCode(denialCase);
    if (quote === undefined || denial?.credentialError !== 'invalid-token') return NOT_INVALID;
    const region = calledRegion(denialCase);
    if (region === undefined) return NO_REGION;
    if (facts.currentIdentity.status !== 'known') return 'whose credentials these are is not known';
    const { arn } = facts.currentIdentity.value;
    const wanted = partitionOf(region)?.id ?? 'aws';
    const has = arn.split(':')[1] ?? 'aws';
    if (wanted === has) return 'the region belongs to the partition of the credentials';
    return {
      summary: `${region} belongs to the partition ${wanted}; the credentials are for ${has}`,
      evidence: [quote, { kind: 'answer', call: 'sts:GetCallerIdentity', text: arn }],
      certainty: 'likely',
      remedies: [advise(`use credentials of an account in ${wanted}, or a region of ${has}`)],
    };
  },
});

/** Credentials that AWS knows, but not in the region that was called. Both are likely: the text does not name the reason. */
export const invalidInRegion = [optInRegion, otherPartition] as const satisfies readonly CaseCause[];

/** STS is switched off in the region that was called. */
export const regionDisabled = {
  error: 'region-disabled',
  phrases: ['STS is not activated in this region for account', 'RegionDisabledException'],
  summary: (denialCase) => {
    const { region } = denialCase.denial ?? {};
    const account = accountOf(denialCase);
    return `STS is not active in ${region ?? 'that region'} for ${account === undefined ? 'one of the accounts' : `account ${account}`}`;
  },
  remedies: ({ denial }) => {
    const region = denial?.region;
    const enable =
      region && /^[a-z0-9-]+$/.test(region) ? [['aws', 'account', 'enable-region', '--region-name', region]] : [];
    return [
      advise('call STS in a region that is active for the account', 'you', [
        'aws',
        'configure',
        'set',
        'region',
        'us-east-1',
      ]),
      advise('or enable the region (or its STS endpoint) in that account', 'account-admin', ...enable),
    ];
  },
} as const satisfies CredentialErrorCause;

/** The account that AWS names behind the sentence. */
function accountOf({ text }: DenialCase): string | undefined {
  return /for account:\s{0,6}(\d{12})/.exec(text)?.[1];
}

const ENDPOINT = /\b[a-z0-9-]{2,40}\.([a-z]{2,4}(?:-[a-z]{2,12}){1,2}-\d{1,2})\.amazonaws\.com/;

/** The region that was called: the one that the text states, the one of an endpoint in the text, or the one set for the job. */
function calledRegion({ denial, text, environment }: DenialCase): string | undefined {
  const stated = denial?.region ?? ENDPOINT.exec(text.slice(0, 65_536))?.[1];
  return stated ?? environment.variables['AWS_REGION'] ?? environment.variables['AWS_DEFAULT_REGION'];
}
