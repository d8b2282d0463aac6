import { nameWithoutPath } from '../../model/arn.ts';
import type { Case } from '../../model/case.ts';
import type { Evidence } from '../../model/evidence.ts';
import { nonEmpty } from '../../model/non-empty.ts';
import { quoteReason } from '../../evidence/aws-words/quote-clause.ts';
import { namedReason } from '../../evidence/aws-words/stated-reason.ts';
import { type Blockage, defineCheck } from '../cause.ts';
import { denyEvidence } from '../../evidence/deny-evidence.ts';
import { advise } from '../../grants/advise.ts';

const QUARANTINE = 'AWSCompromisedKeyQuarantine';

/** https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCompromisedKeyQuarantineV3.html */
export const quarantine = defineCheck({
  on: 'blockage',
  layer: 'identity',
  id: 'identity.quarantine',
  doc: {
    what: 'AWS found an access key of the user in public, and attached the policy AWSCompromisedKeyQuarantine to the user: it denies what such keys are abused for.',
    why: 'The key was in a public repository, image or paste. Whoever found it can use it as well as you.',
    fix: 'Make a new key, put it where the old one is used, deactivate and delete the old one; look in CloudTrail what was done with it, and follow the case that AWS opened. Only then detach the policy. No Allow helps against it, and none should.',
  },
  explain(blockage, subject) {
    const name = quarantineName(blockage, subject);
    const evidence = name === undefined ? undefined : nonEmpty(evidenceOf(blockage, subject));
    const user = subject.facts.principal?.type === 'user' ? subject.facts.principal.name : undefined;
    return (
      evidence && {
        summary: `AWS has quarantined ${user ?? 'the user'}: ${name} denies ${subject.request?.action ?? subject.denial?.action ?? 'it'}, because an access key of the user was found in public`,
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

function quarantineName({ statement, kind }: Blockage, subject: Case): string | undefined {
  if (statement?.policy.name.startsWith(QUARANTINE)) return statement.policy.name;
  const arn = kind === 'named-by-aws' ? (namedReason(subject)?.policyArn ?? '') : '';
  return arn.includes(`::aws:policy/${QUARANTINE}`) ? nameWithoutPath(arn) : undefined;
}

function evidenceOf(blockage: Blockage, subject: Case): readonly Evidence[] {
  const own = denyEvidence(blockage, subject);
  const quote = own.length > 0 ? undefined : quoteReason(subject, 'identity');
  return quote === undefined ? own : [quote];
}

/** Only what shows the keys: what is to be done with them, a person decides. */
function commands(user: string | undefined): readonly (readonly string[])[] {
  return user !== undefined && /^[\w+=,.@][\w+=,.@-]{0,63}$/.test(user)
    ? [['aws', 'iam', 'list-access-keys', '--user-name', user]]
    : [];
}
