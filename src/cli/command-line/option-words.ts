import type { SnapshotScope } from '../../gather/snapshot/format.ts';

/** What the options mean that the tools of `denytrace mcp` take as well: each is said once, for the help and for the schemas. */
export const OPTION_WORDS = {
  caller: 'ARN of the caller',
  action: 'action that was denied, such as sts:AssumeRole',
  resource: 'ARN of the resource',
  service: 'the service the role is passed to, such as lambda.amazonaws.com',
  externalId: 'the ExternalId that was sent',
  sessionPolicy: 'the policy that the session was made with',
  resourcePolicy: "the resource's own policy",
  scp: 'a service control policy',
  rcp: 'a resource control policy',
  endpointPolicy: 'the policy of the VPC endpoint',
  snapshotScope: 'what a get-account-authorization-details file covers: all of the account, or part of it',
  profile: 'profile of the AWS config',
  accountProfile: 'profile for one account',
  orgProfile: 'profile of the management or a delegated administrator account',
  findProfiles: 'use a profile of the AWS config for its account, if exactly one belongs to it',
  region: 'region to ask',
} as const;

/** What a bare get-account-authorization-details file can cover. */
export const SNAPSHOT_SCOPES = ['account', 'request'] as const satisfies readonly SnapshotScope[];

/** For so many seconds AWS is read where --timeout does not say otherwise. */
export const USUAL_TIMEOUT = 20;
