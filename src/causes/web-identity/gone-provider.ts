import { parseArn } from '../../model/arn.ts';
import type { Case } from '../../model/case.ts';
import type { StatementFinding } from '../../model/verdict.ts';
import { layerVerdict } from '../../evidence/blockers/verdict-layers.ts';
import { documentOf, principalsOf } from '../../evidence/policy-lookup.ts';

/** Where the trust policy names a provider that is not there. */
export interface GoneProvider {
  readonly statement: StatementFinding;
  readonly pointer: string;
  readonly arn: string;
}

/** A provider of the role's account that the trust policy names and that is not there, where it names none that is. */
export function goneProvider(subject: Case, kind: string, there: readonly string[]): GoneProvider | undefined {
  if (subject.verdict === null) return undefined;
  const named = layerVerdict(subject.verdict, 'trust')
    .statements.filter(({ effect }) => effect === 'Allow')
    .flatMap((statement) =>
      principalsOf(documentOf(subject, statement), statement)
        .filter(({ value }) => value.includes(kind) && parseArn(value)?.account === subject.facts.resourceAccount)
        .map(({ value, pointer }) => ({ statement, pointer, arn: value })),
    );
  return named.some(({ arn }) => there.includes(arn)) ? undefined : named[0];
}
