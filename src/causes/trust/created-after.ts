import type { Case } from '../../model/case.ts';
import type { Fact } from '../../model/fact.ts';
import type { Entity } from '../../model/facts.ts';
import { clockOf } from '../../request/clock.ts';
import { resourceLayerIn } from '../../evidence/aws-words/stated-reason.ts';
import { defineCheck } from '../cause.ts';
import { advise } from '../../grants/advise.ts';

/** What is read now is no part of a call that was made before. https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html */
export const createdAfter = defineCheck({
  on: 'case',
  id: 'trust.created-after',
  layer: 'trust',
  doc: {
    what: 'As read now nothing denies it, and the role (or the caller) was created after the call that was denied.',
    why: 'The call came before the role was there, or it was deleted and made anew since: STS answers AccessDenied for a role that does not exist, too.',
    fix: 'Run it again. Where a script makes the role, let it do so before anything assumes it.',
  },
  find(subject) {
    const { denial, text, now, facts, verdict } = subject;
    if (denial === null || verdict === null || verdict.allowed === 'no' || resourceLayerIn(subject) !== 'trust')
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
      rung: 'likely',
      remedies: [advise(`run it again: the ${kind} is there now`)],
    };
  },
});

function isLater(entity: Fact<Entity>, now: Case['now']): boolean {
  if (entity.status !== 'known' || entity.value.created === null) return false;
  return Date.parse(entity.value.created) > now.getTime();
}

/** `on 2026-11-25, after this call (2026-11-20)`; the times where it was the same day. */
function whenWords(created: string, call: Date): string {
  const [made, called] = [new Date(created).toISOString(), call.toISOString()];
  const [day, callDay] = [made.slice(0, 10), called.slice(0, 10)];
  return day === callDay ? `at ${made}, after this call (${called})` : `on ${day}, after this call (${callDay})`;
}
