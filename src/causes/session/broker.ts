import type { Case } from '../../model/case.ts';
import type { Evidence } from '../../model/evidence.ts';
import { nonEmpty } from '../../model/non-empty.ts';
import { quoteReason } from '../../evidence/aws-words/quote-clause.ts';
import { type Blockage, defineCheck } from '../cause.ts';
import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { denyEvidence } from '../../evidence/deny-evidence.ts';
import { advise } from '../../grants/advise.ts';

interface Broker {
  readonly who: string;
  /** Of the session's name, or of the role's. */
  readonly session?: RegExp;
  readonly role?: RegExp;
  readonly advice: string;
}

/** Who is known to pass a session policy, by the names that its sessions have. */
const BROKERS: readonly Broker[] = [
  // https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html#access-policies-scope-down-services
  {
    who: 'Amazon Cognito identity pools',
    session: /^CognitoIdentityCredentials$/,
    advice:
      'in the enhanced flow guests may use a fixed list of services only, whatever their role allows: sign the user in, or use the basic flow',
  },
  // https://docs.aws.amazon.com/rolesanywhere/latest/userguide/authentication-create-session.html
  {
    who: 'IAM Roles Anywhere',
    session: /^[0-9a-f]{16,64}$/,
    advice: 'look at the session policy of the profile (aws rolesanywhere get-profile)',
  },
  // https://docs.aws.amazon.com/eks/latest/userguide/pod-id-association.html
  {
    who: 'EKS Pod Identity',
    session: /^eks-.+-[0-9a-f-]{36}$/,
    advice: 'look at the policy of the pod identity association (aws eks describe-pod-identity-association)',
  },
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants.html
  {
    who: 'S3 Access Grants',
    session: /^access-grants/,
    advice: 'ask for a grant that covers the prefix and the permission (aws s3control list-access-grants)',
  },
  // https://docs.aws.amazon.com/amplify/latest/userguide/amplify-SSR-compute-role.html
  {
    who: 'AWS Amplify Hosting',
    role: /amplify/i,
    advice:
      'the compute role of an Amplify app is narrowed down by Amplify: let a function with a role of its own do it',
  },
];

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session */
export const broker = defineCheck({
  on: 'blockage',
  layer: 'session',
  id: 'session.broker',
  doc: {
    what: 'The session was made by a service that is known to narrow its sessions down by a session policy, and that policy does not allow the request.',
    why: 'Cognito identity pools, IAM Roles Anywhere, EKS Pod Identity, S3 Access Grants and Amplify pass a policy when they assume a role: the session may do only what both the role and that policy allow.',
    fix: 'Change the session policy where the service has it (profile, association, grant), or get credentials of the role another way. A wider role does not help.',
  },
  explain(blockage, subject) {
    const made = brokerOf(subject);
    const evidence = made && nonEmpty(evidenceOf(blockage, subject));
    if (made === undefined || evidence === undefined) return undefined;
    const { name = '', sessionName } = subject.facts.principal ?? {};
    return {
      summary: `The session ${sessionName ?? ''} of ${name} looks like one that ${made.who} made, and its session policy does not allow ${subject.request?.action ?? subject.denial?.action ?? 'it'}`,
      evidence,
      remedies: [advise(made.advice)],
    };
  },
});

function brokerOf({ facts: { principal } }: Case): Broker | undefined {
  if (principal?.type !== 'session') return undefined;
  return BROKERS.find(
    ({ session, role }) => session?.test(principal.sessionName ?? '') === true || role?.test(principal.name) === true,
  );
}

/** Without the policy itself only AWS's words tell that there is one. */
function evidenceOf(blockage: Blockage, subject: Case): readonly Evidence[] {
  if (blockage.kind === 'missing-allow') return allowEvidence(blockage, subject);
  const own = denyEvidence(blockage, subject);
  const quote = own.length > 0 ? undefined : quoteReason(subject, 'session');
  return quote === undefined ? own : [quote];
}
