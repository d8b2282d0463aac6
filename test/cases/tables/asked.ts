import { type Asked, blind, only, queue } from './place.ts';
import { EVERYTHING, type PolicyParts } from './policy-world.ts';
import { HOME } from './world.ts';

/** What most cases ask for: to send to a queue of the caller's account. */
export const ASKED = queue();

/** It is asked for, and nothing could be read. */
export const UNKNOWN = blind(ASKED);

/** No policy of the resource allows it: the identity side decides. */
export const CLOSED: { readonly parts: PolicyParts } = { parts: { resources: {} } };

/** It is asked for, and everything allows it as read now. */
export const FINE = only('identity', [EVERYTHING], ASKED, CLOSED);

/** A statement that is about another service. */
export const SNS = { Effect: 'Allow', Action: 'sns:*', Resource: '*' };

export const OBJECT: Asked = { action: 's3:GetObject', resource: 'arn:aws:s3:::reports/may.csv' };

/** Tells whose bucket it is, and gives the caller nothing. */
export const BUCKET: PolicyParts = {
  bucketAccount: HOME,
  resources: {
    'arn:aws:s3:::reports': [
      { Effect: 'Allow', Principal: { Service: 'logging.s3.amazonaws.com' }, Action: 's3:PutObject', Resource: '*' },
    ],
  },
};

export const KEY: Asked = {
  action: 'kms:Decrypt',
  resource: `arn:aws:kms:eu-west-1:${HOME}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
};

/** The key's policy leaves it to the policies of the account. */
export const KEY_TO_ACCOUNT: PolicyParts = {
  resources: {
    [KEY.resource]: [
      { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${HOME}:root` }, Action: 'kms:*', Resource: '*' },
    ],
  },
};
