import { advise } from '../../grants/advise.ts';
import { conditionCause, listed, sent } from '../runners/condition-cause.ts';

export const sourceArn = conditionCause({
  id: 'trust.source-arn',
  keys: /^aws:source(arn|account|orgid|orgpaths)$/,
  when: ({ denialCase }) => denialCase.facts.principal?.type === 'service',
  summary({ condition, place, wanted }) {
    const { key } = condition.condition;
    const own = sent(condition);
    return own === undefined
      ? `${place} wants ${key} ${listed(wanted)}; for which resource the service called does not show (--context ${key}=…)`
      : `${place} wants ${key} ${listed(wanted)}, and the service called for ${own}: ${condition.nearMiss.difference}`;
  },
  remedies: ({ condition, wanted }) =>
    sent(condition) === undefined
      ? [
          advise(
            `compare ${condition.condition.key} in the trust policy (${listed(wanted)}) with the resource that uses the role`,
            'role-owner',
          ),
        ]
      : undefined,
});
