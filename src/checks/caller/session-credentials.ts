import { advise } from '../advise.ts';
import { saidCheck } from '../said/said-check.ts';

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html */
export const sessionCredentials = saidCheck({
  id: 'caller.session-credentials',
  doc: {
    what: 'GetSessionToken or GetFederationToken was called with temporary credentials; it takes the long-term key of an IAM user only.',
    why: 'The profile already is a session (AssumeRole, IAM Identity Center, an earlier GetSessionToken), often because a tool adds an MFA step of its own.',
    fix: 'Call it with the user’s long-term key, or call AssumeRole instead.',
  },
  phrases: [
    'Cannot call GetSessionToken with session credentials',
    'Cannot call GetFederationToken with session credentials',
  ],
  summary: 'The call was made with temporary credentials, and it takes the long-term key of a user only',
  remedies: [advise('call it with the long-term key of the user; or assume a role instead')],
});
