import { defineCheck } from '../cause.ts';
import { hasVariable, variableEvidence } from '../credentials/key-type.ts';
import { advise } from '../../grants/advise.ts';
import { callerEvidence } from './identity-words.ts';
import { instanceOf } from './instance-of.ts';

/** https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html */
export const instanceRole = defineCheck({
  on: 'case',
  id: 'caller.instance-role',
  layer: null,
  doc: {
    what: 'The call was made with the role of the EC2 instance, though another source of credentials was set up.',
    why: 'The profile or the job’s token could not be used, and the SDK went on silently to the instance’s role; on self-hosted runners a job without its own credentials gets those of the machine.',
    fix: 'Repair the source that was meant (profile, id-token permission, secrets), or switch the instance’s role off for this program (AWS_EC2_METADATA_DISABLED=true).',
  },
  find(subject) {
    const instance = instanceOf(subject);
    const source = ['AWS_PROFILE', 'AWS_WEB_IDENTITY_TOKEN_FILE', 'GITHUB_ACTIONS', 'GITLAB_CI'].find((name) =>
      hasVariable(subject, name),
    );
    if (instance === undefined || source === undefined || hasVariable(subject, 'AWS_ROLE_ARN')) return undefined;
    const evidence = callerEvidence(subject, variableEvidence(`${source} is set`));
    return (
      evidence && {
        summary: `The call was made with the role of the instance ${instance}, though ${source} shows that other credentials were meant`,
        evidence,
        rung: 'likely',
        remedies: [
          advise('repair the credentials that were meant: the SDK fell back to those of the machine', 'you', [
            'aws',
            'configure',
            'list',
          ]),
        ],
      }
    );
  },
});
