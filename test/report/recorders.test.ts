import { expect, it } from 'vitest';
import { diagnose, render } from '../../src/index.ts';

const KEY = 'arn:aws:kms:eu-west-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:orders';

async function reported(action: string, resource: string, clause: string): Promise<string> {
  const caller = 'arn:aws:iam::111122223333:user/ana';
  const text = `User: ${caller} is not authorized to perform: ${action} on resource: ${resource} because no ${clause} policy allows the ${action} action`;
  return render(await diagnose({ text }, { source: 'none' }), 'text').replace(/\s+/g, ' ');
}

it('asks nobody for a recording of a policy that denytrace does not read', async () => {
  const report = await reported('kms:Decrypt', KEY, 'resource-based');
  expect(report).toContain('The owner of KMS key');
  expect(report).toContain('aws kms get-key-policy');
  expect(report).not.toMatch(/owner of KMS key \S+ in 444455556666 can read it and make the change/);
});

it('asks the administrator of the caller for a recording of what it reads', async () => {
  expect(await reported('sqs:SendMessage', QUEUE, 'identity-based')).toContain(
    'An administrator of 111122223333 can read it and make the change. To see it here, have them run this',
  );
});
