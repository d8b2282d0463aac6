import { describe, expect, it } from 'vitest';
import type { ContextValue } from '../../../src/model/request.ts';
import { MISSING, multiValue, singleValue } from '../../../src/request/request-context.ts';
import { pair, request, rows, UNKNOWN, variable } from '../rows.ts';
import { matchCondition } from './match.ts';

const REQUESTS: Readonly<Record<string, ContextValue>> = {
  missing: MISSING,
  unknown: UNKNOWN,
  'one value': singleValue('a'),
  'the text false': singleValue('false'),
  'two values': multiValue(['a', 'b']),
  'no values': multiValue([]),
  'an empty value': singleValue(''),
};

// "use either true (the key doesn't exist — it is null) or false (the key exists and its value is not null)"
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null
const NULL = rows(`
  request        | true    | false   | both    | TRUE    | yes     | ""
  missing        | yes     | no      | yes     | yes     | unknown | unknown
  unknown        | unknown | unknown | unknown | unknown | unknown | unknown
  one value      | no      | yes     | yes     | no      | unknown | unknown
  the text false | no      | yes     | yes     | no      | unknown | unknown
  two values     | no      | yes     | yes     | no      | unknown | unknown
  no values      | yes     | no      | yes     | yes     | unknown | unknown
  an empty value | unknown | unknown | unknown | unknown | unknown | unknown
`);
const POLICIES = [['true'], ['false'], ['true', 'false'], ['TRUE'], ['yes'], ['']];

describe('Null', () => {
  const cells = NULL.flatMap(([asked = '', ...matches]) =>
    POLICIES.map((policy, index) => [asked, policy, matches[index] ?? ''] as const),
  );
  it.each(cells)('request: %s, policy %j: %s', (asked, policy, match) => {
    const finding = matchCondition(pair('Null', 'k', ...policy), 'yes', request({ k: REQUESTS[asked] ?? MISSING }));
    expect(finding.match).toBe(match);
  });

  // "You can add IfExists to the end of any condition operator name except the Null condition"
  it.each(['NullIfExists', 'ForAllValues:Null', 'ForAnyValue:Null', 'ForAnyValue:NullIfExists'])(
    '%s is unknown',
    (operator) => {
      expect(matchCondition(pair(operator, 'k', 'true'), 'yes', request({}))).toMatchObject({
        match: 'unknown',
        gap: { kind: 'unsupported', what: `Null as ${operator}` },
      });
    },
  );

  it('takes no policy variable', () => {
    const context = request({ 'aws:username': singleValue('true') });
    expect(matchCondition(pair('Null', 'k', variable('aws:username')), 'yes', context).match).toBe('unknown');
  });

  it('is unknown where a value cannot be read, unless another one decides', () => {
    const unread = { ...pair('Null', 'k', 'true'), complete: false };
    expect(matchCondition(unread, 'yes', request({})).match).toBe('yes');
    expect(matchCondition(unread, 'yes', request({ k: singleValue('a') })).match).toBe('unknown');
  });
});
