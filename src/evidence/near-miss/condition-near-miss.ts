import type { RequestContext } from '../../model/request.ts';
import type { ConditionFinding } from '../../model/verdict.ts';
import type { Located } from '../../policy/policy-document.ts';
import { editDistance } from '../../reference/edit-distance.ts';
import { describeConditionKey, nearestConditionKeys } from '../../reference/keys/condition-keys.ts';
import { textsAt } from '../policy-lookup.ts';
import { listWords, requestWords, timeWords } from '../value-words.ts';
import { swappedClaim } from './compare-claims.ts';
import { lettersInWords } from './compare-names.ts';
import { compareValues, OTHER_VALUE } from './compare-values.ts';
import { cut, type Difference } from './difference.ts';
import type { ConditionNearMiss } from './near-miss.ts';
import { type Operator, operatorOf } from './operator.ts';
import { comparedWithoutPlaceholders } from './placeholders.ts';
import { withVariableValues } from './variable-values.ts';

/** At which value of the policy a condition fails, and how. `document`: the policy that contains the condition; `own`: the accounts of the request. */
export function conditionNearMiss(
  document: unknown,
  finding: ConditionFinding,
  context: RequestContext,
  own: readonly string[] = [],
): ConditionNearMiss {
  const operator = operatorOf(finding.operator);
  const values = textsAt(document, finding.pointer);
  const seen = values.map((value) => ({ ...value, ...withVariableValues(value.value, document, context) }));
  const read = seen.map(({ pointer: at, text }) => ({ pointer: at, value: text }));
  const { pointer, difference } = nearestValue(operator, read, finding, context, own);
  const nearest = seen.find((value) => value.pointer === pointer) ?? (seen.length === 1 ? seen[0] : undefined);
  const variables = finding.request.status === 'known' && nearest !== undefined ? nearest.words : '';
  const words = cut(variables === '' ? difference.words : `${difference.words}; ${variables}`);
  return {
    finding,
    operator,
    values,
    element: 'condition',
    pointer,
    policySays: cut(
      `${finding.operator} ${finding.key} ${listWords(values.map(({ value }) => timeWords(value, finding)))}`,
    ),
    requestHas: requestWords(finding.request, finding.key, finding.operator),
    difference: { ...difference, words },
  };
}

interface NearestValue {
  readonly pointer: string;
  readonly difference: Difference;
}

function nearestValue(
  operator: Operator,
  values: readonly Located[],
  { request, pointer, key, match }: ConditionFinding,
  context: RequestContext,
  own: readonly string[],
): NearestValue {
  const whole = (words: string, distance = 2) => ({ pointer, difference: { words, distance } });
  if (operator.family === 'presence') return whole(nullWords(key, request.status));
  if (request.status !== 'known') {
    const misnamed = compareKey(key, context);
    if (misnamed !== undefined) return { pointer, difference: misnamed };
    if (request.status === 'missing') return whole(missingWords(operator, key));
    // No value of the request could match.
    return match === 'no'
      ? whole('a variable without a value for this caller matches nothing, whatever the request has')
      : whole('the value in the request is unknown', 3);
  }
  if (operator.negated) return excludedValue(operator, values, request.values, pointer);
  if (request.multivalued && operator.set === null)
    return {
      pointer,
      difference: {
        kind: 'multivalued-key',
        words: `${key} can have several values: it needs ForAnyValue or ForAllValues`,
        distance: 1,
      },
    };
  const swapped = swappedClaim(
    key,
    values.map(({ value }) => value),
    context,
  );
  if (swapped !== undefined) return { pointer, difference: swapped };
  return (
    comparedValues(operator, values, request.values, own) ??
    whole(`${otherWords(operator)}: request has ${requestWords(request, key)}`)
  );
}

function comparedValues(
  operator: Operator,
  values: readonly Located[],
  requested: readonly string[],
  own: readonly string[],
): NearestValue | undefined {
  // Only the values of the request that the policy does not list make it fail.
  const failing =
    operator.set === 'ForAllValues'
      ? requested.filter((each) => !values.some(({ value }) => value === each))
      : requested;
  let nearest: NearestValue | undefined;
  for (const value of values) {
    for (const each of failing.slice(0, MOST_VALUES)) {
      const difference =
        comparedWithoutPlaceholders(value.value, each, own, (filled) => compareValues(operator, filled, each)) ??
        OTHER_VALUE;
      if (difference.distance < (nearest?.difference.distance ?? OTHER_VALUE.distance))
        nearest = { pointer: value.pointer, difference };
    }
  }
  if (nearest === undefined) return undefined;
  return { ...nearest, difference: { ...nearest.difference, distance: Math.min(2, nearest.difference.distance) } };
}

/** Requests have few values for a key; a limit keeps the number of comparisons small in any case. */
const MOST_VALUES = 32;

/** A negated condition fails because the request has exactly what it excludes. */
function excludedValue(
  operator: Operator,
  values: readonly Located[],
  requested: readonly string[],
  pointer: string,
): NearestValue {
  const found = values.find(({ value }) => requested.includes(value));
  const words = `the request has exactly the value that ${operator.name} excludes`;
  return { pointer: found?.pointer ?? pointer, difference: { words, distance: 2 } };
}

function missingWords({ ifExists, negated, set, name }: Operator, key: string): string {
  if (set === 'ForAnyValue') return `the request has no ${key}, and ForAnyValue needs one`;
  return ifExists || negated
    ? `the request has no ${key}`
    : `the request has no ${key}, and ${name} fails when the key is missing (${name}IfExists would not)`;
}

function nullWords(key: string, status: ConditionFinding['request']['status']): string {
  switch (status) {
    case 'known':
      return `the request has ${key}, but must not`;
    case 'missing':
      return `the request has no ${key}, but must`;
    case 'unknown':
      return 'could not tell whether the request has it';
  }
}

function otherWords({ family, name }: Operator): string {
  switch (family) {
    case 'date':
      return 'time differs';
    case 'number':
      return `number differs (${name})`;
    case 'address':
      return 'address not in these ranges';
    case 'boolean':
      return 'true/false the wrong way round';
    case 'presence':
    case 'string':
    case 'arn':
    case 'binary':
    case 'other':
      return 'value differs';
  }
}

/** A key that the request has under another name: written with the scheme of the issuer, with the provider's ARN, or with a typing error. */
function compareKey(key: string, context: RequestContext): Difference | undefined {
  const plain = plainKey(key);
  for (const [known, value] of context.entries()) {
    if (value.status !== 'known' || known.toLowerCase() === key.toLowerCase()) continue;
    if (plainKey(known) === plain)
      return {
        kind: 'condition-key',
        words: `wrong form of the key: it must be ${known}`,
        distance: 0.5,
        instead: known,
      };
  }
  if (plain !== key.trim().toLowerCase()) {
    const words = `wrong form of the key: it must be ${plain}`;
    return { kind: 'condition-key', words, distance: 0.5, instead: plain };
  }
  return misspeltKey(key);
}

/** `https://token.example.com/:sub` and `arn:aws:iam::1:oidc-provider/token.example.com:sub` → token.example.com:sub */
function plainKey(key: string): string {
  const text = key.trim().toLowerCase();
  const provider = text.indexOf(':oidc-provider/');
  const issuer = (provider < 0 ? text : text.slice(provider + ':oidc-provider/'.length)).replace(/^https?:\/\//, '');
  return issuer.replace(/\/(?=:[a-z_]+$)/, '');
}

function misspeltKey(key: string): Difference | undefined {
  if (!/^[a-z0-9-]+:/i.test(key) || describeConditionKey(key) !== undefined) return undefined;
  const [nearest] = nearestConditionKeys(key, 1);
  if (nearest === undefined) return undefined;
  const letters = editDistance(nearest.toLowerCase(), key.toLowerCase());
  if (letters > 3) return undefined;
  return {
    kind: 'condition-key',
    words: `${lettersInWords(letters)}: there is no key ${key}, but ${nearest}`,
    distance: letters,
    instead: nearest,
  };
}
