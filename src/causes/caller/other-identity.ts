import type { Case } from '../../model/case.ts';
import { parsePrincipal } from '../../model/principal.ts';
import type { StatementFinding } from '../../model/verdict.ts';
import { layerVerdict } from '../../evidence/blockers/verdict-layers.ts';
import { defineCheck } from '../cause.ts';
import { statementEvidence } from '../../evidence/statement-evidence.ts';
import { documentOf, principalsOf } from '../../evidence/policy-lookup.ts';
import { advise } from '../../grants/advise.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { callerEvidence } from './identity-words.ts';

/** https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html */
export const otherIdentity = defineCheck({
  on: 'case',
  id: 'caller.other-identity',
  layer: null,
  doc: {
    what: 'The call was made as somebody else than you are now, and the policy names the identity that you have now.',
    why: 'The program found other credentials than the ones that were meant: another profile, the role of the machine, variables of another login.',
    fix: 'Let the program run with the credentials that the policy names; `aws sts get-caller-identity` inside of it shows which ones it has.',
  },
  find(subject) {
    const named = namedInstead(subject);
    if (named === undefined || subject.denial === null) return undefined;
    const evidence = callerEvidence(
      subject,
      { kind: 'answer', call: 'sts:GetCallerIdentity', text: named.arn },
      statementEvidence(subject, named.statement, named.pointer),
    );
    return (
      evidence && {
        summary: `The call was made as ${subject.facts.principal?.arn ?? ''}, but ${placeOfStatement(subject, named.statement)} names the identity you have now, ${named.arn}`,
        evidence,
        rung: 'likely',
        remedies: [advise('let the program use the credentials that you have now, if those were meant')],
      }
    );
  },
});

interface NamedInstead {
  readonly arn: string;
  readonly statement: StatementFinding;
  readonly pointer: string;
}

/** An Allow that names the current identity, and not the caller. */
function namedInstead(subject: Case): NamedInstead | undefined {
  const { currentIdentity, principal, principalFrom } = subject.facts;
  if (currentIdentity.status !== 'known' || principalFrom === 'current-identity') return undefined;
  const current = parsePrincipal(currentIdentity.value.arn);
  if (current === undefined || principal === null || subject.verdict === null) return undefined;
  if (current.name === principal.name && current.account === principal.account) return undefined;
  const { statements } = layerVerdict(subject.verdict, subject.verdict.resourceLayer);
  for (const statement of statements) {
    if (statement.effect !== 'Allow' || statement.elements.principal !== 'no') continue;
    for (const { value, pointer } of principalsOf(documentOf(subject, statement), statement)) {
      const named = parsePrincipal(value);
      const same = named?.name === current.name && named.account === current.account && named.type !== 'root';
      if (same && current.name !== '') return { arn: currentIdentity.value.arn, statement, pointer };
    }
  }
  return undefined;
}
