import { defineTopic } from './topic.ts';
import { sendValue } from './value-to-send.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html */
export const requestParameter = defineTopic({
  id: 'request-parameter',
  // Whatever is left of the keys that a service defines for its own requests.
  keys: /^(?!aws:|saml:|iam:passedtoservice$)[a-z0-9-]+:/,
  by: 'a parameter of the call',
  doc: {
    what: 'allows certain parameters of the call only (instance type, IMDSv2, template …), and the request has another one or none.',
    why: 'Guardrails ask for IMDSv2, small instances, private load balancers and the like; a default of the tool does not fit them.',
    fix: 'Send the parameter as the policy wants it, or have its owner add the value.',
  },
  remedies: (judged) => sendValue(judged, (value, key) => `send ${key.slice(key.indexOf(':') + 1)} = ${value}`),
});
