import type { AnyCause } from '../cause.ts';
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
const denies = [nearExemption('endpoint')] as const satisfies readonly AnyCause[];

/** A Deny of everything but a list, where no condition explains it better. */
const denyLists = [notActionDeny('endpoint'), notResourceDeny('endpoint')] as const satisfies readonly AnyCause[];

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
  explicitDeny('endpoint'),
  condition('endpoint'),
  nearMiss('endpoint'),
  serviceNotListed('endpoint'),
  noAllow('endpoint', ({ request }) => `The VPC endpoint policy does not allow ${request?.action ?? 'it'}`),
  namedByAws('endpoint'),
] as const satisfies readonly AnyCause[];
