import type { EvaluatedCase } from '../../model/denial-case.ts';
import { STS_RESTRICTIONS } from '../../reference/sts-restrictions.ts';
import { findQuote } from './find-quote.ts';

const RESTRICTIONS = [...STS_RESTRICTIONS.root, ...STS_RESTRICTIONS.sessionCredentials, ...STS_RESTRICTIONS.mfa.any];

/**
 * True where AWS's words say that the call was refused before any policy was evaluated: the credentials were rejected, or it is one of
 * STS's own restrictions. Then no policy is read, none is blamed, and the current identity does not stand in for the caller.
 */
export function isRefusedBeforePolicies(said: Pick<EvaluatedCase, 'denial' | 'text'>): boolean {
  if (said.denial === null) return false;
  return said.denial.kind === 'credentials' || findQuote(said, RESTRICTIONS) !== undefined;
}
