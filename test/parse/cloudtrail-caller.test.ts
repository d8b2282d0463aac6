import { describe, expect, it } from 'vitest';
import { parseDenials } from '../../src/parse/parse-denials.ts';

const record = (own: string, told: string) =>
  JSON.stringify({
    eventSource: 'sqs.amazonaws.com',
    eventName: 'SendMessage',
    errorCode: 'AccessDenied',
    errorMessage: `User: ${told} is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:444455556666:orders because no identity-based policy allows the sqs:SendMessage action`,
    userIdentity: { type: 'AssumedRole', arn: own, accountId: '111122223333' },
  });

const session = (account: string, role = 'app') => `arn:aws:sts::${account}:assumed-role/${role}/run-1`;

describe('the caller of a record in which accounts were hidden piece by piece', () => {
  it('is the one of the message, which also names the resource', () => {
    const [denial] = parseDenials(record(session('111122223333'), session('444455556666')));
    expect(denial?.caller).toBe(session('444455556666'));
  });

  it('is the one of the record where the message is about somebody else', () => {
    const [denial] = parseDenials(record(session('111122223333'), session('444455556666', 'other')));
    expect(denial?.caller).toBe(session('111122223333'));
  });
});
