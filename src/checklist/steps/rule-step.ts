import { isPassRole } from '../../model/actions.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Step } from '../../model/diagnosis.ts';
import { notGiven, unsupported } from '../../model/gap.ts';
import { unknownStep } from './make-step.ts';

/**
 * Where no layer is open and the answer still is, one of AWS's own rules hangs on something unknown: a role is passed within its
 * account only, some sessions may not call some services at all. Undefined where layers are open, or nothing is.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export function ruleStep({ verdict, request }: DenialCase): Step | undefined {
  if (verdict?.allowed !== 'unknown' || verdict.suspects.length > 0 || request === null) return undefined;
  if (!isPassRole(request.action)) {
    const gap = unsupported(`whether AWS lets such a session call ${request.action} at all`);
    return unknownStep({ id: 'caller', title: 'Whether this caller may call it at all is not known' }, [gap]);
  }
  const gap =
    request.resource === null
      ? notGiven({ what: 'which role is passed', toPass: 'resource' })
      : notGiven({ what: 'the account of the caller', toPass: 'caller' });
  return unknownStep({ id: 'role', title: 'Whether the role is in the caller’s account is not known' }, [gap]);
}
