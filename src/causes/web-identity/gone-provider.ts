import { layerVerdict } from '../../evidence/blockers/verdict-layers.ts';
import { documentOf, principalsOf } from '../../evidence/policy-lookup.ts';
import { parseArn } from '../../model/arn.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { StatementFinding } from '../../model/verdict.ts';

/** Where the trust policy names a provider that is not there. */
export interface GoneProvider {
  readonly statement: StatementFinding;
  readonly pointer: string;
  readonly arn: string;
}

/** A provider of the role's account that the trust policy names and that is not there, where it names none that is. */
export function goneProvider(denialCase: DenialCase, kind: string, there: readonly string[]): GoneProvider | undefined {
  if (denialCase.verdict === null) return undefined;
  const named = layerVerdict(denialCase.verdict, 'trust')
    .statements.filter(({ effect }) => effect === 'Allow')
    .flatMap((statement) =>
      principalsOf(documentOf(denialCase, statement), statement)
        .filter(({ value }) => value.includes(kind) && parseArn(value)?.account === denialCase.facts.resourceAccount)
        .map(({ value, pointer }) => ({ statement, pointer, arn: value })),
    );
  return named.some(({ arn }) => there.includes(arn)) ? undefined : named[0];
}
