import { denyEvidence } from '../../evidence/deny-evidence.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { exemptRemedies } from '../../grants/exempt-remedies.ts';
import type { ExplicitDeny } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Remedy } from '../../model/remedy.ts';
import type { Finding, WhyNot } from '../cause.ts';

/** Why a cause about a Deny is not the one: the blocker is of another kind. */
export const NO_DENY: WhyNot = 'no statement denies the request';

/** What is special about a Deny. */
interface DenyShape {
  /** Goes on after "ci-deployer › Limits › statement 0 denies". */
  readonly words: string;
  /** The part of the statement that matters; all of it unless given. */
  readonly pointer?: string;
  /** The exemption from the statement unless given. */
  readonly remedies?: readonly Remedy[] | undefined;
}

/** What a cause finds in a Deny, at the part of it that matters. */
export function denyFinding(blocker: ExplicitDeny, denialCase: DenialCase, shape: DenyShape): Finding {
  const { statement, layer } = blocker;
  return {
    summary: `${placeOfStatement(denialCase, statement)} ${denyVerb(blocker)} ${shape.words}`,
    evidence: denyEvidence(blocker, denialCase, shape.pointer),
    remedies: shape.remedies ?? exemptRemedies(statement, layer, denialCase),
  };
}

/** The verb says how certain it is that this statement denies. */
function denyVerb({ statement, certainty }: ExplicitDeny): string {
  if (statement.match === 'yes') return 'denies';
  return certainty === 'aws' ? 'must be what denies' : 'may deny';
}
