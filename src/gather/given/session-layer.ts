import { nameWithoutPath } from '../../model/arn.ts';
import { known, unreadable } from '../../model/fact.ts';
import { notGiven } from '../../model/gap.ts';
import { LAYER_WORDS } from '../../model/layer-words.ts';
import type { LayerFact } from '../../model/policy.ts';
import type { Principal } from '../../model/principal.ts';
import type { UserOptions } from '../../model/question.ts';
import type { Ask, Site } from '../ask/ask.ts';
import { absentByRule } from '../ask/by-rule.ts';
import { readManagedPolicy } from '../principals/read-managed-policy.ts';
import { contextValues } from './context-values.ts';
import { givenLayer } from './given-layer.ts';

/**
 * Reads the session policy of the caller. No API returns it: unless the user passes it, it is unknown. `isStated`: AWS says that there
 * is one, so that only its text is unknown; `named`: the ARN of a managed one that AWS names.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session
 */
export async function readSessionLayer(
  ask: Ask,
  site: Site,
  principal: Principal | null,
  given: UserOptions['sessionPolicy'],
  isStated: boolean,
  named: string | null = null,
): Promise<LayerFact> {
  const attachedTo = principal?.arn ?? null;
  if (given !== undefined && 'document' in given)
    return givenLayer('session', given.document, { name: LAYER_WORDS.session.singular, kind: 'session', attachedTo });
  const arn = given?.arn ?? named;
  if (arn !== null) {
    const name = nameWithoutPath(arn);
    const policy = await readManagedPolicy(ask, site, arn, 'session', `the session policy ${name}`);
    const ref = { name, arn, kind: 'session' as const, attachedTo };
    // A session can have several; AWS names the one that denies.
    const gaps =
      given === undefined
        ? [
            notGiven({
              what: 'which other session policies the session was made with',
              layer: 'session',
              toPass: 'session-policy',
            }),
          ]
        : [];
    return known([{ id: arn, name, policies: [{ ref, ...policy }], gaps }]);
  }
  return withoutGiven(principal, isStated);
}

function withoutGiven(principal: Principal | null, isStated: boolean): LayerFact {
  switch (principal?.type) {
    case 'role':
    case 'session':
    case 'federated-user':
    case undefined:
      return unreadable(
        notGiven({
          what: isStated
            ? 'which session policy the session was made with'
            : 'whether the session was made with a session policy',
          layer: 'session',
          toPass: 'session-policy',
        }),
      );
    case 'user':
    case 'root':
      return absentByRule('not applicable: only role sessions and federated users have one');
    case 'service':
    case 'federated':
    case 'anonymous':
      return absentByRule('not applicable: there is no session yet');
  }
}

/** The policy of the VPC endpoint, if the user passed it. Nothing shows whether the request went through an endpoint. */
export function readEndpointLayer(given: UserOptions): LayerFact {
  const [endpoint, ...others] = contextValues(given.context, 'aws:sourcevpce');
  const name = endpoint !== undefined && others.length === 0 ? endpoint : 'VPC endpoint';
  if (given.endpointPolicy !== undefined)
    return givenLayer('endpoint', given.endpointPolicy, { name, kind: 'endpoint', attachedTo: null });
  return unreadable(
    notGiven({
      what: 'whether a VPC endpoint policy limits the request',
      layer: 'endpoint',
      toPass: 'endpoint-policy',
    }),
  );
}
