import { delegationGap } from '../../evaluate/gaps/rule-gaps.ts';
import { isForDelegatedAdministrator } from '../../evaluate/refused-by-rule.ts';
import { resourceLayerIn } from '../../evidence/aws-words/stated-reason.ts';
import { roleIsMissing } from '../../evidence/blockers/role-is-missing.ts';
import { isPassRole } from '../../model/actions.ts';
import { parseArn } from '../../model/arn.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Step } from '../../model/diagnosis.ts';
import type { RoleFacts } from '../../model/facts.ts';
import { notGiven, unsupported } from '../../model/gap.ts';
import { shortName } from '../../model/short-name.ts';
import { failedStep, passedStep, skippedStep, unknownStep } from './make-step.ts';

const id = 'role';

/** Does the role exist that is assumed or passed? Undefined where the request is about no role. */
export function roleStep(denialCase: DenialCase): Step | undefined {
  const { role, policies } = denialCase.facts;
  const { request } = denialCase;
  if (role === null) return undefined;
  const summary = inAccount(role);
  const { entity } = role;
  switch (entity.status) {
    case 'known':
      return passedStep({ id, title: 'The role exists', summary }, 'evaluated', [
        { kind: 'answer', call: 'iam:GetRole', text: entity.value.arn },
      ]);
    case 'absent': {
      const words = { id, title: 'The role does not exist', summary } as const;
      const absent = { kind: 'absent', call: entity.call, on: entity.on } as const;
      // IAM allows or denies iam:PassRole whether the role exists or not: then it is only worth knowing.
      return roleIsMissing(denialCase) ? failedStep(words, 'evaluated', [absent]) : skippedStep(words, [absent]);
    }
    case 'unreadable': {
      const words = { id, title: 'Could not check whether the role exists', summary } as const;
      const decides = resourceLayerIn(denialCase) === 'trust' && policies.resource.status === 'unreadable';
      if (decides) return unknownStep(words, [entity.gap]);
      const why = isPassRole(request?.action ?? null) ? '; iam:PassRole does not depend on that' : '';
      return skippedStep({ ...words, summary: `${summary}${why}` }, [], [entity.gap]);
    }
  }
}

/** `prod-deploy in 444455556666` */
function inAccount({ arn }: RoleFacts): string {
  const account = parseArn(arn)?.account ?? '';
  return account === '' ? shortName(arn) : `${shortName(arn)} in ${account}`;
}

/**
 * Where no layer is open but the answer is, one of AWS's own rules depends on something unknown: a role can be passed within its account
 * only, and some sessions cannot call some services at all. Undefined where a layer is open, or nothing is.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export function ruleStep({ verdict, request }: DenialCase): Step | undefined {
  if (verdict?.allowed !== 'unknown' || verdict.suspects.length > 0 || request === null) return undefined;
  if (isForDelegatedAdministrator(request))
    return unknownStep({ id: 'caller', title: 'Could not tell whether AWS takes the call from this account' }, [
      delegationGap(request),
    ]);
  if (!isPassRole(request.action)) {
    const gap = unsupported(`whether AWS lets such a session call ${request.action} at all`);
    return unknownStep({ id: 'caller', title: 'Could not tell whether AWS lets this kind of caller make the call' }, [
      gap,
    ]);
  }
  const gap =
    request.resource === null
      ? notGiven({ what: 'which role is passed', toPass: 'resource' })
      : notGiven({ what: 'the account of the caller', toPass: 'caller' });
  return unknownStep({ id: 'role', title: 'Could not tell whether the role is in the caller’s account' }, [gap]);
}
