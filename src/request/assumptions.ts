import type { Denial } from '../model/denial.ts';
import { absent, known } from '../model/fact.ts';
import type { AttachedPolicy, LayerFact, RequestPolicies } from '../model/policy.ts';
import type { Principal } from '../model/principal.ts';
import type { UserOptions } from '../model/question.ts';
import type { AccessRequest, Assumption } from '../model/request.ts';
import type { StatementFinding, Verdict } from '../model/verdict.ts';
import { getPointer } from '../policy/pointer.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { OF_ENDPOINTS } from './call-keys.ts';

/** The policies under the assumptions that had to be made, and those. */
export interface AssumedPolicies {
  readonly policies: RequestPolicies;
  readonly assumptions: readonly Assumption[];
}

/** Does something known of the request show that it came through a VPC endpoint? */
export function cameThroughEndpoint({ context }: AccessRequest): boolean {
  return OF_ENDPOINTS.some((key) => context.get(key).status === 'known');
}

/** An assumed layer is absent, with this in the place of the call that established it. */
export const ASSUMED = 'assumed';

/**
 * Assumes what no API shows and a user would mention: that there is no session policy and no VPC endpoint policy. More is assumed only where
 * the user asks for it. Only unreadable layers are assumed away, never what was read. Next to a service control policy that was passed and
 * only denies, FullAWSAccess is assumed.
 */
export function applyAssumptions(
  gathered: RequestPolicies,
  around: {
    readonly denial: Denial | null;
    readonly principal: Principal | null;
    readonly given: UserOptions;
    /** A key of the request that only VPC endpoints send is known. */
    readonly throughEndpoint: boolean;
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
  const asked = 'as requested';
  let { session, endpoint, scp, rcp } = gathered;

  if (given.assume.session === 'none') session = assume('session', 'session=none', asked);
  else if (named !== 'session' && principal?.type !== 'federated-user')
    session = assume('session', 'session=none', 'no AWS API shows another session’s session policy');

  if (given.assume.endpoint === 'none') endpoint = assume('endpoint', 'endpoint=none', asked);
  else if (named !== 'endpoint' && given.endpointPolicy === undefined && !around.throughEndpoint)
    endpoint = assume('endpoint', 'endpoint=none', 'nothing shows that the request went through a VPC endpoint');

  const beside = given.scp === undefined ? undefined : withFullAccess(scp);
  if (beside !== undefined && !(named === 'scp' && denial?.reason?.effect === 'implicit')) {
    assumptions.push({
      what: 'scp=FullAWSAccess',
      why: 'the given service control policy only denies',
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
 * The layer with FullAWSAccess, where it is a single level of policies that only deny: AWS attaches FullAWSAccess everywhere and never
 * detaches it on its own. Undefined for any other layer.
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

/** What the verdict assumes of keys: that the session has no MFA, where a statement about the request has a condition on it. */
export function keyAssumptions({ layers }: Verdict): readonly Assumption[] {
  const asked = Object.values(layers)
    .flatMap(({ statements }) => statements)
    .filter(({ elements: { action, resource, principal } }) => ![action, resource, principal].includes('no'))
    .flatMap(({ conditions }) => conditions);
  return asked.some(({ request }) => request.status === 'missing' && request.assumed === true) ? [NO_MFA] : [];
}

const NO_MFA: Assumption = {
  what: 'mfa=none',
  why: 'the credentials of AssumeRole carry no MFA, and nothing shows that those of a console session were used',
};

/** https://docs.aws.amazon.com/kms/latest/developerguide/grants.html#terms-grant-operations */
const GRANTABLE: ReadonlySet<string> = new Set(
  'creategrant decrypt derivesharedsecret describekey encrypt generatedatakey generatedatakeypair generatedatakeypairwithoutplaintext generatedatakeywithoutplaintext generatemac getpublickey reencryptfrom reencryptto sign verify verifymac'
    .split(' ')
    .map((operation) => `kms:${operation}`),
);

/**
 * What the verdict assumes of settings that are in no policy. A grant of a KMS key or the ACL of a bucket can allow a request: where AWS
 * denied it, there was none; otherwise a missing Allow is final only if there is none. Block Public Access refuses what the policy of a
 * bucket allows everybody.
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
    return isOfOthers && isPublic(verdict.layers.resource.statements, resourcePolicy)
      ? [
          {
            what: 'public-access-block=off',
            why: 'no policy shows whether S3 Block Public Access is on, as it is by default',
          },
        ]
      : [];
  const isSilent = verdict.allowed === 'no' && Object.values(verdict.layers).every(({ deny }) => deny !== 'yes');
  if (denial !== null || !isSilent) return [];
  if (isOfOthers) return [{ what: 'acls=none', why: 'no policy shows the access control lists of a bucket' }];
  return GRANTABLE.has(action) ? [{ what: 'grants=none', why: 'no policy shows the grants of a KMS key' }] : [];
}

/** True for an anonymous caller, and for one of another account than the bucket's. */
function isOutside({ principal, resourceAccount }: AccessRequest): boolean {
  return principal.type === 'anonymous' || (principal.account !== null && principal.account !== resourceAccount);
}

/** A policy that allows everybody anything is public: then Block Public Access also shuts out the accounts that it names. */
function isPublic(statements: readonly StatementFinding[], fact: LayerFact): boolean {
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
