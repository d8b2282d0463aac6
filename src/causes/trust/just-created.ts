import { resourceLayerIn } from '../../evidence/aws-words/stated-reason.ts';
import { advise } from '../../grants/advise.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Fact } from '../../model/fact.ts';
import type { Entity } from '../../model/facts.ts';
import { caseCause } from '../cause.ts';

/** New roles and users are known everywhere within seconds, rarely minutes. */
const FRESH_SECONDS = 120;

export const justCreated = caseCause({
  id: 'trust.just-created',
  layer: 'trust',
  find(denialCase) {
    if (denialCase.denial === null || denialCase.verdict?.allowed !== 'yes' || resourceLayerIn(denialCase) !== 'trust')
      return undefined;
    const { role, callerEntity } = denialCase.facts;
    const fresh = [role?.entity, callerEntity].find((entity) => entity !== undefined && isFresh(entity, denialCase));
    if (fresh?.status !== 'known') return undefined;
    const { name, arn, kind, created } = fresh.value;
    return {
      summary: `The ${kind} ${name} was created right before the call: it was not known everywhere yet`,
      evidence: [
        {
          kind: 'answer',
          call: kind === 'role' ? 'iam:GetRole' : 'iam:GetUser',
          text: `${arn} was created ${created}`,
        },
      ],
      certainty: 'likely',
      remedies: [advise('try again; where a script creates the role, let it wait until the call works')],
    };
  },
});

function isFresh(entity: Fact<Entity>, { now }: DenialCase): boolean {
  if (entity.status !== 'known' || entity.value.created === null) return false;
  const age = (now.getTime() - Date.parse(entity.value.created)) / 1000;
  return age >= 0 && age <= FRESH_SECONDS;
}
