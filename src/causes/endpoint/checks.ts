import type { Check } from '../cause.ts';
import { allowedAccounts } from '../condition-topics/allowed-accounts.ts';
import { organization } from '../condition-topics/organization.ts';
import { principalArn } from '../condition-topics/principal-arn.ts';
import { principalTag } from '../condition-topics/principal-tag.ts';
import { requestParameter } from '../condition-topics/request-parameter.ts';
import { topicChecks } from '../condition-topics/topic-checks.ts';
import { viaService } from '../condition-topics/via-service.ts';
import { nearExemption } from '../deny-shapes/near-exemption.ts';
import { notActionDeny } from '../deny-shapes/not-action-deny.ts';
import { notResourceDeny } from '../deny-shapes/not-resource-deny.ts';
import { wrongAccount } from '../differences/account.ts';
import { bucketVsObject } from '../differences/bucket-vs-object.ts';
import { missChecks } from '../differences/miss-checks.ts';
import { wildcardReach } from '../differences/wildcard.ts';
import { condition } from '../fallbacks/condition.ts';
import { explicitDeny } from '../fallbacks/explicit-deny.ts';
import { namedByAws } from '../fallbacks/named-by-aws.ts';
import { nearMiss } from '../fallbacks/near-miss.ts';
import { noAllow } from '../fallbacks/no-allow.ts';
import { serviceNotListed } from '../fallbacks/service-not-listed.ts';
import { awsOwnedBucket } from './aws-owned-bucket.ts';
import { throughScp } from './through-scp.ts';

/** What is special about a Deny, whatever its conditions. */
const denies = [nearExemption('endpoint')] as const satisfies readonly Check[];

/** A Deny of everything but a list, where no condition explains it better. */
const denyLists = [notActionDeny('endpoint'), notResourceDeny('endpoint')] as const satisfies readonly Check[];

/** An Allow that misses the request by one detail. */
const details = missChecks('endpoint', [wrongAccount, wildcardReach, bucketVsObject]);

/** What conditions are about: those that say most stand first. */
const conditions = topicChecks('endpoint', [
  organization,
  allowedAccounts,
  principalArn,
  principalTag,
  viaService,
  requestParameter,
]);

/** Causes in the policy of the VPC endpoint that the request went through. https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html */
export const endpointChecks = [
  ...denies,
  throughScp,
  awsOwnedBucket,
  ...details,
  ...conditions,
  ...denyLists,
  explicitDeny('endpoint', {
    what: 'The policy of the VPC endpoint that the request went through denies it explicitly.',
    why: 'A statement with Effect Deny in the endpoint’s policy matches the request.',
    fix: 'The owner of the endpoint exempts the caller in that statement, or changes it. An Allow elsewhere does not help.',
  }),
  condition('endpoint', {
    what: 'The policy of the VPC endpoint would let the request through, but one of its conditions does not hold.',
    why: 'The request has another value for the condition key than the policy wants, or does not have the key at all.',
    fix: 'Send the request so that the condition holds, or have the owner of the endpoint add the value.',
  }),
  nearMiss('endpoint', {
    what: 'The policy of the VPC endpoint would let the request through but for one element.',
    why: 'Another action, another resource (buckets that AWS owns are easily forgotten), or another principal.',
    fix: 'The owner of the endpoint adds the action, resource or principal beside the one that is there.',
  }),
  serviceNotListed('endpoint'),
  noAllow(
    'endpoint',
    {
      what: 'The policy of the VPC endpoint that the request went through does not allow it.',
      why: 'An endpoint with a policy of its own lets through only what that policy allows, whatever the other policies say.',
      fix: 'The owner of the endpoint adds an Allow for the request, or the request takes another way.',
    },
    ({ request }) => `The VPC endpoint policy does not allow ${request?.action ?? 'it'}`,
  ),
  namedByAws('endpoint', {
    what: 'AWS says that the policy of a VPC endpoint is the reason; which statement, nobody could read here.',
    why: 'The request went through an endpoint whose policy was not given.',
    fix: 'Pass it with --endpoint-policy (aws ec2 describe-vpc-endpoints shows it), or have the owner of the endpoint look at it.',
  }),
] as const satisfies readonly Check[];
