import { advise } from '../../grants/advise.ts';
import { conditionCause, listed, sent } from './condition-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip */
export const sourceIp = conditionCause({
  id: 'trust.source-ip',
  doc: {
    what: 'The trust policy lets in calls from certain addresses only, and the call came from elsewhere.',
    why: 'Another VPN or runner, a NAT gateway with a new address, or a VPC endpoint: through one, aws:SourceIp is not in the request at all.',
    fix: 'Call from one of those networks, or have the owner of the role add the address; behind a VPC endpoint use aws:VpcSourceIp or aws:SourceVpce.',
  },
  keys: /^aws:(vpcsourceip|sourceip)$/,
  summary({ condition, place, wanted }) {
    const own = sent(condition);
    return own === undefined
      ? `${place} wants a call from ${listed(wanted)}; the address of the call does not show (--context ${condition.condition.key}=…)`
      : `${place} wants a call from ${listed(wanted)}, and it came from ${own}`;
  },
  remedies: ({ condition, wanted }) =>
    sent(condition) === undefined && !condition.operator.negated
      ? [advise(`make the call from one of these networks: ${listed(wanted)}`)]
      : undefined,
});
