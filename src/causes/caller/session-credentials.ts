import { takesLongTermKeyOnly } from '../../model/actions.ts';
import { said } from '../../evidence/aws-words/find-quote.ts';
import { defineCheck } from '../cause.ts';
import { advise } from '../../grants/advise.ts';
import { callerEvidence } from './identity-words.ts';

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html */
export const sessionCredentials = defineCheck({
  on: 'case',
  id: 'caller.session-credentials',
  layer: null,
  doc: {
    what: 'GetSessionToken or GetFederationToken was called with temporary credentials; it takes the long-term key of an IAM user only.',
    why: 'The profile already is a session (AssumeRole, IAM Identity Center, an earlier GetSessionToken), often because a tool adds an MFA step of its own.',
    fix: 'Call it with the user’s long-term key, or call AssumeRole instead.',
  },
  find(subject) {
    const quote = said(subject, [
      'Cannot call GetSessionToken with session credentials',
      'Cannot call GetFederationToken with session credentials',
    ]);
    const { facts, request } = subject;
    const isRole = facts.principal?.type === 'session' || facts.principal?.type === 'role';
    if (quote === undefined && !(isRole && takesLongTermKeyOnly(request?.action ?? null))) return undefined;
    const evidence = quote === undefined ? callerEvidence(subject) : ([quote] as const);
    return (
      evidence && {
        summary: 'The call was made with temporary credentials, and it takes the long-term key of a user only',
        evidence,
        rung: quote === undefined ? 'evaluated' : 'aws',
        remedies: [advise('call it with the long-term key of the user; or assume a role instead')],
      }
    );
  },
});
