import { layerVerdict } from '../../evidence/blockers/verdict-layers.ts';
import { documentOf, principalsOf } from '../../evidence/policy-lookup.ts';
import { statementEvidence } from '../../evidence/statement-evidence.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { advise } from '../../grants/advise.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import { parsePrincipal } from '../../model/principal.ts';
import type { StatementFinding } from '../../model/verdict.ts';
import { caseCause } from '../cause.ts';
import { callerEvidence } from './identity-words.ts';

export const otherIdentity = caseCause({
  id: 'caller.other-identity',
  layer: null,
  find(denialCase) {
    const named = namedInstead(denialCase);
    if (named === undefined || denialCase.denial === null) return undefined;
    const evidence = callerEvidence(
      denialCase,
      { kind: 'answer', call: 'sts:GetCallerIdentity', text: named.arn },
      statementEvidence(denialCase, named.statement, named.pointer),
    );
    return (
      evidence && {
        summary: `The call was made as ${denialCase.facts.principal?.arn ?? ''}, but ${placeOfStatement(denialCase, named.statement)} names the identity you have now, ${named.arn}`,
        evidence,
        certainty: 'likely',
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
function namedInstead(denialCase: DenialCase): NamedInstead | undefined {
  const { currentIdentity, principal, principalFrom } = denialCase.facts;
  if (currentIdentity.status !== 'known' || principalFrom === 'current-identity') return undefined;
  const current = parsePrincipal(currentIdentity.value.arn);
  if (current === undefined || principal === null || denialCase.verdict === null) return undefined;
  if (current.name === principal.name && current.account === principal.account) return undefined;
  const { statements } = layerVerdict(denialCase.verdict, denialCase.verdict.resourceLayer);
  for (const statement of statements) {
    if (statement.effect !== 'Allow' || statement.elements.principal !== 'no') continue;
    for (const { value, pointer } of principalsOf(documentOf(denialCase, statement), statement)) {
      const named = parsePrincipal(value);
      const same = named?.name === current.name && named.account === current.account && named.type !== 'root';
      if (same && current.name !== '') return { arn: currentIdentity.value.arn, statement, pointer };
    }
  }
  return undefined;
}
