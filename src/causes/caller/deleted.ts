import { callerWords } from '../../evidence/words.ts';
import { advise } from '../../grants/advise.ts';
import type { Principal } from '../../model/principal.ts';
import { blockerCause } from '../cause.ts';

export const deleted = blockerCause({
  kind: 'missing-allow',
  id: 'caller.deleted',
  explain(_blockage, denialCase) {
    const { callerEntity, principal } = denialCase.facts;
    if (callerEntity.status !== 'absent' || !/^(user|role|session)$/.test(principal?.type ?? '')) return undefined;
    const { instead } = callerEntity;
    return {
      summary: gone(principal, instead),
      evidence: [{ kind: 'absent', call: callerEntity.call, on: callerEntity.on }],
      remedies: [
        advise(
          instead === undefined
            ? 'use credentials of a principal that exists, or create it again and get a new session'
            : `use credentials of ${instead}`,
        ),
      ],
    };
  },
});

/** The name of a user or role may live on under another path: only its ARN is known to be nobody's. */
function gone(principal: Principal | null, instead: string | undefined): string {
  if (principal === null || principal.type === 'session')
    return `The ${callerWords(principal)} does not exist any more, so it has no permissions`;
  const other = instead === undefined ? '' : `: the ${callerWords(principal)} has the ARN ${instead} now`;
  return `There is no ${principal.arn}, so it has no permissions${other}`;
}
