import { describe, expect, it } from 'vitest';
import { errorIn } from '../../src/gather/live/clients/rest-answer.ts';
import { restRequest } from '../../src/gather/live/clients/rest-request.ts';

describe('the request of a call to a REST API', () => {
  const get = { path: '/things/{Name}?policy&version=2', pattern: /^[a-z]{1,8}$/, query: ['From', 'Limit'] };

  it('has the input in its path and query, with what the path itself asks for', () => {
    expect(restRequest(get, { Name: 'web', From: 'a b&c', Other: 'not sent', Limit: 7 })).toEqual({
      path: '/things/web',
      query: { policy: '', version: '2', From: 'a b&c' },
    });
  });

  it.each(['', '..', 'a/b', 'a?x', 'WEB', 'verylongname', undefined, 7])('is not made for an input like %j', (Name) => {
    expect(() => restRequest(get, { Name })).toThrow(expect.objectContaining({ name: 'ValidationException' }));
  });
});

describe('an error of a REST API', () => {
  const cells: readonly [string, string, Record<string, string>, string, string][] = [
    [
      'in JSON, with its type in a header',
      '{"message":"no"}',
      { 'x-amzn-errortype': 'Denied:http://x' },
      'Denied',
      'no',
    ],
    ['in JSON, with its type inside', '{"__type":"com.amazonaws.x#Denied","Message":"no"}', {}, 'Denied', 'no'],
    ['in JSON, with a code', '{"code":"Denied"}', {}, 'Denied', 'Denied'],
    [
      'in XML',
      '<?xml version="1.0"?><Error><Code>NoSuchBucket</Code><Message>no</Message></Error>',
      {},
      'NoSuchBucket',
      'no',
    ],
    ['in another language', '<html><h1>502</h1></html>', {}, 'Unknown', 'Unknown'],
  ];

  it.each(cells)('%s', (_, body, headers, name, message) => {
    expect(errorIn(body, { status: 403, headers })).toMatchObject({
      name,
      message,
      $fault: 'client',
      $metadata: { httpStatusCode: 403 },
    });
  });

  it('is the service’s own fault from 500 on', () => {
    expect(errorIn('', { status: 500, headers: {} })).toMatchObject({ $fault: 'server' });
  });
});
