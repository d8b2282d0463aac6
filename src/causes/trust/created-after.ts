import { resourceLayerIn } from '../../evidence/aws-words/stated-reason.ts';
import { advise } from '../../grants/advise.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Fact } from '../../model/fact.ts';
import type { Entity } from '../../model/facts.ts';
import { clockOf } from '../../request/clock.ts';
import { caseCause } from '../cause.ts';

/** What is read now is no part of a call that was made before. https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html */
export const createdAfter = caseCause({
  id: 'trust.created-after',
  layer: 'trust',
  find(denialCase) {
    const { denial, text, now, facts, verdict } = denialCase;
    if (denial === null || verdict === null || verdict.allowed === 'no' || resourceLayerIn(denialCase) !== 'trust')
      return undefined;
    // Only a time that stands in the text is that of the call.
    if (clockOf(text, now, 'now').from !== 'the log line') return undefined;
    const later = [facts.role?.entity, facts.callerEntity].find(
      (entity) => entity !== undefined && isLater(entity, now),
    );
    if (later?.status !== 'known' || later.value.created === null) return undefined;
    const { name, arn, kind, created } = later.value;
    return {
      summary: `The ${kind} was not there yet: ${name} was created ${whenWords(created, now)}`,
      evidence: [
        {
          kind: 'answer',
          call: kind === 'role' ? 'iam:GetRole' : 'iam:GetUser',
          text: `${arn} was created ${created}`,
        },
      ],
      certainty: 'likely',
      remedies: [advise(`run it again: the ${kind} is there now`)],
    };
  },
});

function isLater(entity: Fact<Entity>, now: DenialCase['now']): boolean {
  if (entity.status !== 'known' || entity.value.created === null) return false;
  return Date.parse(entity.value.created) > now.getTime();
}

/** `on 2026-11-25, after this call (2026-11-20)`; the times where it was the same day. */
function whenWords(created: string, call: Date): string {
  const [made, called] = [new Date(created).toISOString(), call.toISOString()];
  const [day, callDay] = [made.slice(0, 10), called.slice(0, 10)];
  return day === callDay ? `at ${made}, after this call (${called})` : `on ${day}, after this call (${callDay})`;
}
