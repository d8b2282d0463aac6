import { describe, expect, it } from 'vitest';
import { relatedGiven } from '../../src/diagnose/diagnose-related.ts';
import type { UserOptions } from '../../src/model/question.ts';
import { servicePrincipal } from '../../src/request/ask-question.ts';
import { questionOf } from '../parts/question-of.ts';

const ROLE = 'arn:aws:iam::111122223333:role/worker';
const policy = { Version: '2012-10-17', Statement: [] };
const given: UserOptions = {
  caller: 'arn:aws:iam::111122223333:user/alice',
  context: { 'aws:SourceIp': '203.0.113.7' },
  missing: ['sts:ExternalId'],
  externalId: 'partner-77',
  sessionPolicy: { document: policy },
  resourcePolicy: policy,
  scp: policy,
  rcp: policy,
  endpointPolicy: policy,
  assume: { session: 'none' },
};
const asked = questionOf({ action: 'iam:PassRole', resource: ROLE });

describe('what is given for a related request', () => {
  it('is everything where the same caller asks for the same resource', () => {
    expect(relatedGiven(given, asked, { ...asked, action: 'sts:TagSession' })).toEqual(given);
  });

  it('is no policy of another resource', () => {
    const { resourcePolicy, ...rest } = given;
    const other = { ...asked, resource: 'arn:aws:iam::111122223333:role/other' };
    expect(relatedGiven(given, asked, other)).toEqual(rest);
    expect(resourcePolicy).toBe(policy);
  });

  it('is no guardrail of another account', () => {
    const other = { ...asked, resource: 'arn:aws:iam::444455556666:role/worker' };
    expect(relatedGiven(given, asked, other)).not.toHaveProperty('rcp');
  });

  it('is nothing of the caller where a service asks', () => {
    const service = { ...asked, action: 'sts:AssumeRole', principal: servicePrincipal('lambda.amazonaws.com') };
    expect(relatedGiven(given, asked, service)).toEqual({
      context: {},
      missing: [],
      resourcePolicy: policy,
      rcp: policy,
      assume: { session: 'none' },
    });
  });

  it('is nothing that tells of another resource itself', () => {
    const of = { 'aws:ResourceTag/team': 'a', 'ec2:ResourceTag/env': 'dev', 'aws:ResourceAccount': '111122223333' };
    const told = { ...given, context: { ...given.context, ...of }, missing: ['aws:ResourceOrgID', 'sts:ExternalId'] };
    const other = { ...asked, resource: 'arn:aws:iam::111122223333:role/other' };
    expect(relatedGiven(told, asked, other)).toMatchObject({ context: given.context, missing: ['sts:ExternalId'] });
    expect(relatedGiven(told, asked, other).context).not.toHaveProperty('aws:ResourceTag/team');
    expect(relatedGiven(told, asked, { ...asked, action: 'sts:TagSession' }).context).toEqual(told.context);
  });
});
