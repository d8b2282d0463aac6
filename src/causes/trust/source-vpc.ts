import { advise } from '../../grants/advise.ts';
import { conditionCause, listed, sent } from './condition-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcevpce */
export const sourceVpc = conditionCause({
  id: 'trust.source-vpc',
  doc: {
    what: 'The trust policy lets in calls through certain VPCs or VPC endpoints only, and the call took another way.',
    why: 'There is no interface endpoint for STS in the VPC, its private name is off, or the SDK calls the global endpoint, which no VPC endpoint serves.',
    fix: 'Call the regional STS endpoint through an interface endpoint of that VPC, or have the owner of the role add the endpoint.',
  },
  keys: /^aws:sourcevpc(e|arn)?$/,
  summary({ condition, place, wanted }) {
    const own = sent(condition);
    return own === undefined
      ? `${place} wants a call through ${listed(wanted)}; that the call took this way does not show`
      : `${place} wants a call through ${listed(wanted)}, and it came through ${own}`;
  },
  remedies: ({ condition, wanted }) =>
    sent(condition) === undefined && !condition.operator.negated
      ? [advise(`call the regional STS endpoint through ${listed(wanted)} (AWS_STS_REGIONAL_ENDPOINTS=regional)`)]
      : undefined,
});
