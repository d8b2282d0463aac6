import { defineTopic } from './topic.ts';

export const sourceIp = defineTopic({
  id: 'source-ip',
  keys: /^aws:(sourceip|vpcsourceip)$/,
  by: 'the address that the call comes from',
  guard: 'make the call from one of the networks that the policy lists, or add the one it comes from',
});
