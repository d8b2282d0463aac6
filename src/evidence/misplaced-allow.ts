import type { DenialCase } from '../model/denial-case.ts';
import type { AttachedPolicy } from '../model/policy.ts';
import type { PolicyStatement } from '../policy/policy-document.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { namedCaller } from './named-caller.ts';
import { covers } from './near-miss/covers.ts';

/** An Allow for assuming the role that is attached to the role itself, and not to the caller. */
export interface MisplacedAllow {
  readonly policy: AttachedPolicy;
  readonly statement: PolicyStatement;
}

/**
 * The statement in a policy of the role that allows its action on the role. It names the action (`sts:AssumeRole`, `sts:*`): `*` was meant
 * for something else. Undefined if there is none, or if the role is the caller.
 */
export function misplacedAllow(denialCase: DenialCase): MisplacedAllow | undefined {
  const { facts, request } = denialCase;
  const { role } = facts;
  if (role?.policies === undefined || request === null || namedCaller(denialCase).arn === role.arn) return undefined;
  for (const policy of role.policies) {
    if (policy.document.status !== 'known') continue;
    const statement = readPolicy(policy.document.value).statements.find((one) => allows(one, request.action, role.arn));
    if (statement !== undefined) return { policy, statement };
  }
  return undefined;
}

function allows({ effect, action, resource }: PolicyStatement, asked: string, role: string): boolean {
  if (effect !== 'Allow' || action === null || action.negated || resource === null || resource.negated) return false;
  return (
    action.entries.some(({ value }) => value.includes(':') && covers(value.toLowerCase(), asked.toLowerCase())) &&
    resource.entries.some(({ value }) => covers(value, role))
  );
}
