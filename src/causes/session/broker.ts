import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { quoteClause } from '../../evidence/aws-words/quote-clause.ts';
import { denyEvidence } from '../../evidence/deny-evidence.ts';
import { advise } from '../../grants/advise.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Evidence } from '../../model/evidence.ts';
import { nonEmpty } from '../../model/non-empty.ts';
import { blockerCause } from '../cause.ts';

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

export const broker = blockerCause({
  id: 'session.broker',
  explain(blocker, denialCase) {
    const made = brokerOf(denialCase);
    const evidence = made && nonEmpty(evidenceOf(blocker, denialCase));
    if (made === undefined || evidence === undefined) return undefined;
    const { name = '', sessionName } = denialCase.facts.principal ?? {};
    return {
      summary: `The session ${sessionName ?? ''} of ${name} looks like one that ${made.who} made, and its session policy does not allow ${denialCase.request?.action ?? denialCase.denial?.action ?? 'it'}`,
      evidence,
      remedies: [advise(made.advice)],
    };
  },
});

function brokerOf({ facts: { principal } }: DenialCase): Broker | undefined {
  if (principal?.type !== 'session') return undefined;
  return BROKERS.find(
    ({ session, role }) => session?.test(principal.sessionName ?? '') === true || role?.test(principal.name) === true,
  );
}

/** Without the policy itself only AWS's words tell that there is one. */
function evidenceOf(blocker: Blocker, denialCase: DenialCase): readonly Evidence[] {
  if (blocker.kind === 'missing-allow') return allowEvidence(blocker, denialCase);
  if (blocker.kind === 'explicit-deny') return denyEvidence(blocker, denialCase);
  const quote = quoteClause(denialCase, 'session');
  return quote === undefined ? [] : [quote];
}
