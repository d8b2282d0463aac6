import { getPointer } from '../../policy/pointer.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { conditionCause, listed } from './condition-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
export const policyVariable = conditionCause({
  id: 'trust.policy-variable',
  doc: {
    what: 'A condition of the trust policy holds a policy variable that has no value for this caller, or that is taken literally.',
    why: '${aws:username} exists for IAM users only, not for roles. In a policy without "Version": "2012-10-17" a variable is plain text.',
    fix: 'Use a key that the caller has (${aws:PrincipalTag/…}), and set Version to 2012-10-17.',
  },
  keys: /./,
  when: ({ miss, wanted, subject }) =>
    miss.conditions.length === 1 &&
    wanted.length > 0 &&
    wanted.every((value) => value.includes('${')) &&
    (isLiteral(miss.document) || wanted.every((value) => hasNoValue(value, subject))),
  summary: ({ condition, miss, place, wanted }) =>
    isLiteral(miss.document)
      ? `${place} takes ${listed(wanted)} literally: its policy has no "Version": "2012-10-17"`
      : `${place} wants ${condition.condition.key} ${listed(wanted)}, which has no value for this caller`,
  because: ({ miss }) =>
    isLiteral(miss.document)
      ? 'without "Version": "2012-10-17" a variable is plain text'
      : 'the variable has no value for this caller',
  remedies: ({ blockage, subject }) => allowRemedies(blockage, subject),
});

function isLiteral(document: unknown): boolean {
  const version = getPointer(document, '/Version');
  return version === undefined || version === '2008-10-17';
}

/** True where a variable without default stands for a key that AWS does not put into the request. */
function hasNoValue(text: string, subject: Parameters<typeof allowRemedies>[1]): boolean {
  const keys = [...text.matchAll(/\$\{([^{},?*$]{1,256})\}/g)].map(([, key = '']) => key.trim());
  return keys.some((key) => subject.request?.context.get(key).status === 'missing');
}
