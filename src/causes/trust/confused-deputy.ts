import { allowRemedies } from '../../grants/allow-remedies.ts';
import { conditionCause } from '../runners/condition-cause.ts';

export const confusedDeputy = conditionCause({
  id: 'trust.confused-deputy',
  keys: /^aws:source(arn|account|orgid|orgpaths)$/,
  when: ({ denialCase }) => denialCase.facts.principal?.type !== 'service',
  summary: ({ condition, place }) =>
    `${place} wants ${condition.finding.key}, which only calls by an AWS service bring`,
  because: ({ condition }) => `only calls by an AWS service bring ${condition.finding.key}, and the caller is none`,
  remedies: ({ blocker, denialCase }) => allowRemedies(blocker, denialCase),
});
