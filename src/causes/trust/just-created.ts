import type { Case } from '../../model/case.ts';
import type { Fact } from '../../model/fact.ts';
import type { Entity } from '../../model/facts.ts';
import { resourceLayerIn } from '../../evidence/aws-words/stated-reason.ts';
import { defineCheck } from '../cause.ts';
import { advise } from '../../grants/advise.ts';

/** New roles and users are known everywhere within seconds, rarely minutes. */
const FRESH_SECONDS = 120;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency */
export const justCreated = defineCheck({
  on: 'case',
  id: 'trust.just-created',
  layer: 'trust',
  doc: {
    what: 'As read now everything allows it, and the role (or the caller) was created right before the call.',
    why: 'IAM is eventually consistent: a new role, user or policy takes some seconds until it is known everywhere.',
    fix: 'Try again; let automation wait or retry after it has created a role.',
  },
  find(subject) {
    if (subject.denial === null || subject.verdict?.allowed !== 'yes' || resourceLayerIn(subject) !== 'trust')
      return undefined;
    const { role, callerEntity } = subject.facts;
    const fresh = [role?.entity, callerEntity].find((entity) => entity !== undefined && isFresh(entity, subject));
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
      rung: 'likely',
      remedies: [advise('try again; where a script creates the role, let it wait until the call works')],
    };
  },
});

function isFresh(entity: Fact<Entity>, { now }: Case): boolean {
  if (entity.status !== 'known' || entity.value.created === null) return false;
  const age = (now.getTime() - Date.parse(entity.value.created)) / 1000;
  return age >= 0 && age <= FRESH_SECONDS;
}
