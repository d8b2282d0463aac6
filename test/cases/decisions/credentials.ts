import type { Decision } from './decision.ts';
import { allow, deny, HERE, refusal, role, snapshot, trusts, user } from './world.ts';

const FEDERATED = `arn:aws:sts::${HERE}:federated-user/bob`;
const SESSION = `arn:aws:sts::${HERE}:assumed-role/ops/dana`;
const COMPARED = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html';
const MFA = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html';
const LOGIN = 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sign-in.html';
const CLOUD_SHELL = 'https://docs.aws.amazon.com/cloudshell/latest/userguide/welcome.html';
const QUEUE = `arn:aws:sqs:eu-west-1:${HERE}:orders`;

const WITH_MFA = allow('sqs:*', '*', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } });
const DENIED_WITHOUT = deny('*', '*', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } });
const BY_USER = { trust: [trusts({ AWS: `arn:aws:iam::${HERE}:user/dana` })] };
const SEND = refusal(SESSION, 'SendMessage', 'sqs:SendMessage', QUEUE);
const SENTENCE = `User: ${SESSION} is not authorized to perform: sqs:SendMessage on resource: ${QUEUE}`;

/** Which calls credentials can make, and which keys come with them. */
export const CREDENTIALS: readonly Decision[] = [
  {
    name: 'credentials of GetFederationToken call IAM with no program',
    page: COMPARED,
    asked: refusal(FEDERATED, 'ListUsers', 'iam:ListUsers', `arn:aws:iam::${HERE}:user/`),
    snapshot: snapshot({ [HERE]: { users: [user('bob', [allow('*')])] } }),
    expect: { verdict: 'denied', conclusion: 'explained', causes: ['caller.federated-user-limits'] },
  },
  {
    name: 'a federated user whose error may be the console’s may call IAM there',
    page: COMPARED,
    asked: `User: ${FEDERATED} is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::${HERE}:user/`,
    snapshot: snapshot({ [HERE]: { users: [user('bob', [allow('*')])] } }),
    expect: { verdict: 'undetermined', causes: [] },
  },
  {
    name: 'the session of AssumeRole has no MFA, even if the call sent a code',
    page: MFA,
    asked: `aws sts assume-role --role-arn arn:aws:iam::${HERE}:role/ops --role-session-name dana --serial-number arn:aws:iam::${HERE}:mfa/dana --token-code 123456\n${SEND}`,
    snapshot: snapshot({ [HERE]: { roles: [role('ops', [WITH_MFA], BY_USER)] } }),
    expect: { verdict: 'denied', conclusion: 'explained', causes: ['identity.mfa-enforcement'] },
  },
  {
    name: 'a Deny with BoolIfExists hits the session of AssumeRole',
    page: MFA,
    asked: SEND,
    snapshot: snapshot({ [HERE]: { roles: [role('ops', [allow('*'), DENIED_WITHOUT], BY_USER)] } }),
    expect: { verdict: 'denied', conclusion: 'explained', causes: ['identity.mfa-enforcement'] },
  },
  {
    name: 'a session that may have been switched to in the console may have MFA',
    page: MFA,
    asked: SENTENCE,
    snapshot: snapshot({ [HERE]: { roles: [role('ops', [WITH_MFA], BY_USER)] } }),
    expect: { verdict: 'undetermined' },
  },
  {
    name: 'a session of aws login is one of the console, though a program printed the error',
    page: LOGIN,
    asked: `access_key : ****************ABCD : login :\n${SEND}`,
    snapshot: snapshot({ [HERE]: { roles: [role('ops', [WITH_MFA], BY_USER)] } }),
    expect: { verdict: 'undetermined' },
  },
  {
    name: 'a session of CloudShell is one of the console',
    page: CLOUD_SHELL,
    asked: `[cloudshell-user@ip-10-4-175-98 ~]$ aws sqs send-message --queue-url q --message-body m\n${SEND}`,
    snapshot: snapshot({ [HERE]: { roles: [role('ops', [allow('*'), DENIED_WITHOUT], BY_USER)] } }),
    expect: { verdict: 'undetermined' },
  },
  {
    name: 'a role that only a service assumes has no MFA',
    page: MFA,
    asked: SENTENCE,
    snapshot: snapshot({ [HERE]: { roles: [role('ops', [WITH_MFA])] } }),
    expect: { verdict: 'denied', conclusion: 'explained' },
  },
  {
    name: 'a session of SAML is none of AssumeRole',
    page: MFA,
    asked: SEND,
    snapshot: snapshot({
      [HERE]: {
        roles: [
          role('ops', [WITH_MFA], {
            trust: [trusts({ Federated: `arn:aws:iam::${HERE}:saml-provider/Okta` }, 'sts:AssumeRoleWithSAML')],
          }),
        ],
      },
    }),
    expect: { verdict: 'undetermined' },
  },
];
