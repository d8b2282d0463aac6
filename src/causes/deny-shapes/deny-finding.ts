import type { Case } from '../../model/case.ts';
import { nonEmpty } from '../../model/non-empty.ts';
import type { Remedy } from '../../model/remedy.ts';
import type { StatementFinding } from '../../model/verdict.ts';
import type { Blockage, Finding } from '../cause.ts';
import { denyVerb } from '../condition-topics/deny-verb.ts';
import { denyEvidence } from '../../evidence/deny-evidence.ts';
import { exemptRemedies } from '../../grants/exempt-remedies.ts';
import { placeOfStatement } from '../../evidence/words.ts';

/** What is special about a Deny. */
export interface DenyShape {
  /** Goes on after "ci-deployer › Limits › statement 0 denies". */
  readonly words: string;
  /** The part of the statement that matters. */
  readonly pointer?: string;
  /** The exemption from the statement unless given. */
  readonly remedies?: readonly Remedy[];
}

/** The denying statement of a blockage; undefined for any other blockage. */
export function denyingStatement({ kind, statement }: Blockage): StatementFinding | undefined {
  return kind === 'explicit-deny' && statement !== null ? statement : undefined;
}

/** The finding of a Deny, at the part of it that matters. */
export function denyFinding(
  statement: StatementFinding,
  blockage: Blockage,
  subject: Case,
  shape: DenyShape,
): Finding | undefined {
  const evidence = nonEmpty(denyEvidence(blockage, subject, shape.pointer));
  return (
    evidence && {
      summary: `${placeOfStatement(subject, statement)} ${denyVerb(statement, blockage)} ${shape.words}`,
      evidence,
      remedies: shape.remedies ?? exemptRemedies(statement, blockage.layer, subject),
    }
  );
}
