import { describe, expect, it } from 'vitest';
import type { AccessRequest } from '../../src/model/request.ts';
import { multiValue, requestContext, sendingContext, singleValue } from '../../src/request/request-context.ts';

const request: AccessRequest = {
  principal: {
    type: 'user',
    arn: 'arn:aws:iam::111122223333:user/ana',
    account: '111122223333',
    partition: 'aws',
    name: 'ana',
    path: '/',
    sessionName: null,
  },
  action: 'sts:AssumeRole',
  resource: 'arn:aws:iam::111122223333:role/ops',
  resourceAccount: '111122223333',
  context: requestContext([{ 'aws:username': singleValue('ana') }], () => ({ status: 'missing' })),
};

describe('a request with something else sent', () => {
  const sent = sendingContext(request, {
    'sts:ExternalId': ['42'],
    'aws:TagKeys': ['team'],
    'aws:RequestTag/x': ['a', 'b'],
  });

  it.each([
    ['sts:externalid', singleValue('42')],
    ['aws:TagKeys', multiValue(['team'])],
    ['aws:RequestTag/x', multiValue(['a', 'b'])],
    ['aws:username', singleValue('ana')],
    ['aws:SourceIp', { status: 'missing' }],
  ])('has %s', (key, value) => {
    expect(sent.context.get(key)).toEqual(value);
  });

  it('lists each key once', () => {
    expect([...sent.context.entries()].map(([key]) => key)).toEqual([
      'aws:username',
      'sts:ExternalId',
      'aws:TagKeys',
      'aws:RequestTag/x',
    ]);
  });
});
