import type { Remedy } from '../../model/remedy.ts';
import { defineTopic, type Judged } from './topic.ts';
import { valueToSend } from './value-to-send.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html */
export const mfaEnforcement = defineTopic({
  id: 'mfa-enforcement',
  keys: /^aws:multifactorauth(present|age)$/,
  by: 'multi-factor authentication',
  guard: 'allow the role in a statement without the MFA condition, if that is meant: a role session never carries MFA',
  doc: {
    what: 'asks for multi-factor authentication, and the request was made without it.',
    why: 'A long-term access key carries no MFA, whether a device is assigned or not. The session of a role never carries it either: neither AssumeRole nor IAM Identity Center puts it into the requests of the session.',
    fix: 'A user gets a session with MFA (aws sts get-session-token --serial-number … --token-code …) and uses its credentials. For a role the owner of the policy has to leave the role out of the statement.',
  },
  remedies: sessionWithMfa,
});

/** Only a user can bring MFA along; a role has to be exempted. */
function sessionWithMfa(judged: Judged): readonly Remedy[] | undefined {
  const type = judged.subject.facts.principal?.type;
  if (type !== 'user' && type !== 'root') return undefined;
  if (judged.operator.family === 'boolean' && valueToSend(judged) !== 'true') return undefined;
  return [
    {
      kind: 'send',
      context: { 'aws:MultiFactorAuthPresent': ['true'], 'aws:MultiFactorAuthAge': ['1'] },
      summary:
        'get a session with your MFA device (aws sts get-session-token --serial-number … --token-code …) and use it',
      who: 'you',
    },
  ];
}
