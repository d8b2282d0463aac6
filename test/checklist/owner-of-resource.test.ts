import { expect, it } from 'vitest';
import { diagnosisOf, refused } from '../requirements/requirements-of.ts';

const USER = 'arn:aws:iam::111122223333:user/ana';

it.each([
  ['RunInstances', 'UnauthorizedOperation', 'Could not tell which account owns the resource'],
  ['DescribeInstances', 'UnauthorizedOperation', undefined],
])(
  'of a service without resource policies only the owner of the resource is open: %s',
  async (operation, code, title) => {
    const { steps } = await diagnosisOf(refused(operation, code), { caller: USER });
    expect(steps.find(({ id, status }) => id === 'resource' && status === 'unknown')?.title).toBe(title);
  },
);
