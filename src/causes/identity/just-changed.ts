import type { Case } from '../../model/case.ts';
import type { AttachedPolicy } from '../../model/policy.ts';
import { defineCheck } from '../cause.ts';
import { layerFact, policiesOf } from '../../evidence/policy-lookup.ts';
import { advise } from '../../grants/advise.ts';

/** A changed policy is known everywhere within seconds, rarely minutes. */
const FRESH_SECONDS = 120;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency */
export const justChanged = defineCheck({
  on: 'case',
  id: 'identity.just-changed',
  layer: 'identity',
  doc: {
    what: 'As read now everything allows it, and a policy of the caller was changed right before the call.',
    why: 'IAM is eventually consistent: a change takes some seconds, rarely minutes, until it counts everywhere.',
    fix: 'Try again; let automation that changes policies wait or retry.',
  },
  find(subject) {
    if (subject.denial === null || subject.verdict?.allowed !== 'yes') return undefined;
    const fresh = policiesOf(layerFact(subject, 'identity')).find((policy) => isFresh(policy, subject));
    if (fresh === undefined) return undefined;
    const { ref, versions } = fresh;
    return {
      summary: `${ref.name} was changed right before the call: the change did not count everywhere yet`,
      evidence: [
        { kind: 'answer', call: 'iam:GetPolicy', text: `${ref.arn ?? ref.name} was changed ${versions?.updated}` },
      ],
      rung: 'likely',
      remedies: [advise('try again; where a script changes the policy, let it wait until the call works')],
    };
  },
});

function isFresh({ versions }: AttachedPolicy, { now }: Case): boolean {
  const age = (now.getTime() - Date.parse(versions?.updated ?? '')) / 1000;
  return age >= 0 && age <= FRESH_SECONDS;
}
