import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { layerFact } from '../../evidence/policy-lookup.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { shortName } from '../../model/short-name.ts';
import { blockerCause } from '../cause.ts';
import { crossAccount } from './is-cross-account.ts';

export const noPolicyForOthers = blockerCause({
  kind: 'missing-allow',
  id: 'resource.cross-account',
  explain(blocker, denialCase) {
    const accounts = crossAccount(denialCase);
    const fact = layerFact(denialCase, 'resource');
    if (accounts === undefined || fact.status !== 'absent' || !fact.call.includes(':')) return undefined;
    return {
      summary: `${shortName(denialCase.request?.resource ?? null)} is in ${accounts.resource} and has no policy of its own: the caller, of ${accounts.caller}, cannot use it from there`,
      evidence: [{ kind: 'absent', call: fact.call, on: fact.on }, ...allowEvidence(blocker, denialCase)],
      remedies: allowRemedies(blocker, denialCase),
    };
  },
});
