import { defineTopic } from './topic.ts';
import { sendValue } from './value-to-send.ts';

export const sourceVpce = defineTopic({
  id: 'source-vpce',
  keys: /^aws:(sourcevpce|sourcevpc|sourcevpcarn|vpceaccount|vpceorgid|vpceorgpaths)$/,
  by: 'the VPC or VPC endpoint that the call comes through',
  guard: 'make the call through the VPC or endpoint that the policy names, or add the way it takes',
  remedies: (judged) => sendValue(judged, (value) => `make the call through ${value}`),
});
