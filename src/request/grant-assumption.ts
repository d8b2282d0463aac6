import type { Denial } from '../model/denial.ts';
import type { AccessRequest, Assumption } from '../model/request.ts';
import type { Verdict } from '../model/verdict.ts';

/** https://docs.aws.amazon.com/kms/latest/developerguide/grants.html#terms-grant-operations */
const GRANTABLE: ReadonlySet<string> = new Set(
  'creategrant decrypt derivesharedsecret describekey encrypt generatedatakey generatedatakeypair generatedatakeypairwithoutplaintext generatedatakeywithoutplaintext generatemac getpublickey reencryptfrom reencryptto retiregrant sign verify verifymac'
    .split(' ')
    .map((operation) => `kms:${operation}`),
);

/**
 * A grant of a KMS key allows what no policy does, and no policy shows it. Where AWS denied the request itself, there was none; else
 * a missing Allow is final only if there is none.
 */
export function grantAssumption(
  denial: Denial | null,
  request: AccessRequest | null,
  verdict: Verdict | null,
): readonly Assumption[] {
  if (denial !== null || request === null || verdict?.allowed !== 'no') return [];
  if (!GRANTABLE.has(request.action.toLowerCase())) return [];
  const isDenied = Object.values(verdict.layers).some(({ deny }) => deny === 'yes');
  return isDenied ? [] : [{ what: 'grants=none', why: 'no policy shows the grants of a KMS key' }];
}
