import { layerFact, policiesOf } from '../../evidence/policy-lookup.ts';
import { advise } from '../../grants/advise.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { AttachedPolicy } from '../../model/policy.ts';
import { caseCause } from '../cause.ts';

/** A changed policy is known everywhere within seconds, rarely minutes. */
const FRESH_SECONDS = 120;

export const justChanged = caseCause({
  id: 'identity.just-changed',
  layer: 'identity',
  find(denialCase) {
    if (denialCase.denial === null || denialCase.verdict?.allowed !== 'yes') return undefined;
    const fresh = policiesOf(layerFact(denialCase, 'identity')).find((policy) => isFresh(policy, denialCase));
    if (fresh === undefined) return undefined;
    const { ref, versions } = fresh;
    return {
      summary: `${ref.name} was changed right before the call: the change did not count everywhere yet`,
      evidence: [
        { kind: 'answer', call: 'iam:GetPolicy', text: `${ref.arn ?? ref.name} was changed ${versions?.updated}` },
      ],
      certainty: 'likely',
      remedies: [advise('try again; where a script changes the policy, let it wait until the call works')],
    };
  },
});

function isFresh({ versions }: AttachedPolicy, { now }: DenialCase): boolean {
  const age = (now.getTime() - Date.parse(versions?.updated ?? '')) / 1000;
  return age >= 0 && age <= FRESH_SECONDS;
}
