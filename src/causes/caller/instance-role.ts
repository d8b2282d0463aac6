import { hasVariable, variableEvidence } from '../../evidence/job-environment.ts';
import { advise } from '../../grants/advise.ts';
import { caseCause } from '../cause.ts';
import { callerEvidence } from './identity-words.ts';
import { instanceOf } from './instance-of.ts';

export const instanceRole = caseCause({
  id: 'caller.instance-role',
  layer: null,
  find(denialCase) {
    const instance = instanceOf(denialCase);
    const source = ['AWS_PROFILE', 'AWS_WEB_IDENTITY_TOKEN_FILE', 'GITHUB_ACTIONS', 'GITLAB_CI'].find((name) =>
      hasVariable(denialCase, name),
    );
    if (instance === undefined || source === undefined || hasVariable(denialCase, 'AWS_ROLE_ARN')) return undefined;
    const evidence = callerEvidence(denialCase, variableEvidence(`${source} is set`));
    return (
      evidence && {
        summary: `The call was made with the role of the instance ${instance}, though ${source} shows that other credentials were meant`,
        evidence,
        certainty: 'likely',
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
