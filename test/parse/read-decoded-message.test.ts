import { describe, expect, it } from 'vitest';
import { readDecodedMessage } from '../../src/parse/read-decoded-message.ts';

const statement = { statementId: 'DenyAll', effect: 'DENY', actions: { items: [{ value: 'ec2:*' }] } };
const message = {
  allowed: false,
  explicitDeny: true,
  matchedStatements: { items: [statement] },
  failures: { items: [] },
  context: {
    principal: { id: 'AIDAEXAMPLE', name: 'u', arn: 'arn:aws:iam::111122223333:user/u' },
    action: 'ec2:StopInstances',
    resource: 'arn:aws:ec2:us-east-1:111122223333:instance/i-0abc',
    conditions: {
      items: [
        { key: 'aws:Region', values: { items: [{ value: 'us-east-1' }] } },
        { key: 'ec2:ResourceTag/team', values: { items: [{ value: 'a' }, { value: 'b' }] } },
      ],
    },
  },
};

describe('readDecodedMessage', () => {
  it('reads what AWS knows of the request', () => {
    expect(readDecodedMessage(message)).toEqual({
      source: 'decoded-message',
      explicitDeny: true,
      principalArn: 'arn:aws:iam::111122223333:user/u',
      principalId: 'AIDAEXAMPLE',
      action: 'ec2:StopInstances',
      resource: 'arn:aws:ec2:us-east-1:111122223333:instance/i-0abc',
      context: { 'aws:Region': ['us-east-1'], 'ec2:ResourceTag/team': ['a', 'b'] },
      matchedStatements: [statement],
      raw: message,
    });
  });

  it('reads it as text, and as the CLI prints it', () => {
    const wanted = readDecodedMessage(message);
    expect(readDecodedMessage(JSON.stringify(message))).toEqual({ ...wanted, raw: JSON.stringify(message) });
    expect(readDecodedMessage({ DecodedMessage: JSON.stringify(message) })).toEqual(wanted);
  });

  it('takes what is missing as not said', () => {
    expect(readDecodedMessage({ context: {} })).toEqual({
      source: 'decoded-message',
      explicitDeny: null,
      principalArn: null,
      principalId: null,
      action: null,
      resource: null,
      context: {},
      matchedStatements: [],
      raw: { context: {} },
    });
  });

  it('refuses what is no such message', () => {
    for (const other of [
      null,
      7,
      '',
      'x',
      '[]',
      [],
      {},
      { DecodedMessage: 7 },
      { Version: '2012-10-17', Statement: [] },
    ]) {
      expect(readDecodedMessage(other)).toBeUndefined();
    }
  });
});
