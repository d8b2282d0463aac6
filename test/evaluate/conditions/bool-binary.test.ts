import { describe, expect, it } from 'vitest';
import { singleValue } from '../../../src/request/request-context.ts';
import { pair, request, variable } from '../rows.ts';
import { matchCondition } from './match.ts';
import { comparisons } from './values.ts';

// "comparing a key to "true" or "false""; in any case. What another text is, AWS does not say; it is not true.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Boolean
describe('truth values', () => {
  comparisons(
    'Bool',
    null,
    `
    policy  | request | match
    true    | true    | yes
    true    | false   | no
    false   | false   | yes
    false   | true    | no
    True    | true    | yes
    true    | TRUE    | yes
    FALSE   | false   | yes
    False   | True    | no
    true    | yes     | no
    true    | 1       | no
    true    | ""      | no
    false   | no      | unknown
    false   | 0       | unknown
    false   | ""      | unknown
    1       | true    | no
    yes     | true    | no
    no      | false   | unknown
    1       | 1       | unknown
    " true" | true    | no
    " true" | false   | unknown
    `,
  );

  // One page says that variables work here, another one that they do not.
  it('with a policy variable are unknown', () => {
    const context = request({ k: singleValue('true'), 'aws:ViaAWSService': singleValue('true') });
    expect(matchCondition(pair('Bool', 'k', variable('aws:ViaAWSService')), 'yes', context).match).toBe('unknown');
    expect(matchCondition(pair('Bool', 'k', variable('aws:ViaAWSService')), 'no', context).match).toBe('no');
  });
});

// "compares the value of the specified key byte for byte against a base-64 encoded representation of the binary value in the policy"
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_BinaryEquals
describe('bytes', () => {
  comparisons(
    'BinaryEquals',
    null,
    `
    policy                       | request                      | match
    QmluYXJ5VmFsdWVJbkJhc2U2NA== | QmluYXJ5VmFsdWVJbkJhc2U2NA== | yes
    QmluYXJ5VmFsdWVJbkJhc2U2NA== | qmluYXJ5VmFsdWVJbkJhc2U2NA== | no
    QQ==                         | QR==                         | yes
    QQ==                         | Qg==                         | no
    QUI=                         | QUI=                         | yes
    QUI=                         | QUJD                         | no
    QUJD                         | QUJD                         | yes
    QQ==                         | QQ                           | unknown
    QQ                           | QQ==                         | unknown
    -_-_                         | +/+/                         | unknown
    not base64!                  | QQ==                         | no
    QQ==                         | a b                          | no
    `,
  );
});
