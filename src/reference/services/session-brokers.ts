import type { Principal } from '../../model/principal.ts';

/** A service that makes sessions for others, and passes a session policy. */
export interface SessionBroker {
  readonly name: string;
  /** Of the session's name, or of the role's. */
  readonly session?: RegExp;
  readonly role?: RegExp;
  /** What a text says of the session, where it does not name the caller. */
  readonly said?: RegExp;
  /** True where the service itself writes the policy, so that it cannot be changed; false where a setting of the account has it. */
  readonly isFixed: boolean;
  readonly advice: string;
}

/** The services that are known to do so, by the names of their sessions. */
const BROKERS: readonly SessionBroker[] = [
  // https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html#access-policies-scope-down-services
  {
    name: 'Amazon Cognito identity pools',
    isFixed: true,
    session: /^CognitoIdentityCredentials$/,
    said: /CognitoIdentityCredentials|\bcognito[^\n]{0,80}\b(?:unauth\w*|guest|identity pool)|\b(?:unauth\w*|guest)[^\n]{0,80}\bcognito\b/i,
    advice:
      'in the enhanced flow guests may use a fixed list of services only, whatever their role allows: sign the user in, or use the basic flow',
  },
  // https://docs.aws.amazon.com/rolesanywhere/latest/userguide/authentication-create-session.html
  {
    name: 'IAM Roles Anywhere',
    isFixed: false,
    session: /^[0-9a-f]{16,64}$/,
    advice: 'look at the session policy of the profile (aws rolesanywhere get-profile)',
  },
  // https://docs.aws.amazon.com/eks/latest/userguide/pod-id-association.html
  {
    name: 'EKS Pod Identity',
    isFixed: false,
    session: /^eks-.+-[0-9a-f-]{36}$/,
    advice: 'look at the policy of the pod identity association (aws eks describe-pod-identity-association)',
  },
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants.html
  {
    name: 'S3 Access Grants',
    isFixed: false,
    session: /^access-grants/,
    advice: 'ask for a grant that covers the prefix and the permission (aws s3control list-access-grants)',
  },
  // https://docs.aws.amazon.com/managed-flink/latest/java/how-fault-snapshot.html
  {
    name: 'Amazon Managed Service for Apache Flink',
    isFixed: true,
    role: /^AWSKinesisAnalyticsKubern-/,
    advice:
      'the service keeps the state of an application with a session in an account of AWS: no policy of yours decides there; ask AWS Support if the application fails',
  },
  // https://docs.aws.amazon.com/amplify/latest/userguide/amplify-SSR-compute-role.html
  {
    name: 'AWS Amplify Hosting',
    // Only the name of the role speaks for it, and that is a user's to choose.
    isFixed: false,
    role: /amplify/i,
    advice:
      'if this is the compute role of an Amplify app, Amplify narrows it down: let a function with a role of its own do it',
  },
];

/** The service that likely made the session, by its name or the role's; undefined for any other. */
export function sessionBroker({
  name,
  sessionName,
}: Pick<Principal, 'name' | 'sessionName'>): SessionBroker | undefined {
  return BROKERS.find(({ session, role }) => session?.test(sessionName ?? '') === true || role?.test(name) === true);
}

/** The service that a text names as the maker of the session, where it does not name the caller; undefined where it names none. */
export function sessionBrokerIn(text: string): SessionBroker | undefined {
  const start = text.slice(0, 65_536);
  return BROKERS.find(({ said }) => said?.test(start) === true);
}
