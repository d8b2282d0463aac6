import { advise } from '../../grants/advise.ts';
import type { Remedy } from '../../model/remedy.ts';
import { shortName } from '../../model/short-name.ts';
import { caseCause } from '../cause.ts';
import { deniesPassRole } from './identity-pass-role.ts';

/** IAM asks for iam:PassRole on the ARN that was given, whether there is such a role or not. */
export const passedRoleNotFound = caseCause({
  id: 'passrole.role-not-found',
  layer: null,
  find(denialCase) {
    const { role } = denialCase.facts;
    if (!deniesPassRole(denialCase) || role?.entity.status !== 'absent') return undefined;
    const { arn } = role;
    const all = role.similar.status === 'known' ? role.similar.value : [];
    // Names are unique whatever the path and the letter case: nobody else can have this one.
    const own = all.find((one) => one !== arn && shortName(one).toLowerCase() === shortName(arn).toLowerCase());
    return {
      summary: own === undefined ? summaryOf(arn, all[0]) : `${missing(arn)}: the role of that name has the ARN ${own}`,
      evidence: [{ kind: 'absent', call: role.entity.call, on: role.entity.on }],
      certainty: 'likely',
      remedies: [own === undefined ? passing(all[0], false) : passing(own, true)],
    };
  },
});

function missing(arn: string): string {
  return `There is no role ${arn} to pass`;
}

function summaryOf(arn: string, similar: string | undefined): string {
  const unset = /^(null|undefined|none|nan|\[object Object\])$/i.test(shortName(arn))
    ? ', which looks like an unset variable'
    : '';
  return `${missing(arn)}${unset}${similar === undefined ? '' : `; the name that comes nearest is ${similar}`}`;
}

function passing(arn: string | undefined, certain: boolean): Remedy {
  if (arn === undefined) return advise('pass a role that exists');
  const summary = certain ? `pass ${arn}` : `pass ${arn}, if that is the role that is meant`;
  return { kind: 'rename', part: 'resource', arn, certain, summary, who: 'you' };
}
