import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { quoteClause } from '../../evidence/aws-words/quote-clause.ts';
import { deniedAction } from '../../evidence/denied-action.ts';
import { denyEvidence } from '../../evidence/deny-evidence.ts';
import { layerFact, policiesOf } from '../../evidence/policy-lookup.ts';
import { advise } from '../../grants/advise.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Evidence } from '../../model/evidence.ts';
import { nonEmpty } from '../../model/non-empty.ts';
import type { Principal } from '../../model/principal.ts';
import { blockerCause } from '../cause.ts';

/** GetFederationToken without a policy. */
export const federatedUser = blockerCause({
  kind: 'missing-allow',
  id: 'session.federated-user',
  explain(blocker, denialCase) {
    const { principal } = denialCase.facts;
    if (principal?.type !== 'federated-user') return 'the caller is not a federated user';
    if (policiesOf(layerFact(denialCase, 'session')).length > 0) return 'the session has a session policy';
    return {
      summary: `The federated user ${principal.name} has no session policy, so it has no permissions`,
      evidence: allowEvidence(blocker, denialCase),
      remedies: [advise('pass a policy to GetFederationToken that allows the request, or use AssumeRole instead')],
    };
  },
});

/** A service that makes sessions for others, and passes a session policy. */
interface Broker {
  readonly name: string;
  /** Of the session's name, or of the role's. */
  readonly session?: RegExp;
  readonly role?: RegExp;
  readonly advice: string;
}

/** The services that are known to do so, by the names of their sessions. */
const BROKERS: readonly Broker[] = [
  // https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html#access-policies-scope-down-services
  {
    name: 'Amazon Cognito identity pools',
    session: /^CognitoIdentityCredentials$/,
    advice:
      'in the enhanced flow guests may use a fixed list of services only, whatever their role allows: sign the user in, or use the basic flow',
  },
  // https://docs.aws.amazon.com/rolesanywhere/latest/userguide/authentication-create-session.html
  {
    name: 'IAM Roles Anywhere',
    session: /^[0-9a-f]{16,64}$/,
    advice: 'look at the session policy of the profile (aws rolesanywhere get-profile)',
  },
  // https://docs.aws.amazon.com/eks/latest/userguide/pod-id-association.html
  {
    name: 'EKS Pod Identity',
    session: /^eks-.+-[0-9a-f-]{36}$/,
    advice: 'look at the policy of the pod identity association (aws eks describe-pod-identity-association)',
  },
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants.html
  {
    name: 'S3 Access Grants',
    session: /^access-grants/,
    advice: 'ask for a grant that covers the prefix and the permission (aws s3control list-access-grants)',
  },
  // https://docs.aws.amazon.com/amplify/latest/userguide/amplify-SSR-compute-role.html
  {
    name: 'AWS Amplify Hosting',
    role: /amplify/i,
    advice:
      'the compute role of an Amplify app is narrowed down by Amplify: let a function with a role of its own do it',
  },
];

/** A session policy that a service passed. */
export const broker = blockerCause({
  id: 'session.broker',
  explain(blocker, denialCase) {
    const { principal } = denialCase.facts;
    if (principal?.type !== 'session') return 'the caller is not a session';
    const made = brokerOf(principal);
    if (made === undefined) return 'the session is not named like those of a service that passes session policies';
    const evidence = nonEmpty(evidenceOf(blocker, denialCase));
    if (evidence === undefined) return 'neither a session policy nor the error text shows that there is one';
    return {
      summary: `The session ${principal.sessionName ?? ''} of ${principal.name} looks like one that ${made.name} made, and its session policy does not allow ${deniedAction(denialCase) ?? 'it'}`,
      evidence,
      remedies: [advise(made.advice)],
    };
  },
});

function brokerOf({ name, sessionName }: Principal): Broker | undefined {
  return BROKERS.find(({ session, role }) => session?.test(sessionName ?? '') === true || role?.test(name) === true);
}

/** Where the session policy could not be read, AWS's words show that there is one. */
function evidenceOf(blocker: Blocker, denialCase: DenialCase): readonly Evidence[] {
  if (blocker.kind === 'missing-allow') return allowEvidence(blocker, denialCase);
  if (blocker.kind === 'explicit-deny') return denyEvidence(blocker, denialCase);
  const quote = quoteClause(denialCase, 'session');
  return quote === undefined ? [] : [quote];
}
