import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/index.ts';

/** Texts with the layer that they point at, and a word of the reason. */
const TEXTS = [
  {
    name: 'AWS names the policy type',
    text: 'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:111122223333:orders because no identity-based policy allows the sqs:SendMessage action',
    layer: 'identity',
    why: 'AWS says',
  },
  {
    name: 'AWS names none, across accounts',
    text: 'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/deployer',
    layer: 'trust',
    why: 'across accounts',
  },
  {
    name: 'what is assumed is not a role',
    text: 'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:instance-profile/web',
    layer: 'trust',
    why: 'role',
  },
  {
    name: 'a bare 403 for an object',
    text: 'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied',
    layer: 'identity',
    why: 's3:ListBucket',
  },
] as const;

describe('the layer that a text points at', () => {
  it.each(TEXTS)('$name', async ({ text, layer, why }) => {
    const [diagnosis] = await diagnose({ text }, { source: 'none' });
    expect(diagnosis).toMatchObject({ likely: { layer } });
    expect(diagnosis?.likely?.why).toContain(why);
  });

  it('is null where there is no text', async () => {
    const can = { principal: 'arn:aws:iam::111122223333:user/ana', action: 'sts:AssumeRole' };
    const request = { ...can, resource: 'arn:aws:iam::444455556666:role/deployer' };
    const [diagnosis] = await diagnose({ request }, { source: 'none' });
    expect(diagnosis).toMatchObject({ verdict: 'undetermined', likely: null });
  });

  it('is null where the text points at none', async () => {
    const text = 'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: ec2:DescribeInstances';
    const [diagnosis] = await diagnose({ text }, { source: 'none' });
    expect(diagnosis).toMatchObject({ conclusion: 'inconclusive', likely: null });
  });
});
