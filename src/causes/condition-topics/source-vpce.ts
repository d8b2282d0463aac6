import { defineTopic } from './topic.ts';
import { sendValue } from './value-to-send.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcevpce */
export const sourceVpce = defineTopic({
  id: 'source-vpce',
  keys: /^aws:(sourcevpce|sourcevpc|sourcevpcarn|vpceaccount|vpceorgid|vpceorgpaths)$/,
  by: 'the VPC or VPC endpoint that the call comes through',
  guard: 'make the call through the VPC or endpoint that the policy names, or add the way it takes',
  doc: {
    what: 'lets in calls through certain VPCs or VPC endpoints only, and this one came another way.',
    why: 'The keys aws:SourceVpc and aws:SourceVpce are in a request only where it goes through a VPC endpoint of the service. A call over the internet, through another endpoint, from the console or by an AWS service has none of them.',
    fix: 'Make the call from inside the VPC, through the endpoint of that service (private DNS on, route tables set), or have the owner of the policy add the endpoint or exempt the caller.',
  },
  remedies: (judged) => sendValue(judged, (value) => `make the call through ${value}`),
});
