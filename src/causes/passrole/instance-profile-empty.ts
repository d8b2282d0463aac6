import { shortName } from '../../model/short-name.ts';
import { defineCheck } from '../cause.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html */
export const instanceProfileEmpty = defineCheck({
  on: 'case',
  id: 'passrole.instance-profile-empty',
  layer: null,
  doc: {
    what: 'The instance profile has no role in it, or does not exist.',
    why: 'Only the console makes an instance profile together with a role of the same name; with the API the role has to be added to it.',
    fix: 'Add the role to the instance profile (add-role-to-instance-profile), or create the profile.',
  },
  find(subject) {
    const profile = subject.facts.instanceProfile;
    if (profile === null || subject.denial === null) return undefined;
    const { arn, roles } = profile;
    const name = shortName(arn);
    if (roles.status === 'absent')
      return {
        summary: `There is no instance profile ${name}`,
        evidence: [{ kind: 'absent', call: roles.call, on: roles.on }],
        rung: 'likely',
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
      rung: 'likely',
      remedies: [advise('add the role to the instance profile', 'account-admin', ...(isPlain ? [command] : []))],
    };
  },
});
