import { quoteClause } from '../../evidence/aws-words/quote-clause.ts';
import { namedReason } from '../../evidence/aws-words/stated-reason.ts';
import { denyEvidence } from '../../evidence/deny-evidence.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { advise } from '../../grants/advise.ts';
import { nameWithoutPath } from '../../model/arn.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Evidence } from '../../model/evidence.ts';
import { nonEmpty } from '../../model/non-empty.ts';
import { blockerCause } from '../cause.ts';

const QUARANTINE = 'AWSCompromisedKeyQuarantine';

export const quarantine = blockerCause({
  id: 'identity.quarantine',
  explain(blocker, denialCase) {
    const name = quarantineName(blocker, denialCase);
    const evidence = name === undefined ? undefined : nonEmpty(evidenceOf(blocker, denialCase));
    const user = denialCase.facts.principal?.type === 'user' ? denialCase.facts.principal.name : undefined;
    return (
      evidence && {
        summary: `AWS has quarantined ${user ?? 'the user'}: ${blocker.statement === null ? name : placeOfStatement(denialCase, blocker.statement)} denies ${denialCase.request?.action ?? denialCase.denial?.action ?? 'it'}, because an access key of the user was found in public`,
        evidence,
        remedies: [
          advise(
            'replace the exposed access key, see in CloudTrail what was done with it, and answer the case that AWS opened; only then is the policy to be detached',
            'account-admin',
            ...commands(user),
          ),
        ],
      }
    );
  },
});

function quarantineName({ statement, kind }: Blocker, denialCase: DenialCase): string | undefined {
  if (statement?.policy.name.startsWith(QUARANTINE)) return statement.policy.name;
  const arn = kind === 'named-by-aws' ? (namedReason(denialCase)?.policyArn ?? '') : '';
  return arn.includes(`::aws:policy/${QUARANTINE}`) ? nameWithoutPath(arn) : undefined;
}

function evidenceOf(blocker: Blocker, denialCase: DenialCase): readonly Evidence[] {
  if (blocker.kind === 'explicit-deny') return denyEvidence(blocker, denialCase);
  const quote = quoteClause(denialCase, 'identity');
  return quote === undefined ? [] : [quote];
}

/** Only what shows the keys: what is to be done with them, a person decides. */
function commands(user: string | undefined): readonly (readonly string[])[] {
  return user !== undefined && /^[\w+=,.@][\w+=,.@-]{0,63}$/.test(user)
    ? [['aws', 'iam', 'list-access-keys', '--user-name', user]]
    : [];
}
