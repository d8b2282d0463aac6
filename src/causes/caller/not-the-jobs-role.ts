import { variableEvidence } from '../../evidence/job-environment.ts';
import { advise } from '../../grants/advise.ts';
import { caseCause } from '../cause.ts';
import { callerEvidence, roleNameOf } from './identity-words.ts';

export const notTheJobsRole = caseCause({
  id: 'caller.not-the-jobs-role',
  layer: null,
  find(denialCase) {
    const meant = roleNameOf(denialCase.environment.variables['AWS_ROLE_ARN']);
    const { principal, principalFrom } = denialCase.facts;
    if (meant === undefined || principalFrom === 'current-identity' || denialCase.denial === null) return undefined;
    if (!/^(user|role|session)$/.test(principal?.type ?? '') || principal?.name === meant) return undefined;
    // A job that goes on from its own role to the next one names that one.
    if (denialCase.request?.resource?.endsWith(`/${meant}`) === true) return undefined;
    const evidence = callerEvidence(
      denialCase,
      variableEvidence(`AWS_ROLE_ARN=${denialCase.environment.variables['AWS_ROLE_ARN'] ?? ''}`),
    );
    return (
      evidence && {
        summary: `The job is to run as ${meant} (AWS_ROLE_ARN), and the call was made as ${principal?.name ?? ''}`,
        evidence,
        certainty: 'likely',
        remedies: [
          advise('remove keys and profiles that come before the web identity token', 'you', [
            'aws',
            'configure',
            'list',
          ]),
        ],
      }
    );
  },
});
