import { hasNoResourcePolicies } from '../../gather/resource/resource-policy-services.ts';
import { servicePrefix } from '../../model/actions.ts';
import { shortName } from '../../model/short-name.ts';
import { defineCheck } from '../cause.ts';
import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { layerFact } from '../../evidence/policy-lookup.ts';
import { advise } from '../../grants/advise.ts';
import { crossAccount } from './is-cross-account.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies-cross-account-resource-access.html */
export const noPolicies = defineCheck({
  on: 'blockage',
  layer: 'resource',
  kind: 'missing-allow',
  id: 'resource.no-policies',
  doc: {
    what: 'The resource is in another account, and belongs to a service whose resources cannot carry a policy: there is no way to use it from outside of its account.',
    why: 'Across accounts the resource’s side has to allow it in a policy of the resource. Instances, clusters, databases, users and roles (but for being assumed) have none.',
    fix: 'Assume a role in the account of the resource, and make the call with it; or share the resource by AWS RAM where the service has that.',
  },
  explain(blockage, subject) {
    if (subject.request === null) return undefined;
    const accounts = crossAccount(subject);
    const fact = layerFact(subject, 'resource');
    const { action, resource } = subject.request;
    if (accounts === undefined || fact.status !== 'absent' || !hasNoResourcePolicies(action)) return undefined;
    return {
      summary: `${shortName(resource)} is in ${accounts.resource}, the caller is of ${accounts.caller}, and nothing of ${servicePrefix(action)} can be used across accounts`,
      evidence: allowEvidence(blockage, subject),
      remedies: [advise(`assume a role in ${accounts.resource} and make the call with it`)],
    };
  },
});
