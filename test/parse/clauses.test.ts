import { describe, expect, it } from 'vitest';
import { parseDenials } from '../../src/parse/parse-denials.ts';

const SENTENCE = 'User: arn:aws:iam::111122223333:user/a is not authorized to perform: s3:GetObject on resource: ';
const POLICY = 'arn:aws:organizations::444455556666:policy/o-abcdefghij/service_control_policy/p-12345678';

/** Clause, layer, effect. Capitals, articles, plurals and hyphens vary between services, years and documentation pages. */
const CLAUSES: readonly (readonly [string, string | null, string | null])[] = [
  ['because no identity-based policy allows the s3:GetObject action', 'identity', 'implicit'],
  ['because no identity based policy allows the s3:GetObject action', 'identity', 'implicit'],
  ['because no resource-based policy allows the s3:GetObject action', 'resource', 'implicit'],
  ['because no permissions boundary allows the s3:GetObject action', 'boundary', 'implicit'],
  ['because no session policy allows the s3:GetObject action', 'session', 'implicit'],
  ['because no service control policy allows the s3:GetObject action', 'scp', 'implicit'],
  ['because no Service Control Policy allows the s3:GetObject action', 'scp', 'implicit'],
  ['because no resource control policy allows the s3:GetObject action', 'rcp', 'implicit'],
  ['because no VPC endpoint policy allows the s3:GetObject action', 'endpoint', 'implicit'],
  ['because no role trust policy allows the s3:GetObject action', 'trust', 'implicit'],
  ['because no identity-based policy allows the vpce:AllowMultiRegion action', 'identity', 'implicit'],
  ['because the role trust policy allows the sts:AssumeRole action', 'trust', null],
  ['with an explicit deny in an identity-based policy', 'identity', 'explicit'],
  ['with an explicit deny in a resource-based policy', 'resource', 'explicit'],
  ['with an explicit deny in a permissions boundary', 'boundary', 'explicit'],
  ['with an explicit deny in a session policy', 'session', 'explicit'],
  ['with an explicit deny in a sessions policy', 'session', 'explicit'],
  ['with an explicit deny in a service control policy', 'scp', 'explicit'],
  ['with an explicit deny in a resource control policy', 'rcp', 'explicit'],
  ['with an explicit deny in a VPC endpoint policy', 'endpoint', 'explicit'],
  ['with an explicit deny in the role trust policy', 'trust', 'explicit'],
  [
    'with an explicit deny in a VPC endpoint policy transitively through a service control policy',
    'endpoint',
    'explicit',
  ],
  ['with an explicit deny', null, 'explicit'],
  [
    'because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access',
    'resource',
    null,
  ],
];

const ENDINGS = [
  '',
  '.',
  '"',
  '\n\tstatus code: 403, request id: x',
  ' (Service: S3, Status Code: 403, Request ID: X)',
];

describe('a clause', () => {
  it.each(CLAUSES)('is read: %s', (clause, layer, effect) => {
    for (const ending of ENDINGS) {
      const [denial] = parseDenials(`${SENTENCE}arn:aws:s3:::b/k ${clause}${ending}`);
      expect(denial?.resource).toBe('arn:aws:s3:::b/k');
      expect(denial?.reason).toEqual({ layer, effect, policyArn: null });
    }
  });

  it.each(CLAUSES.filter(([, , effect]) => effect === 'explicit'))(
    'may name the policy: %s',
    (clause, layer, effect) => {
      for (const lead of [': ', ', with policy ARN: ', ':\n'])
        for (const ending of [
          '',
          '.',
          '. Encoded authorization failure message: abcDEF012345',
          '"}',
          ' (Service: Iam)',
        ]) {
          const [denial] = parseDenials(`${SENTENCE}arn:aws:s3:::b/k ${clause}${lead}${POLICY}${ending}`);
          expect(denial?.reason).toEqual({ layer, effect, policyArn: POLICY });
        }
    },
  );

  it('of an S3 setting names no policy', () => {
    for (const clause of [
      'because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.',
      'because public ACLs are prevented by the BlockPublicAcls setting in S3 Block Public Access.',
      'because this bucket has blocked upload requests that specify Server Side Encryption with Customer provided keys (SSE-C). Please specify a different server-side encryption type',
    ]) {
      const [denial] = parseDenials(`${SENTENCE}"arn:aws:s3:::b" ${clause}`);
      expect([denial?.resource, denial?.reason]).toEqual(['arn:aws:s3:::b', null]);
    }
  });

  it('that is missing states nothing, also before a word that begins like one', () => {
    const [denial] = parseDenials(`${SENTENCE}arn:aws:s3:::b/k with an explicit deny\nINFO done`);
    expect(denial?.reason).toEqual({ layer: null, effect: 'explicit', policyArn: null });
    expect(parseDenials(`${SENTENCE}arn:aws:s3:::b/k`)[0]?.reason).toBeNull();
  });
});

describe("a clause behind EC2's refusal in general terms", () => {
  const explicit = { layer: null, effect: 'explicit', policyArn: null };

  it.each([
    ['You are not authorized to perform this operation. ... with an explicit deny', explicit],
    ['You are not authorized to perform this operation.… with an explicit deny', explicit],
    ['You are not authorized to perform this operation with an explicit deny', explicit],
    ['You are not authorized to perform this action... with an explicit deny', explicit],
    ['You are not authorized to perform this operation. Maybe with an explicit deny', null],
    ['You are not authorized to perform this operation.', null],
  ])('is read where it follows at once: %s', (text, reason) => {
    expect(parseDenials(`UnauthorizedOperation: ${text}`).map((denial) => denial.reason)).toEqual([reason]);
  });

  it.each(['operation', 'action'])('leaves room for an encoded message: this %s', (what) => {
    const encodedMessage = 'AbCdEf0123456789_AbCdEf0123456789';
    for (const lead of ['. Encoded authorization failure message: ', '."] encoded authorization failure message ']) {
      const text = `You are not authorized to perform this ${what}${lead}${encodedMessage}`;
      expect(parseDenials(text).map((denial) => denial.encodedMessage)).toEqual([encodedMessage]);
    }
  });
});
