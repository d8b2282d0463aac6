import { shortName } from '../../model/short-name.ts';
import { defineCheck } from '../check.ts';
import { advise } from '../remedies/advise.ts';
import { deniesPassRole } from './identity-pass-role.ts';

/** IAM asks for iam:PassRole on the ARN that was given, whether there is such a role or not. */
export const passedRoleNotFound = defineCheck({
  on: 'case',
  id: 'passrole.role-not-found',
  layer: null,
  doc: {
    what: 'The role that is to be passed does not exist: the call names an ARN that leads nowhere.',
    why: 'A variable was empty or unset when the ARN was put together (role/null, role/undefined), the role was not created yet, or its path is missing.',
    fix: 'Pass the ARN of the role that is meant; the permission alone would not help.',
  },
  find(subject) {
    const { role } = subject.facts;
    if (!deniesPassRole(subject) || role?.entity.status !== 'absent') return undefined;
    const [similar] = role.similar.status === 'known' ? role.similar.value : [];
    const name = shortName(role.arn);
    const unset = /^(null|undefined|none|nan|\[object Object\])$/i.test(name)
      ? ', which looks like an unset variable'
      : '';
    return {
      summary: `There is no role ${role.arn} to pass${unset}${similar === undefined ? '' : `; the name that comes nearest is ${similar}`}`,
      evidence: [{ kind: 'absent', call: role.entity.call, on: role.entity.on }],
      rung: 'likely',
      remedies: [
        advise(
          similar === undefined ? 'pass a role that exists' : `pass ${similar}, if that is the role that is meant`,
        ),
      ],
    };
  },
});
