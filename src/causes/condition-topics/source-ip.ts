import { defineTopic } from './topic.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip */
export const sourceIp = defineTopic({
  id: 'source-ip',
  keys: /^aws:(sourceip|vpcsourceip)$/,
  by: 'the address that the call comes from',
  guard: 'make the call from one of the networks that the policy lists, or add the one it comes from',
  doc: {
    what: 'judges requests by the address that they come from, and this one comes from elsewhere.',
    why: 'Another network or VPN, a NAT gateway with a new address, IPv6 where only IPv4 is listed; or a VPC endpoint: through one aws:SourceIp is not in the request at all, and a call that a service makes for you comes from the service.',
    fix: 'Make the call from one of the networks that are listed, or have the owner of the policy add the address or exempt the caller; behind a VPC endpoint aws:VpcSourceIp or aws:SourceVpce is the key to use.',
  },
});
