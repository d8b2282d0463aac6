import type { Denial } from '../model/denial.ts';
import type { LayerFact } from '../model/policy.ts';
import type { AccessRequest, Assumption } from '../model/request.ts';
import type { StatementFinding, Verdict } from '../model/verdict.ts';
import { getPointer } from '../policy/pointer.ts';

/** https://docs.aws.amazon.com/kms/latest/developerguide/grants.html#terms-grant-operations */
const GRANTABLE: ReadonlySet<string> = new Set(
  'creategrant decrypt derivesharedsecret describekey encrypt generatedatakey generatedatakeypair generatedatakeypairwithoutplaintext generatedatakeywithoutplaintext generatemac getpublickey reencryptfrom reencryptto sign verify verifymac'
    .split(' ')
    .map((operation) => `kms:${operation}`),
);

/**
 * What decides beside the policies, and is in none of them. A grant of a KMS key, or the access control list of a bucket, allows: where
 * AWS denied the request itself, there was none; else a missing Allow is final only if there is none. A block of public access refuses
 * what a bucket's policy gives to everybody.
 * https://docs.aws.amazon.com/kms/latest/developerguide/grants.html
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export function unseenAssumptions(
  denial: Denial | null,
  request: AccessRequest | null,
  verdict: Verdict | null,
  resourcePolicy: LayerFact,
): readonly Assumption[] {
  if (request === null || verdict === null) return [];
  const action = request.action.toLowerCase();
  const isOfOthers = action.startsWith('s3:') && isOutside(request);
  if (verdict.allowed === 'yes')
    return isOfOthers && isGivenToEverybody(verdict.layers.resource.statements, resourcePolicy)
      ? [{ what: 'public-access-block=off', why: 'no policy shows whether public access is blocked' }]
      : [];
  const isSilent = verdict.allowed === 'no' && Object.values(verdict.layers).every(({ deny }) => deny !== 'yes');
  if (denial !== null || !isSilent) return [];
  if (isOfOthers) return [{ what: 'acls=none', why: 'no policy shows the access control lists of a bucket' }];
  return GRANTABLE.has(action) ? [{ what: 'grants=none', why: 'no policy shows the grants of a KMS key' }] : [];
}

/** Is the caller nobody, or of another account than the bucket? */
function isOutside({ principal, resourceAccount }: AccessRequest): boolean {
  return principal.type === 'anonymous' || (principal.account !== null && principal.account !== resourceAccount);
}

/** Once anything is given to everybody, the block also cuts off the other accounts that the policy names. */
function isGivenToEverybody(statements: readonly StatementFinding[], fact: LayerFact): boolean {
  if (fact.status !== 'known') return false;
  return statements.some(({ effect, level, policy, pointer }) => {
    if (effect !== 'Allow') return false;
    const held = fact.value[level]?.policies.find(({ ref }) => ref === policy);
    const document = held?.document.status === 'known' ? held.document.value : undefined;
    return isEverybody(getPointer(document, `${pointer}/Principal`));
  });
}

function isEverybody(principal: unknown): boolean {
  const named = principal === '*' ? principal : getPointer(principal, '/AWS');
  return named === '*' || (Array.isArray(named) && named.includes('*'));
}
