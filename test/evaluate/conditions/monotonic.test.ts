import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OPERATORS } from '../../../src/evaluate/conditions/operators.ts';
import type { ContextValue } from '../../../src/model/request.ts';
import type { Tri } from '../../../src/model/tri.ts';
import type { ConditionPair } from '../../../src/policy/policy-document.ts';
import { MISSING, multiValue, requestContext, singleValue } from '../../../src/request/request-context.ts';
import { runs } from '../../effort.ts';
import { UNKNOWN, variable } from '../rows.ts';
import { matchCondition } from './match.ts';

const WORLDS = runs(4_000, 100_000);

const KEYS = ['k', 'aws:username', 'aws:PrincipalTag/team'] as const;
type Keys = Readonly<Record<(typeof KEYS)[number], ContextValue>>;

const texts = fc.constantFrom(
  ...['', 'a', 'A', 'ab', '*', 'a*', '?', 'true', 'False', '10', '10.0', '9', '1e1', '-1', 'QQ==', 'QQ'],
  ...['2020', '2020-01-01', '2020-01-01T00:00:00Z', '1577836800', '203.0.113.0/24', '203.0.113.7', '::1', '::/0'],
  ...['arn:aws:iam::111122223333:role/a', 'arn:aws:iam::*:role/*', 'arn:aws:s3:::a:b', 'arn:aws:s3*'],
);
const withVariables = fc.oneof(
  texts,
  fc
    .tuple(
      texts,
      fc.constantFrom(...KEYS.map(variable), variable('*'), variable(`k, 'a'`), variable(`k, '*'`), '${'),
      texts,
    )
    .map((parts) => parts.join('')),
);
const knownValue: fc.Arbitrary<ContextValue> = fc.oneof(
  fc.constant(MISSING),
  texts.map((text) => singleValue(text)),
  fc.array(texts, { maxLength: 3 }).map(multiValue),
);
const operators = fc
  .tuple(
    fc.constantFrom('', 'ForAllValues:', 'ForAnyValue:'),
    fc.constantFrom(...OPERATORS.map(({ name }) => name), 'stringEquals'),
    fc.constantFrom('', 'IfExists'),
  )
  .map((parts) => parts.join(''));

/** What the request really has, and which of it we know. */
const worlds = fc.record({
  keys: fc.record({ k: knownValue, 'aws:username': knownValue, 'aws:PrincipalTag/team': knownValue }),
  hidden: fc.subarray([...KEYS]),
  alsoHidden: fc.subarray([...KEYS]),
  operator: operators,
  values: fc.array(withVariables, { maxLength: 3 }),
  unread: fc.option(withVariables, { nil: null }),
  variables: fc.constantFrom<Tri>('yes', 'no'),
  versionKnown: fc.boolean(),
});

function context(keys: Keys, hidden: readonly string[]) {
  const seen = Object.entries(keys).map(([key, value]) => [key, hidden.includes(key) ? UNKNOWN : value]);
  return requestContext([Object.fromEntries(seen)], () => MISSING);
}

function condition(operator: string, values: readonly string[], complete: boolean): ConditionPair {
  return { operator, key: 'k', values: values.map((value) => ({ value, pointer: '' })), pointer: '', complete };
}

// INVARIANT: learning more never overturns a definite answer.
describe('what is found without knowing everything', () => {
  it('stays when more is known', () => {
    let definite = 0;
    fc.assert(
      fc.property(worlds, ({ keys, hidden, alsoHidden, operator, values, unread, variables, versionKnown }) => {
        const whole = condition(operator, unread === null ? values : [...values, unread], true);
        const truth = matchCondition(whole, variables, context(keys, []));
        const more = matchCondition(whole, variables, context(keys, hidden));
        const partly = condition(operator, values, unread === null);
        const less = matchCondition(
          partly,
          versionKnown ? variables : 'unknown',
          context(keys, [...hidden, ...alsoHidden]),
        );
        for (const [before, after] of [
          [less, more],
          [more, truth],
          [less, truth],
        ] as const) {
          if (before.match === 'unknown') expect(before.gap).toBeDefined();
          else expect(after.match).toBe(before.match);
        }
        if (less.match !== 'unknown' && (hidden.length > 0 || unread !== null || !versionKnown)) definite += 1;
      }),
      { numRuns: WORLDS },
    );
    // The property would hold for an evaluator that never answers.
    expect(definite).toBeGreaterThan(WORLDS / 40);
  });

  it('is definite where everything is known and AWS says how it decides', () => {
    const plain = fc.constantFrom('a', 'b', 'ab');
    fc.assert(
      fc.property(
        fc.constantFrom('StringEquals', 'StringNotLike', 'ForAllValues:StringLike', 'ForAnyValue:StringNotEquals'),
        fc.array(plain, { minLength: 1, maxLength: 3 }),
        plain,
        (operator, values, asked) => {
          const finding = matchCondition(
            condition(operator, values, true),
            'yes',
            requestContext([{ k: singleValue(asked) }], () => MISSING),
          );
          expect(finding.match).not.toBe('unknown');
        },
      ),
    );
  });
});
