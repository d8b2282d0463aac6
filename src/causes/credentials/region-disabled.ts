import { isAccountId } from '../../model/arn.ts';
import type { Case } from '../../model/case.ts';
import { advise } from '../../grants/advise.ts';
import { credentialCheck } from './credential-check.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html */
export const regionDisabled = credentialCheck({
  error: 'region-disabled',
  doc: {
    what: 'STS is not active in the region that was asked, for the account of the caller or of the role.',
    why: 'The region must be opted in to, or an administrator switched its STS endpoint off in the account settings of IAM.',
    fix: 'Use the STS endpoint of a region that is active (AWS_REGION, or sts_regional_endpoints), or let an administrator enable the region for that account.',
  },
  phrases: ['STS is not activated in this region for account', 'RegionDisabledException'],
  summary: (subject) => {
    const { region } = subject.denial ?? {};
    const account = accountOf(subject);
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
function accountOf({ text }: Case): string | undefined {
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
