import {
  recordCall,
  recordedDenies,
  recordedWords,
  statementRecorded,
} from '../../evidence/aws-words/recorded-denies.ts';
import { callerWords } from '../../evidence/words.ts';
import { advise } from '../../grants/advise.ts';
import { ownerOf } from '../../grants/owners.ts';
import type { Evidence } from '../../model/evidence.ts';
import { nonEmpty } from '../../model/non-empty.ts';
import { shortName } from '../../model/short-name.ts';
import { type CaseCause, caseCause } from '../cause.ts';

/**
 * AWS's record shows a statement that denies, and it is in none of the policies that were read: only AWS's record says what is in it.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
 */
export const recordedDeny = [
  caseCause({
    id: 'caller.recorded-deny',
    layer: null,
    find(denialCase) {
      const unseen = recordedDenies(denialCase).filter((deny) => statementRecorded(deny, denialCase) === undefined);
      const call = recordCall(denialCase);
      const [first] = unseen;
      const evidence = nonEmpty(unseen.map((deny): Evidence => ({ kind: 'answer', call, text: recordedWords(deny) })));
      if (first === undefined || evidence === undefined)
        return 'AWS’s record shows no statement that denies, or it was found in a policy';
      const { facts, request } = denialCase;
      const caller = callerWords(facts.principal);
      const name = first.sid === null ? 'it' : `"${first.sid}"`;
      return {
        summary: `AWS’s record of the denial names ${recordedWords(first)}; it is in no policy that could be read here`,
        evidence,
        certainty: 'aws',
        remedies: [
          advise(
            `find ${name} in what applies to ${caller} (identity policies, groups, permissions boundary, session policy, service control policies), and exempt ${shortName(request?.resource ?? null)} there; an Allow elsewhere does not help`,
            ownerOf('identity', denialCase),
          ),
        ],
      };
    },
  }),
] as const satisfies readonly CaseCause[];
