import { orList } from '../../evidence/words.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { getPointer } from '../../policy/pointer.ts';
import { conditionCause } from '../runners/condition-cause.ts';

export const policyVariable = conditionCause({
  id: 'trust.policy-variable',
  keys: /./,
  when: ({ miss, wanted, denialCase }) =>
    miss.conditions.length === 1 &&
    wanted.length > 0 &&
    wanted.every((value) => value.includes('${')) &&
    (isLiteral(miss.document) || wanted.every((value) => hasNoValue(value, denialCase))),
  summary: ({ condition, miss, place, wanted }) =>
    isLiteral(miss.document)
      ? `${place} takes ${orList(wanted)} literally: its policy has no "Version": "2012-10-17"`
      : `${place} wants ${condition.finding.key} ${orList(wanted)}, which has no value for this caller`,
  because: ({ miss }) =>
    isLiteral(miss.document)
      ? 'without "Version": "2012-10-17" a variable is plain text'
      : 'the variable has no value for this caller',
  remedies: ({ blocker, denialCase }) => allowRemedies(blocker, denialCase),
});

function isLiteral(document: unknown): boolean {
  const version = getPointer(document, '/Version');
  return version === undefined || version === '2008-10-17';
}

/** True where a variable without default stands for a key that AWS does not put into the request. */
function hasNoValue(text: string, denialCase: Parameters<typeof allowRemedies>[1]): boolean {
  const keys = [...text.matchAll(/\$\{([^{},?*$]{1,256})\}/g)].map(([, key = '']) => key.trim());
  return keys.some((key) => denialCase.request?.context.get(key).status === 'missing');
}
