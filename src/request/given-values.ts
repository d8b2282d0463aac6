import { nearestTexts } from '../reference/edit-distance.ts';
import { actionFacts, lookUpAction, serviceIndex } from '../reference/service-facts.ts';
import { principalOf } from './ask-question.ts';

/** A value that somebody gives for what the text leaves out: which values it can have, and how that is said. */
export interface GivenValue {
  readonly fits: (value: string) => boolean;
  readonly wanted: string;
}

/** What stands for the text has to be what the text would say. */
export const GIVEN_VALUES = {
  caller: { fits: isPrincipal, wanted: 'the ARN of a user, role, session or identity provider' },
  action: { fits: isAction, wanted: 'an action such as sts:AssumeRole' },
  resource: { fits: isResource, wanted: 'an ARN' },
  service: { fits: isServiceHost, wanted: 'the host of a service such as lambda.amazonaws.com' },
  region: { fits: isRegion, wanted: 'a region such as eu-central-1' },
} as const satisfies Readonly<Record<string, GivenValue>>;

/** True for who can make a request. */
export function isPrincipal(value: string): boolean {
  return principalOf(value) !== undefined;
}

/** True for what a request can ask for. */
export function isAction(value: string): boolean {
  return /^[a-z0-9-]+:[\w*?]+$/i.test(value);
}

/** True for what a request can be about. */
export function isResource(value: string): boolean {
  return value === '*' || value.startsWith('arn:');
}

function isServiceHost(value: string): boolean {
  return /^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(value);
}

function isRegion(value: string): boolean {
  return /^[a-z]{2,}(-[a-z]+)+-\d$/.test(value);
}

/**
 * Says that AWS lists no such action, with what may have been meant; null for one that it lists, or where that is not known. IAM allows what
 * a wildcard covers, whether it exists or not, so a gate with a misspelt action would pass.
 */
export function unlistedAction(action: string): string | null {
  if (/[*?]/.test(action)) return null;
  const found = lookUpAction(action);
  const index = serviceIndex();
  if (index === undefined || found.status === 'known' || found.status === 'no-data') return null;
  const [service = '', name = ''] = action.split(':');
  const [nearest] =
    found.status === 'unknown-action'
      ? nearestTexts(name, found.service.actionNames, 1).map((near) => `${found.service.prefix}:${near}`)
      : nearestTexts(service, Object.keys(index.services), 1).map((near) => `${near}:${name}`);
  const meant = nearest === undefined ? '' : `; did you mean ${nearest}?`;
  return `AWS lists no action ${action} (as of ${index.updated})${meant}`;
}

/**
 * Says that Amazon S3 decides the action for buckets and not for objects, or the reverse; null where it is for this kind, or that is not known.
 * A policy may allow an action on a resource that no call asks it of, so a gate with the wrong kind would pass.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
export function wrongKindForS3(action: string, resource: string): string | null {
  const [, bucket, key] = /^(arn:[^:]+:s3:::[^/*?]+)(\/.*)?$/.exec(resource) ?? [];
  const forms = actionFacts(action)?.resourceTypes.map(({ arn }) => arn) ?? [];
  const takesBuckets = forms.some((arn) => /:s3:::[^/]+$/.test(arn));
  const takesObjects = forms.some((arn) => /:s3:::[^/]+\//.test(arn));
  if (bucket === undefined || takesBuckets === takesObjects || takesObjects === (key !== undefined)) return null;
  return takesObjects
    ? `${action} is for objects, and ${resource} is a bucket: pass ${bucket}/<key>, or ${bucket}/* for all of them`
    : `${action} is for buckets, and ${resource} is an object: pass ${bucket}`;
}
