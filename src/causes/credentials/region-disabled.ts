import { advise } from '../../grants/advise.ts';
import { isAccountId } from '../../model/arn.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import { credentialCheck } from './credential-check.ts';

export const regionDisabled = credentialCheck({
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
});

/** The account that AWS names behind the sentence. */
function accountOf({ text }: DenialCase): string | undefined {
  const at = text.search(/for account:/);
  const digits =
    at < 0
      ? ''
      : text
          .slice(at + 12, at + 30)
          .trim()
          .slice(0, 12);
  return isAccountId(digits) ? digits : undefined;
}
