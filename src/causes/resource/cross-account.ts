import { shortName } from '../../model/short-name.ts';
import { defineCheck } from '../cause.ts';
import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { layerFact } from '../../evidence/policy-lookup.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { crossAccount } from './is-cross-account.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html */
export const noPolicyForOthers = defineCheck({
  on: 'blockage',
  layer: 'resource',
  kind: 'missing-allow',
  id: 'resource.cross-account',
  doc: {
    what: 'The resource is in another account and has no policy of its own: nobody outside of its account may use it.',
    why: 'Across accounts two permissions are needed: one of the caller’s account, and one of the resource’s, in a policy of the resource.',
    fix: 'The owner of the resource attaches a policy that allows the caller; or the caller assumes a role in that account first.',
  },
  explain(blockage, subject) {
    const accounts = crossAccount(subject);
    const fact = layerFact(subject, 'resource');
    if (accounts === undefined || fact.status !== 'absent' || !fact.call.includes(':')) return undefined;
    return {
      summary: `${shortName(subject.request?.resource ?? null)} is in ${accounts.resource} and has no policy of its own: the caller, of ${accounts.caller}, cannot use it from there`,
      evidence: [{ kind: 'absent', call: fact.call, on: fact.on }, ...allowEvidence(blockage, subject)],
      remedies: allowRemedies(blockage, subject),
    };
  },
});
