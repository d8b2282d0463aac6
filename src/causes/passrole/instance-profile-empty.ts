import { advise } from '../../grants/advise.ts';
import { shortName } from '../../model/short-name.ts';
import { caseCause } from '../cause.ts';

export const instanceProfileEmpty = caseCause({
  id: 'passrole.instance-profile-empty',
  layer: null,
  find(denialCase) {
    const profile = denialCase.facts.instanceProfile;
    if (profile === null || denialCase.denial === null) return undefined;
    const { arn, roles } = profile;
    const name = shortName(arn);
    if (roles.status === 'absent')
      return {
        summary: `There is no instance profile ${name}`,
        evidence: [{ kind: 'absent', call: roles.call, on: roles.on }],
        certainty: 'likely',
        remedies: [advise('create the instance profile, and add the role to it', 'account-admin')],
      };
    if (roles.status !== 'known' || roles.value.length > 0) return undefined;
    const isPlain = /^[\w+=,.@-]{1,128}$/.test(name);
    const command = [
      'aws',
      'iam',
      'add-role-to-instance-profile',
      '--instance-profile-name',
      name,
      '--role-name',
      name,
    ];
    return {
      summary: `The instance profile ${name} has no role in it`,
      evidence: [{ kind: 'answer', call: 'iam:GetInstanceProfile', text: `${arn}: Roles is empty` }],
      certainty: 'likely',
      remedies: [advise('add the role to the instance profile', 'account-admin', ...(isPlain ? [command] : []))],
    };
  },
});
