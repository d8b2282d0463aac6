import type { Remedy } from '../../model/remedy.ts';
import { defineTopic, type Judged } from './topic.ts';
import { valueToSend } from './value-to-send.ts';

export const mfaEnforcement = defineTopic({
  id: 'mfa-enforcement',
  keys: /^aws:multifactorauth(present|age)$/,
  by: 'multi-factor authentication',
  guard: 'allow the role in a statement without the MFA condition, if that is meant: a role session never carries MFA',
  remedies: sessionWithMfa,
});

/** Only a user can bring MFA along; a role has to be exempted. */
function sessionWithMfa(judged: Judged): readonly Remedy[] | undefined {
  const type = judged.denialCase.facts.principal?.type;
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
