import type { Denial } from '../model/denial.ts';
import { absent } from '../model/fact.ts';
import type { LayerFact, RequestPolicies } from '../model/policy.ts';
import type { Principal } from '../model/principal.ts';
import type { UserOptions } from '../model/question.ts';
import type { Assumption } from '../model/request.ts';
import { withFullAccess } from './with-full-access.ts';

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
