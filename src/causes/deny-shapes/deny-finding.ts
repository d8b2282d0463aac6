import { denyEvidence } from '../../evidence/deny-evidence.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { exemptRemedies } from '../../grants/exempt-remedies.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import { nonEmpty } from '../../model/non-empty.ts';
import type { Remedy } from '../../model/remedy.ts';
import type { StatementFinding } from '../../model/verdict.ts';
import type { Finding } from '../cause.ts';
import { denyVerb } from '../condition-topics/deny-verb.ts';

/** What is special about a Deny. */
export interface DenyShape {
  /** Goes on after "ci-deployer › Limits › statement 0 denies". */
  readonly words: string;
  /** The part of the statement that matters. */
  readonly pointer?: string;
  /** The exemption from the statement unless given. */
  readonly remedies?: readonly Remedy[];
}

/** The denying statement of a blocker; undefined for any other blocker. */
export function denyingStatement({ kind, statement }: Blocker): StatementFinding | undefined {
  return kind === 'explicit-deny' && statement !== null ? statement : undefined;
}

/** The finding of a Deny, at the part of it that matters. */
export function denyFinding(
  statement: StatementFinding,
  blocker: Blocker,
  denialCase: DenialCase,
  shape: DenyShape,
): Finding | undefined {
  const evidence = nonEmpty(denyEvidence(blocker, denialCase, shape.pointer));
  return (
    evidence && {
      summary: `${placeOfStatement(denialCase, statement)} ${denyVerb(statement, blocker)} ${shape.words}`,
      evidence,
      remedies: shape.remedies ?? exemptRemedies(statement, blocker.layer, denialCase),
    }
  );
}
