import { describe, expect, it } from 'vitest';
import { askQuestion } from '../../src/request/ask-question.ts';
import { denialOf } from '../parts/denial-of.ts';

const CALLER = 'arn:aws:iam::111122223333:user/mateojackson';
const NOTHING_GIVEN = { context: {}, missing: [], assume: {} } as const;

/** As AWS's lists write a region that is not known. */
function open(service: string, resource: string): string {
  return ['arn:aws', service, `$${'{Region}'}`, '111122223333', resource].join(':');
}

function resourceIn(action: string, resource: string, region: string | null = null): string | null {
  return askQuestion(denialOf({ caller: CALLER, action, resource, region }), NOTHING_GIVEN).resource;
}

describe('a resource that the text has by its name alone', () => {
  it.each([
    ['codecommit:GetRepository', 'demo', open('codecommit', 'demo')],
    ['dynamodb:DescribeTable', 'orders', open('dynamodb', 'table/orders')],
    ['sqs:SendMessage', 'orders', open('sqs', 'orders')],
    ['iam:GetRole', 'role web', 'arn:aws:iam::111122223333:role/web'],
  ])('%s on %s is in the account of the caller, in a region that is not known', (action, name, arn) => {
    expect(resourceIn(action, name)).toBe(arn);
  });

  it('is in the region that the text names', () => {
    expect(resourceIn('codecommit:GetRepository', 'demo', 'eu-west-1')).toBe(
      'arn:aws:codecommit:eu-west-1:111122223333:demo',
    );
  });

  it.each([
    ['s3:ListBucket', 'somebody-elses-bucket'],
    ['secretsmanager:GetSecretValue', 'prod/db'],
    // Instances and images, subnets and more: which of them has the name is not known.
    ['ec2:RunInstances', 'web'],
    ['codecommit:GetRepository', '***'],
    ['codecommit:GetRepository', 'arn:aws:codecommit'],
    ['nothing:Known', 'demo'],
  ])('%s on %s stays unknown', (action, name) => {
    expect(resourceIn(action, name)).toBe(null);
  });
});
