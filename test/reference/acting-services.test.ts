import { expect, it } from 'vitest';
import { actingTerms } from '../../src/reference/services/acting-services.ts';

it.each([
  // Whatever is denied of the call, the statement is for the whole of it.
  ['pods.eks.amazonaws.com', 'sts:TagSession', ['sts:AssumeRole', 'sts:TagSession']],
  ['rolesanywhere.amazonaws.com', 'sts:AssumeRole', ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity']],
  ['dms.amazonaws.com', 'sts:AssumeRole', ['sts:AssumeRole']],
  ['cloudwatch.amazonaws.com', 'SNS:Publish', ['sns:Publish']],
] as const)('%s, for %s', (host, action, actions) => {
  expect(actingTerms(host, action)?.actions).toEqual(actions);
});

it.each([
  ['a service that may not send the keys', 'glue.amazonaws.com', 'sts:AssumeRole'],
  ['another action', 'cloudwatch.amazonaws.com', 'kms:Decrypt'],
  ['EventBridge and a topic, whose policy takes no condition for it', 'events.amazonaws.com', 'sns:Publish'],
  ['a host that only begins like one', 'dms.amazonaws.com.cn', 'sts:AssumeRole'],
])('nothing more is asked for of %s', (_, host, action) => {
  expect(actingTerms(host, action)).toBeUndefined();
});
