import { allowRemedies } from '../../grants/allow-remedies.ts';
import { conditionCause } from './condition-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html#cross-service-confused-deputy-prevention */
export const confusedDeputy = conditionCause({
  id: 'trust.confused-deputy',
  doc: {
    what: 'The statement wants aws:SourceArn or aws:SourceAccount, which only calls by an AWS service have; the caller is none.',
    why: 'A condition against the confused-deputy problem was put on a statement for users and roles too, where it can never hold.',
    fix: 'Have the owner of the role keep that condition for the service, and trust the caller in a statement of its own.',
  },
  keys: /^aws:source(arn|account|orgid|orgpaths)$/,
  when: ({ subject }) => subject.facts.principal?.type !== 'service',
  summary: ({ condition, place }) =>
    `${place} wants ${condition.condition.key}, which only calls by an AWS service bring`,
  because: ({ condition }) => `only calls by an AWS service bring ${condition.condition.key}, and the caller is none`,
  remedies: ({ blockage, subject }) => allowRemedies(blockage, subject),
});
