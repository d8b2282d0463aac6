import { orList, requestValue } from '../../evidence/words.ts';
import { advise } from '../../grants/advise.ts';
import { conditionCause } from '../runners/condition-cause.ts';

export const sourceArn = conditionCause({
  id: 'trust.source-arn',
  keys: /^aws:source(arn|account|orgid|orgpaths)$/,
  when: ({ denialCase }) => denialCase.facts.principal?.type === 'service',
  summary({ condition, place, wanted }) {
    const { key } = condition.finding;
    const own = requestValue(condition);
    return own === undefined
      ? `${place} wants ${key} ${orList(wanted)}; for which resource the service called does not show (--context ${key}=…)`
      : `${place} wants ${key} ${orList(wanted)}, and the service called for ${own}: ${condition.difference.words}`;
  },
  remedies: ({ condition, wanted }) =>
    requestValue(condition) === undefined
      ? [
          advise(
            `compare ${condition.finding.key} in the trust policy (${orList(wanted)}) with the resource that uses the role`,
            'role-owner',
          ),
        ]
      : undefined,
});
