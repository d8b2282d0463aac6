import { actionFacts } from '../../reference/service-facts.ts';
import { defineCheck } from '../cause.ts';
import { missEvidence, quoted } from '../../evidence/allow-evidence.ts';
import { nearMisses } from '../../evidence/near-miss/nearest-miss.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { placeOfStatement } from '../../evidence/words.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html#actions_table */
export const wildcardOnly = defineCheck({
  on: 'blockage',
  layer: 'identity',
  kind: 'missing-allow',
  id: 'identity.wildcard-only',
  doc: {
    what: 'A policy of the caller allows the action on certain resources, but the action is about no single one: only a lone asterisk as Resource allows it.',
    why: 'Many actions (most that list or describe, ecr:GetAuthorizationToken, ec2:DescribeInstances …) are not about one resource. An ARN in the statement then matches nothing, without a complaint.',
    fix: 'Allow the action on "*", in a statement of its own.',
  },
  explain(blockage, subject) {
    if (subject.request === null) return undefined;
    const { action } = subject.request;
    if (actionFacts(action)?.wildcardOnly !== true) return undefined;
    const miss = nearMisses(blockage, subject).find(({ nearMiss }) => nearMiss.element === 'resource');
    if (miss === undefined) return undefined;
    return {
      summary: `${placeOfStatement(subject, miss.statement)} allows ${action} on ${miss.nearMiss.policySays}, but ${action} knows no single resources: only "*" allows it`,
      evidence: [missEvidence(miss, subject), ...quoted(blockage, subject)],
      remedies: allowRemedies(blockage, subject),
    };
  },
});
