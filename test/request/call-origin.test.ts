import { describe, expect, it } from 'vitest';
import type { CallOrigin } from '../../src/model/denial.ts';
import { parsePrincipal } from '../../src/model/principal.ts';
import { parseDenials } from '../../src/parse/parse-denials.ts';
import { servicePrincipal } from '../../src/request/ask-question.ts';
import { originKeys } from '../../src/request/call-keys.ts';
import { denialOf } from '../parts/denial-of.ts';
import { questionOf } from '../parts/question-of.ts';

const USER = 'arn:aws:iam::111122223333:user/ana';

/** A CloudTrail record of a denial, with these fields as well. */
function recordWith(fields: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({
    userIdentity: { type: 'IAMUser', arn: USER, userName: 'ana' },
    eventSource: 's3.amazonaws.com',
    eventName: 'GetObject',
    ...fields,
    errorCode: 'AccessDenied',
    errorMessage: 'Access Denied',
  });
}

describe('where a call came from', () => {
  it.each<[string, Readonly<Record<string, unknown>>, CallOrigin | undefined]>([
    ['an address', { sourceIPAddress: '203.0.113.7' }, { address: '203.0.113.7', vpcEndpoint: null }],
    ['an IPv6 address', { sourceIPAddress: '2001:db8::1' }, { address: '2001:db8::1', vpcEndpoint: null }],
    [
      'an address in a VPC, through an endpoint',
      { sourceIPAddress: '10.0.0.7', vpcEndpointId: 'vpce-0123456789abcdef0' },
      { address: '10.0.0.7', vpcEndpoint: 'vpce-0123456789abcdef0' },
    ],
    ['a service', { sourceIPAddress: 'cloudformation.amazonaws.com' }, undefined],
    ['AWS itself', { sourceIPAddress: 'AWS Internal' }, undefined],
    ['nothing', {}, undefined],
    [
      'a service in the name of the caller',
      { sourceIPAddress: '203.0.113.7', userIdentity: { arn: USER, invokedBy: 'athena.amazonaws.com' } },
      undefined,
    ],
  ])('is read from a CloudTrail record: %s', (_, fields, origin) => {
    expect(parseDenials(recordWith(fields)).map(({ calledFrom }) => calledFrom)).toEqual([origin]);
  });

  const keysOf = (calledFrom: CallOrigin, principal = parsePrincipal(USER) ?? null) =>
    originKeys(questionOf({ principal, denial: denialOf({ calledFrom }) }));
  const value = (text: string) => ({ status: 'known', values: [text], multivalued: false });

  it('is aws:SourceIp over the internet', () => {
    expect(keysOf({ address: '203.0.113.7', vpcEndpoint: null })).toEqual({ 'aws:SourceIp': value('203.0.113.7') });
  });

  it('is aws:VpcSourceIp through a VPC endpoint, and there is no aws:SourceIp then', () => {
    expect(keysOf({ address: '10.0.0.7', vpcEndpoint: 'vpce-1' })).toEqual({
      'aws:VpcSourceIp': value('10.0.0.7'),
      'aws:SourceVpce': value('vpce-1'),
      'aws:SourceIp': { status: 'missing' },
    });
  });

  it.each(['10.0.0.7', '172.16.0.1', '192.168.1.1', '100.64.0.1', 'fd00::1'])(
    'is open of a private address without an endpoint: %s',
    (address) => {
      expect(keysOf({ address, vpcEndpoint: null })).toEqual({});
    },
  );

  it('is not that of the service which gets the role', () => {
    expect(keysOf({ address: '203.0.113.7', vpcEndpoint: null }, servicePrincipal('ec2.amazonaws.com'))).toEqual({});
  });
});
