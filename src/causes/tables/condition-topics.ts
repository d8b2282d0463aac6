import type { TopicRemedies } from './deciding-condition.ts';
import { networkGuard } from './guard-remedies.ts';
import {
  allSessions,
  callThroughService,
  goAnotherWay,
  otherRegion,
  parameterOf,
  permissionsBoundary,
  send,
  sendAclHeader,
  sendEncryptionContext,
  sendTag,
  sessionWithMfa,
  tagCaller,
  tagResource,
} from './topic-remedies.ts';

/**
 * What a condition is about, in a policy of any layer: an address, a region, a tag. Explains a Deny that matches because of it, and an
 * Allow that does not match because of it.
 */
export interface ConditionTopic {
  /** Matches its condition keys in lower case. */
  readonly keys: RegExp;
  /** Goes on after "denies it because of": `the region`, `the caller's tags`. */
  readonly by: string;
  /** Such conditions protect something: what to do instead of adding an Allow without the condition. */
  readonly guard?: string;
  /** What helps besides changing the policy. */
  readonly remedies?: TopicRemedies;
}

/** What conditions can be about, by the end of the cause's id. Which layer has which of them, and in what order, is in layer-causes.ts. */
export const CONDITION_TOPICS = {
  // Who calls
  'mfa-enforcement': {
    keys: /^aws:multifactorauth(present|age)$/,
    by: 'multi-factor authentication',
    guard:
      'allow the role in a statement without the MFA condition, if that is meant: a role session never carries MFA',
    remedies: sessionWithMfa,
  },
  organization: {
    keys: /^aws:(principalorgid|principalorgpaths|resourceorgid|resourceorgpaths)$/,
    by: 'the organization of caller or resource',
  },
  'allowed-accounts': {
    keys: /^(aws:(principalaccount|resourceaccount)|s3:resourceaccount|kms:calleraccount)$/,
    by: 'the account of caller or resource',
  },
  'principal-arn': { keys: /^aws:(principalarn|principaltype)$/, by: 'the caller’s ARN' },
  'principal-tag': { keys: /^aws:principaltag\//, by: 'the caller’s tags', remedies: tagCaller },
  'user-id': {
    keys: /^aws:(userid|username)$/,
    by: 'the caller’s unique id or user name',
    remedies: allSessions,
  },
  'session-origin': {
    keys: /^aws:(sourceidentity|federatedprovider|ec2instancesourcevpc|ec2instancesourceprivateipv4|assumedroot|tokenissuetime|chatbotsourcearn)$|^(lambda:sourcefunctionarn|(ec2|ssm):sourceinstancearn|ec2:roledelivery|codebuild:(buildarn|projectarn)|glue:(roleassumedby|credentialissuingservice))$/,
    by: 'how the session was made',
    guard: 'use the credentials where they belong, or add how this session was made',
  },
  'token-claims': {
    keys: /^[a-z0-9.-]+\.[a-z]{2,}(\/[^:]*)?:[a-z_]+$|^saml:[a-z]+$/,
    by: 'the claims of the web identity token',
  },
  // Where the call comes from, and through what
  'source-ip': {
    keys: /^aws:(sourceip|vpcsourceip)$/,
    by: 'the address that the call comes from',
    guard: 'make the call from one of the networks that the policy lists, or add the one it comes from',
    remedies: networkGuard('make the call from a network that is listed, or add the one it comes from,'),
  },
  'source-vpce': {
    keys: /^aws:(sourcevpce|sourcevpc|sourcevpcarn|vpceaccount|vpceorgid|vpceorgpaths)$/,
    by: 'the VPC or VPC endpoint that the call comes through',
    guard: 'make the call through the VPC or endpoint that the policy names, or add the one it goes through',
    remedies: networkGuard(
      'make the call through a VPC or endpoint that is listed, or add the one it goes through,',
      goAnotherWay((value) => `make the call through ${value}`),
    ),
  },
  'source-account': {
    keys: /^aws:(sourceaccount|sourcearn|sourceowner|sourceorgid|sourceorgpaths)$/,
    by: 'the resource for which a service makes the call',
  },
  'via-service': {
    keys: /^kms:viaservice$|^aws:(calledvia(first|last)?|viaawsservice|principalisawsservice|principalservicename(slist)?)$/,
    by: 'the service that makes the call',
    guard: 'make the call the way the policy asks for, or allow this way in a statement of its own',
    remedies: callThroughService,
  },
  'secure-transport': {
    keys: /^aws:securetransport$|^s3:tlsversion$/,
    by: 'how the connection is encrypted',
    guard: 'use an encrypted connection',
    remedies: goAnotherWay(() => 'use the https:// endpoint'),
  },
  region: { keys: /^aws:requestedregion$/, by: 'the region', remedies: otherRegion },
  time: {
    keys: /^aws:(currenttime|epochtime)$/,
    by: 'the time',
    guard: 'set a different time in the condition, if the access is still wanted',
  },
  referer: { keys: /^aws:(referer|useragent)$/, by: 'what the client says about itself' },
  // What the call asks for
  'permissions-boundary': {
    keys: /^iam:permissionsboundary$/,
    by: 'the permissions boundary of the user or role that is made or changed',
    remedies: permissionsBoundary,
  },
  'service-name': {
    keys: /^iam:awsservicename$/,
    by: 'the service for which a service-linked role is made',
  },
  'request-tag': {
    keys: /^aws:(requesttag\/|tagkeys$)/,
    by: 'the tags that come with the request',
    remedies: sendTag,
  },
  'resource-tag': {
    keys: /^[a-z0-9-]+:resourcetag\/|^s3:existingobjecttag\//,
    by: 'the tags of the resource',
    remedies: tagResource,
  },
  'list-prefix': {
    keys: /^s3:(prefix|delimiter)$/,
    by: 'the part of the bucket that is listed',
    remedies: send((value) => `list under the prefix ${value}`),
  },
  'leading-keys': {
    keys: /^dynamodb:(leadingkeys|attributes|select|returnvalues|returnconsumedcapacity)$/,
    by: 'the items and attributes that are requested',
  },
  encryption: {
    keys: /^s3:x-amz-server-side-encryption|^(ec2|elasticfilesystem):encrypted$|^rds:storageencrypted$/,
    by: 'how the data is encrypted',
    remedies: send((value, key) => `ask for the encryption that the policy requires: ${key} ${value}`),
  },
  'encryption-context': {
    keys: /^kms:(encryptioncontext:|encryptioncontextkeys$|granteeprincipal$|grantisforawsresource$|grantoperations$)/,
    by: 'what the key is used for',
    remedies: sendEncryptionContext,
  },
  'object-acl': {
    keys: /^s3:x-amz-(acl|grant-[a-z-]+|object-ownership)$/,
    by: 'the access control list that comes with the object',
    remedies: sendAclHeader,
  },
  'request-parameter': {
    // All other keys that a service defines for its own requests.
    keys: /^(?!aws:|saml:|iam:passedtoservice$)[a-z0-9-]+:/,
    by: 'a parameter of the call',
    remedies: send((value, key) => `send ${parameterOf(key)} = ${value}`),
  },
} as const satisfies Readonly<Record<string, ConditionTopic>>;

/** The end of the id of a cause about what a condition is about. */
export type TopicId = keyof typeof CONDITION_TOPICS;
