import { describe, expect, it } from 'vitest';
import { singleValue } from '../../../src/request/request-context.ts';
import { pair, request, variable } from '../rows.ts';
import { matchCondition } from './match.ts';
import { comparisons } from './values.ts';

// "The value must be in the standard CIDR format (for example, 203.0.113.0/24 or 2001:DB8:1234:5678::/64). If you specify an IP address
// without the associated routing prefix, IAM uses the default prefix value of /32."
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress
describe('addresses', () => {
  comparisons(
    'IpAddress',
    'NotIpAddress',
    `
    policy                      | request              | in  | not in
    203.0.113.0/24              | 203.0.113.0          | yes | no
    203.0.113.0/24              | 203.0.113.255        | yes | no
    203.0.113.0/24              | 203.0.112.255        | no  | yes
    203.0.113.0/24              | 203.0.114.0          | no  | yes
    203.0.113.77/24             | 203.0.113.1          | yes | no
    203.0.113.5                 | 203.0.113.5          | yes | no
    203.0.113.5                 | 203.0.113.6          | no  | yes
    203.0.113.5/32              | 203.0.113.5          | yes | no
    203.0.113.5/32              | 203.0.113.4          | no  | yes
    203.0.113.4/31              | 203.0.113.5          | yes | no
    203.0.113.4/31              | 203.0.113.6          | no  | yes
    203.0.113.0/25              | 203.0.113.127        | yes | no
    203.0.113.0/25              | 203.0.113.128        | no  | yes
    10.0.0.0/8                  | 10.255.255.255       | yes | no
    10.0.0.0/8                  | 11.0.0.0             | no  | yes
    10.32.0.0/11                | 10.63.255.255        | yes | no
    10.32.0.0/11                | 10.64.0.0            | no  | yes
    128.0.0.0/1                 | 255.255.255.255      | yes | no
    128.0.0.0/1                 | 127.255.255.255      | no  | yes
    0.0.0.0/0                   | 0.0.0.0              | yes | no
    0.0.0.0/0                   | 255.255.255.255      | yes | no
    0.0.0.0/0                   | 2001:db8::1          | no  | yes
    ::/0                        | 2001:db8::1          | yes | no
    ::/0                        | 203.0.113.5          | no  | yes
    2001:DB8:1234:5678::/64     | 2001:db8:1234:5678::1 | yes | no
    2001:DB8:1234:5678::/64     | 2001:db8:1234:5678:ffff:ffff:ffff:ffff | yes | no
    2001:DB8:1234:5678::/64     | 2001:db8:1234:5679::1 | no | yes
    2001:db8::/33               | 2001:db8:7fff::      | yes | no
    2001:db8::/33               | 2001:db8:8000::      | no  | yes
    2001:db8::1                 | 2001:0db8:0000:0000:0000:0000:0000:0001 | yes | no
    2001:db8::1                 | 2001:db8:0::0:1      | yes | no
    2001:db8::1                 | 2001:db8::2          | no  | yes
    2001:db8::1/128             | 2001:DB8::1          | yes | no
    ::1                         | 0:0:0:0:0:0:0:1      | yes | no
    ::                          | 0:0:0:0:0:0:0:0      | yes | no
    1::                         | 1:0:0:0:0:0:0:0      | yes | no
    ::192.0.2.1                 | ::c000:201           | yes | no
    64:ff9b::/96                | 64:ff9b::192.0.2.33  | yes | no
    1:2:3:4:5:6:7:8             | 1:2:3:4:5:6:7:8      | yes | no
    `,
  );
});

describe('texts that are no such addresses', () => {
  comparisons(
    'IpAddress',
    'NotIpAddress',
    `
    policy          | request       | in      | not in
    203.0.113.0/33  | 203.0.113.1   | unknown | unknown
    203.0.113.0/    | 203.0.113.0   | unknown | unknown
    203.0.113.0/024 | 203.0.113.1   | unknown | unknown
    203.0.113       | 203.0.113.1   | unknown | unknown
    203.0.113.*     | 203.0.113.1   | unknown | unknown
    203.0.113.256   | 203.0.113.1   | unknown | unknown
    203.0.113.01    | 203.0.113.1   | unknown | unknown
    203.0.113.0/255.255.255.0 | 203.0.113.1 | unknown | unknown
    2001:db8::/129  | 2001:db8::1   | unknown | unknown
    1::2::3         | 1::2:3        | unknown | unknown
    1:2:3:4:5:6:7   | 1::           | unknown | unknown
    1:2:3:4:5:6:7::8 | 1:2:3:4:5:6:7:8 | unknown | unknown
    12345::         | 1::           | unknown | unknown
    203.0.113.0/24  | 203.0.113.0/24 | unknown | unknown
    *               | 203.0.113.1   | unknown | unknown
    office          | 203.0.113.1   | no      | unknown
    ""              | 203.0.113.1   | no      | unknown
    203.0.113.0/24  | localhost     | no      | unknown
    203.0.113.0/24  | cloudformation.amazonaws.com | no | unknown
    `,
  );

  // "You can not use a policy variable with the IpAddress condition operator."
  it('a policy variable', () => {
    const context = request({ k: singleValue('10.0.0.1'), 'aws:SourceIp': singleValue('10.0.0.1') });
    expect(matchCondition(pair('IpAddress', 'k', variable('aws:SourceIp')), 'yes', context).match).toBe('unknown');
  });
});
