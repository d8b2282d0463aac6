import type { ExplicitDeny } from '../model/blocker.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Evidence } from '../model/evidence.ts';
import type { NonEmpty } from '../model/non-empty.ts';
import { quoted } from './allow-evidence.ts';
import { statementEvidence } from './statement-evidence.ts';

/** The statement that denies, and AWS's words where AWS named its layer. `pointer`: the part of it that matters; all of it unless given. */
export function denyEvidence(
  blocker: ExplicitDeny,
  denialCase: DenialCase,
  pointer: string = blocker.statement.pointer,
): NonEmpty<Evidence> {
  return [statementEvidence(denialCase, blocker.statement, pointer), ...quoted(blocker, denialCase)];
}
