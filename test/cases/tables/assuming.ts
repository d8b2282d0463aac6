import { denied, type Situation } from './cause-case.ts';
import { AWAY, CALLER, CALLER_ROLE, HOME, type Json, TARGET, trusting, USER, world } from './world.ts';

/** The action of most cases of a trust policy. */
export const ASSUME = 'sts:AssumeRole';

/** A principal that stands for everybody in the caller's account. */
export const ACCOUNT_OF_CALLER = `arn:aws:iam::${HOME}:root`;

/** Changes to a situation, and to the world that it happens in. */
type Changes = Partial<Situation> & { readonly parts?: Parameters<typeof world>[0] };

/** The caller may not assume the target; `trust` is the target's trust policy. */
export function assume(trust: Json | readonly Json[], more: Changes = {}): Situation {
  const { parts, ...situation } = more;
  return { text: denied(CALLER, ASSUME, TARGET), world: world({ trust, ...parts }), ...situation };
}

/** A user may not assume the target. */
export function asUser(trust: Json | readonly Json[], more: Changes = {}): Situation {
  return assume(trust, { text: denied(USER, ASSUME, TARGET), ...more });
}

/** The service that is to run with the target. */
export const SERVICE = 'lambda.amazonaws.com';

/** The service cannot assume the target. */
export function byService(trust: Json | readonly Json[], more: Changes = {}): Situation {
  return assume(trust, {
    text: `The role arn:aws:iam::${AWAY}:role/prod-deploy cannot be assumed by ${SERVICE}`,
    ...more,
  });
}

/** A statement that trusts a service. */
export function service(host: string, more: Json = {}): Json {
  return { Effect: 'Allow', Principal: { Service: host }, Action: ASSUME, ...more };
}

/** The trust policy names the caller under a condition. */
export function onlyIf(condition: Json, principal: string = CALLER_ROLE): Json {
  return trusting(principal, { Condition: condition });
}

/** Nothing of the target's account was read. */
export const UNREAD: Situation = { text: denied(CALLER, ASSUME, TARGET), world: world({ unread: [AWAY] }) };

/** Everything allows it as read now. */
export const FINE: Situation = { text: denied(CALLER, ASSUME, TARGET), world: world({}) };
