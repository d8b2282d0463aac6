import { defineCheck } from '../cause.ts';
import { variableEvidence } from '../credentials/key-type.ts';
import { advise } from '../../grants/advise.ts';
import { callerEvidence, roleNameOf } from './identity-words.ts';

/** https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html */
export const notTheJobsRole = defineCheck({
  on: 'case',
  id: 'caller.not-the-jobs-role',
  layer: null,
  doc: {
    what: 'The job or pod is to have one role (AWS_ROLE_ARN), and the call was made with another one.',
    why: 'Keys or a profile in the environment come before the web identity token, the token file cannot be read, or the program picks credentials of its own.',
    fix: 'Remove the other credentials, and see that the token file can be read by the program.',
  },
  find(subject) {
    const meant = roleNameOf(subject.environment.variables['AWS_ROLE_ARN']);
    const { principal, principalFrom } = subject.facts;
    if (meant === undefined || principalFrom === 'current-identity' || subject.denial === null) return undefined;
    if (!/^(user|role|session)$/.test(principal?.type ?? '') || principal?.name === meant) return undefined;
    // A job that goes on from its own role to the next one names that one.
    if (subject.request?.resource?.endsWith(`/${meant}`) === true) return undefined;
    const evidence = callerEvidence(
      subject,
      variableEvidence(`AWS_ROLE_ARN=${subject.environment.variables['AWS_ROLE_ARN'] ?? ''}`),
    );
    return (
      evidence && {
        summary: `The job is to run as ${meant} (AWS_ROLE_ARN), and the call was made as ${principal?.name ?? ''}`,
        evidence,
        rung: 'likely',
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
