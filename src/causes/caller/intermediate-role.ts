import { defineCheck } from '../cause.ts';
import { advise } from '../../grants/advise.ts';
import { callerEvidence } from './identity-words.ts';

const DEFAULT_SESSION =
  /^(botocore-session-\d+|aws-sdk-js-(session-)?\d+|aws-sdk-java-\d+|aws-sdk-java-[0-9a-f-]{36}|aws-go-sdk-\d+|aws-sdk-go-v2-\d+|AWSCLI-Session|aws-sdk-php-\d+|default_session|\d{13,19})$/;

/** https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-role.html */
export const intermediateRole = defineCheck({
  on: 'case',
  id: 'caller.intermediate-role',
  layer: null,
  doc: {
    what: 'The caller of sts:AssumeRole is a role that an SDK assumed before: a profile leads over another one (source_profile).',
    why: 'In a chain of profiles each role assumes the next. The last one has to trust the role before it, not the user at the beginning.',
    fix: 'Let the last role trust the role in between, or let its profile start from the user (source_profile of the first profile).',
  },
  find(subject) {
    const { principal } = subject.facts;
    if (principal?.type !== 'session' || subject.request?.action.toLowerCase() !== 'sts:assumerole') return undefined;
    if (subject.denial === null || !DEFAULT_SESSION.test(principal.sessionName ?? '')) return undefined;
    const evidence = callerEvidence(subject);
    return (
      evidence && {
        summary: `The caller, ${principal.name}, was itself assumed through a profile (session ${principal.sessionName}): it is the one that has to be trusted`,
        evidence,
        rung: 'likely',
        remedies: [
          advise('let the role trust this one, or let its profile start from the first identity (source_profile)'),
        ],
      }
    );
  },
});
