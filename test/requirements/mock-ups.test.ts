import { describe, it } from 'vitest';
import { render } from '../../src/report/render.ts';
import { expectGolden, expectOnlyGoldens } from '../golden.ts';
import { denied, diagnosisOf, refused } from './requirements-of.ts';

const USER = 'arn:aws:iam::111122223333:user/test';
const ENCODED = 'Encoded authorization failure message: 4GIOHlTkIaWHQD0Q0m6XSnuUMCm-abcdefghijklmnop';
const NOT_AUTHORIZED = 'You are not authorized to perform this operation.';

/** AWS's own examples of texts, of which nothing can be read. */
const TEXTS: readonly (readonly [golden: string, text: string])[] = [
  ['describe-instances', refused('DescribeInstances', 'UnauthorizedOperation', NOT_AUTHORIZED)],
  [
    'assume-role',
    refused(
      'AssumeRole',
      'AccessDenied',
      denied(USER, 'sts:AssumeRole', 'arn:aws:iam::111122223333:role/EC2-FullAccess'),
    ),
  ],
  ['session-token', refused('GetSessionToken', 'AccessDenied', 'Cannot call GetSessionToken with session credentials')],
  ['encoded', refused('AssociateIamInstanceProfile', 'UnauthorizedOperation', `${NOT_AUTHORIZED} ${ENCODED}`)],
  [
    'scp-deny',
    denied(
      'arn:aws:sts::111122223333:assumed-role/karpenter/17314',
      'ec2:RunInstances',
      'arn:aws:ec2:us-east-2:111122223333:instance/*',
      ' with an explicit deny in a service control policy',
    ),
  ],
  [
    'bucket-deny',
    denied(
      'arn:aws:sts::111122223333:assumed-role/exporter/run-1',
      's3:PutObject',
      'arn:aws:s3:::reports/2026/a.csv',
      ' with an explicit deny in a resource-based policy',
    ),
  ],
  [
    'session-policy',
    denied(
      'arn:aws:sts::111122223333:assumed-role/vendor/run-1',
      's3:GetObject',
      'arn:aws:s3:::reports/2026/a.csv',
      ' because no session policy allows the s3:GetObject action',
    ),
  ],
  ['pass-role', denied('arn:aws:sts::111122223333:assumed-role/dev/alice', 'iam:PassRole', null)],
];

const GOLDENS = `${import.meta.dirname}/golden`;

describe('a report of which nothing could be read', () => {
  it('has a golden for each text and format, and no other', () => {
    expectOnlyGoldens(
      GOLDENS,
      TEXTS.flatMap(([name]) => [`${name}.txt`, `${name}.md`]),
    );
  });

  it.each(TEXTS)('%s', async (name, text) => {
    const diagnosis = await diagnosisOf(text);
    expectGolden(`${GOLDENS}/${name}.txt`, render([diagnosis], 'text'));
    expectGolden(`${GOLDENS}/${name}.md`, render([diagnosis], 'markdown'));
  });
});
