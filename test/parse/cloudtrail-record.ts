import { expect } from 'vitest';
import type { Denial } from '../../src/model/denial.ts';
import { parseDenials } from '../../src/parse/parse-denials.ts';

/** The caller of the record. */
export const CALLER = 'arn:aws:sts::111122223333:assumed-role/app/fn';
/** The role that it asks for. */
export const TARGET = 'arn:aws:iam::444455556666:role/target';

/** A denied call as CloudTrail records it. */
export const RECORD = {
  eventVersion: '1.11',
  userIdentity: {
    type: 'AssumedRole',
    principalId: 'AROAEXAMPLEAPP:fn',
    arn: CALLER,
    accountId: '111122223333',
    sessionContext: {
      sessionIssuer: { type: 'Role', arn: 'arn:aws:iam::111122223333:role/team/app', userName: 'app' },
      attributes: { creationDate: '2026-06-01T09:00:00Z', mfaAuthenticated: 'true' },
    },
  },
  eventSource: 'sts.amazonaws.com',
  eventName: 'AssumeRole',
  awsRegion: 'eu-west-1',
  errorCode: 'AccessDenied',
  errorMessage: 'An unknown error occurred',
  requestParameters: { roleArn: TARGET, roleSessionName: 's', externalId: 'shop' },
  requestID: '6b1f8c0e-1d2c-4e5f-9a7b-0c1d2e3f4a5b',
};

/** The one denial in a text. */
export const only = (text: string): Denial => {
  const [denial, ...others] = parseDenials(text);
  expect(others).toEqual([]);
  if (denial === undefined) throw new Error('no denial');
  return denial;
};
