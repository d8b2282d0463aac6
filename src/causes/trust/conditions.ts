import { orList } from '../../evidence/value-words.ts';
import { setVersion } from '../../grants/set-version.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import { getPointer } from '../../policy/pointer.ts';
import type { BlockerCause } from '../cause.ts';
import { condition } from '../fallbacks/missing-allow.ts';
import { unsupportedKey } from '../fallbacks/unsupported-key.ts';
import { conditionCause } from '../runners/condition-cause.ts';
import { callConditions } from './call-conditions.ts';
import { callerConditions } from './caller-conditions.ts';
import { originConditions } from './origin-conditions.ts';

/**
 * A statement of the trust policy names the caller, and its conditions do not hold. Variables come first, as they can be the value of any
 * key; the rows of the other files have keys of their own and do not compete with those of another file. The general cause is for
 * other keys, and for several that fail together.
 */
export const trustConditions = [
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
  conditionCause({
    id: 'trust.policy-variable',
    keys: /./,
    when: ({ miss, wanted, denialCase }) =>
      miss.conditions.length === 1 &&
      wanted.length > 0 &&
      wanted.every((value) => value.includes('${')) &&
      (isLiteral(miss.document) || wanted.every((value) => hasNoValue(value, denialCase))),
    whyNot: 'no condition fails because of a policy variable, or others fail as well',
    summary: ({ condition: { finding }, miss, place, wanted }) =>
      isLiteral(miss.document)
        ? `${place} takes ${orList(wanted)} literally: its policy has no "Version": "2012-10-17"`
        : `${place} requires ${finding.key} ${orList(wanted)}, which has no value for this caller`,
    because: ({ miss }) =>
      isLiteral(miss.document)
        ? 'without "Version": "2012-10-17" a variable is plain text'
        : 'the variable has no value for this caller',
    remedies: ({ miss, denialCase }) =>
      isLiteral(miss.document) ? [setVersion(miss, 'trust', denialCase)] : undefined,
  }),
  ...callConditions,
  ...callerConditions,
  ...originConditions,
  unsupportedKey('trust'),
  condition('trust'),
] as const satisfies readonly BlockerCause[];

/** True where the version of the policy language has no variables. */
function isLiteral(document: unknown): boolean {
  const version = getPointer(document, '/Version');
  return version === undefined || version === '2008-10-17';
}

/** True where a variable without default stands for a key that AWS does not put into the request. */
function hasNoValue(text: string, denialCase: DenialCase): boolean {
  const keys = [...text.matchAll(/\$\{([^{},?*$]{1,256})\}/g)].map(([, key = '']) => key.trim());
  return keys.some((key) => denialCase.request?.context.get(key).status === 'missing');
}
