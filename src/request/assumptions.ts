import type { Denial } from '../model/denial.ts';
import { absent, known } from '../model/fact.ts';
import type { AttachedPolicy, LayerFact, RequestPolicies } from '../model/policy.ts';
import type { Principal } from '../model/principal.ts';
import type { UserOptions } from '../model/question.ts';
import type { AccessRequest, Assumption } from '../model/request.ts';
import type { StatementFinding, Verdict } from '../model/verdict.ts';
import { getPointer } from '../policy/pointer.ts';
import { readPolicy } from '../policy/read-policy.ts';

/** The layers after assumptions, and the assumptions that were needed. */
export interface AssumedPolicies {
  readonly policies: RequestPolicies;
  readonly assumptions: readonly Assumption[];
}

/** How an assumed layer is marked: absent, with this as the "call" that established it. */
export const ASSUMED = 'assumed';

/**
 * Takes for granted what nobody can read and the user may be expected to know: no session policy, no endpoint policy; more only
 * where asked for. Only layers that are unreadable are assumed away: what was read is never overridden. Beside a given service control
 * policy that only denies, AWS's own one is taken to be attached.
 */
export function applyAssumptions(
  gathered: RequestPolicies,
  around: {
    readonly denial: Denial | null;
    readonly principal: Principal | null;
    readonly given: UserOptions;
    readonly sourceVpce: boolean;
  },
): AssumedPolicies {
  const { denial, principal, given } = around;
  const named = denial?.reason?.layer ?? null;
  const assumptions: Assumption[] = [];
  const assume = (layer: 'session' | 'endpoint' | 'scp' | 'rcp', what: string, why: string): LayerFact => {
    const fact = gathered[layer];
    if (fact.status !== 'unreadable') return fact;
    assumptions.push({ what, why, step: layer });
    return absent(ASSUMED, what);
  };
  const asked = 'asked for';
  let { session, endpoint, scp, rcp } = gathered;

  if (given.assume.session === 'none') session = assume('session', 'session=none', asked);
  else if (named !== 'session' && principal?.type !== 'federated-user')
    session = assume('session', 'session=none', 'no API shows the session policy of somebody else’s session');

  if (given.assume.endpoint === 'none') endpoint = assume('endpoint', 'endpoint=none', asked);
  else if (named !== 'endpoint' && given.endpointPolicy === undefined && !around.sourceVpce)
    endpoint = assume('endpoint', 'endpoint=none', 'nothing shows that the request went through a VPC endpoint');

  const beside = given.scp === undefined ? undefined : withFullAccess(scp);
  if (beside !== undefined && !(named === 'scp' && denial?.reason?.effect === 'implicit')) {
    assumptions.push({
      what: 'scp=FullAWSAccess',
      why: 'the service control policy that was given only denies',
      step: 'scp',
    });
    scp = beside;
  }
  if (given.assume.scp === 'allow') scp = assume('scp', 'scp=allow', asked);
  if (given.assume.rcp === 'allow') rcp = assume('rcp', 'rcp=allow', asked);
  return { policies: { ...gathered, session, endpoint, scp, rcp }, assumptions };
}

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html */
const FULL_ACCESS = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
} as const;

/**
 * A service control policy that only denies is never alone: AWS attaches FullAWSAccess beside it, and takes it off nowhere by itself.
 * Undefined for a layer that does not consist of such a policy.
 */
function withFullAccess(layer: LayerFact): LayerFact | undefined {
  const [level, ...others] = layer.status === 'known' ? layer.value : [];
  if (level === undefined || others.length > 0 || level.gaps.length > 0 || !level.policies.every(onlyDenies))
    return undefined;
  const ref = {
    name: 'FullAWSAccess',
    arn: 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess',
    kind: 'scp',
    attachedTo: level.id,
  } as const;
  return known([{ ...level, policies: [...level.policies, { ref, document: known(FULL_ACCESS) }] }]);
}

function onlyDenies({ document }: AttachedPolicy): boolean {
  if (document.status !== 'known') return false;
  const { statements, unsupportedParts } = readPolicy(document.value);
  return statements.length > 0 && unsupportedParts.length === 0 && statements.every(({ effect }) => effect === 'Deny');
}

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
