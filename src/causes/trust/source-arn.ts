import { advise } from '../../grants/advise.ts';
import { conditionCause, listed, sent } from './condition-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcearn */
export const sourceArn = conditionCause({
  id: 'trust.source-arn',
  doc: {
    what: 'The trust policy lets the AWS service assume the role for certain resources or accounts only, and this one is not among them.',
    why: 'aws:SourceArn names a resource that was created anew or is in another region, a pattern lacks its `*`, or aws:SourceAccount is that of another account.',
    fix: 'Have the owner of the role add the ARN of the resource (or its account) that the service acts for.',
  },
  keys: /^aws:source(arn|account|orgid|orgpaths)$/,
  when: ({ subject }) => subject.facts.principal?.type === 'service',
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
