import { shortName } from '../../model/short-name.ts';
import { defineCheck } from '../cause.ts';
import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { nearestMiss } from '../../evidence/near-miss/nearest-miss.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services */
export const serviceCaller = defineCheck({
  on: 'blockage',
  layer: 'resource',
  kind: 'missing-allow',
  id: 'resource.service-caller',
  doc: {
    what: 'An AWS service calls the resource itself (a topic its queue, a bucket its function), and the policy of the resource does not name that service.',
    why: 'Services have no identity policies: only the policy of the resource can let them in. It was not set, was replaced by another tool, or names another service.',
    fix: 'The owner of the resource allows the service in the policy of the resource (for a function: aws lambda add-permission), with aws:SourceArn or aws:SourceAccount so that it acts for this account only.',
  },
  explain(blockage, subject) {
    const { principal } = subject.facts;
    if (principal?.type !== 'service') return undefined;
    if (nearestMiss(blockage, subject) !== undefined) return undefined;
    return {
      summary: `The policy of ${shortName(subject.request?.resource ?? null)} does not let the service ${principal.name} call ${subject.request?.action ?? 'it'}`,
      evidence: allowEvidence(blockage, subject),
      remedies: allowRemedies(blockage, subject),
    };
  },
});
