import type { Layer } from './layer.ts';

/** AWS's own reason, as far as the text states it. AWS names one policy type even when several deny. */
export interface StatedReason {
  readonly layer: Layer | null;
  readonly effect: 'implicit' | 'explicit' | null;
  readonly policyArn: string | null;
}

/** Only the first two claim that AWS refused for lack of permission. */
export type DenialKind = 'iam-denial' | 'service-cannot-assume' | 'credentials' | 'other-aws-auth';

/** What is wrong with the credentials themselves, where that is what the text says. */
export type CredentialError =
  | 'expired'
  | 'invalid-token'
  | 'signature'
  | 'clock-skew'
  | 'region-disabled'
  | 'none-found'
  | 'sso-expired'
  | 'sso-no-access'
  | 'mfa-required'
  | 'web-identity';

/** Where a call came from, as a CloudTrail record says it. */
export interface CallOrigin {
  readonly address: string;
  /** The id of the VPC endpoint that it came through: the address is one of the VPC then. Null for a call over the internet. */
  readonly vpcEndpoint: string | null;
}

/** What asked for something, as the text around a denial says it. */
export interface DenialOrigin {
  readonly kind: 'terraform' | 'cloudformation' | 'kubernetes' | 'workflow' | 'source';
  /** The address or logical id of a resource, an object of Kubernetes, the action of a step, a function. */
  readonly name: string | null;
  /** A file of the user's code, and the line in it, from 1. */
  readonly file: string | null;
  readonly line: number | null;
}

/** What Terraform or CloudFormation was doing when it was denied. */
export interface AskedStep {
  /** Their name of the kind of resource: `aws_s3_bucket`, `AWS::S3::Bucket`. */
  readonly type: string;
  readonly step: 'read' | 'create' | 'update' | 'delete';
}

/** Condition keys of the request, by AWS's names, with their values. */
export type SentKeys = Readonly<Record<string, readonly string[]>>;

/** A resource that the text names elsewhere than in the sentence of the denial: an ARN, or a name as IAM's messages have it (`role app`). */
export interface NearbyResource {
  readonly value: string;
  /** The field or setting that has it: `requestParameters.roleArn`, `role-to-assume`. */
  readonly label: string;
  /** The line above or below that has it, from 1; it is likely about the same call. Null for a field of the call's own record. */
  readonly line: number | null;
}

/** What the error text says, and nothing else. Values are as in the text, unwrapped and unescaped; null was not stated. */
export interface Denial {
  readonly code: string | null;
  readonly operation: string | null;
  /** An ARN, whole or masked. */
  readonly caller: string | null;
  /** A principal that is no ARN: `anonymous`, a service, a bare user or session name. */
  readonly callerName: string | null;
  readonly action: string | null;
  readonly resource: string | null;
  readonly reason: StatedReason | null;
  readonly encodedMessage: string | null;
  readonly authorizationId: string | null;
  readonly requestId: string | null;
  readonly passedToService: string | null;
  readonly region: string | null;
  readonly kind: DenialKind;
  readonly credentialError: CredentialError | null;
  /** The wrapper or sentence it was recognised by. */
  readonly shape: string;
  /** First and last line of the text it was read from, from 1. */
  readonly lines: readonly [number, number];
  readonly truncated: boolean;
  readonly origin: DenialOrigin | null;
  /** Where the text names no call, but what was done to which kind of resource. */
  readonly asked?: AskedStep;
  /** The prefix of the service that was called, where the text names it beside the operation: several have an operation of one name. */
  readonly service?: string;
  /** Where the program got its credentials, in words, where the text before the error says so: "the shared credentials file ~/.aws/credentials". */
  readonly credentialsFrom?: string;
  /** Only a CloudTrail record says it. */
  readonly calledFrom?: CallOrigin;
  /** The condition keys whose values the record of the call states. */
  readonly sent?: SentKeys;
  /** How many calls the text says that it is about: a row in the result of a query. Left out: one. */
  readonly calls?: number;
  /** Where the sentence names no resource: those that the text names elsewhere, the most specific first. */
  readonly nearby?: readonly NearbyResource[];
}
