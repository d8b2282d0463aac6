import { isAcrossPartitions } from '../../evaluate/across-partitions.ts';
import { findQuote } from '../../evidence/aws-words/find-quote.ts';
import { callerEvidence } from '../../evidence/caller-evidence.ts';
import { hasVariable, variableEvidence } from '../../evidence/job-environment.ts';
import { advise } from '../../grants/advise.ts';
import { takesLongTermKeyOnly, takesSignedOnly, takesUnsigned } from '../../model/actions.ts';
import { parseArn } from '../../model/arn.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Evidence } from '../../model/evidence.ts';
import { STS_RESTRICTIONS } from '../../reference/sts-restrictions.ts';
import { type CaseCause, caseCause } from '../cause.ts';

const NO_ARN = 'the ARN of the caller is not known';

/** Callers whom AWS does not let make the call, whatever the policies say. A caller is of one kind, so one of them wins at most. */
export const callerLimits = [
  /** "Roles may not be assumed by root accounts": https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
  caseCause({
    id: 'caller.root',
    layer: null,
    find(denialCase) {
      const { facts, request } = denialCase;
      const quote = findQuote(denialCase, STS_RESTRICTIONS.root);
      if (quote === undefined) {
        if (facts.principal?.type !== 'root') return 'the caller is not a root user';
        if (request?.action.toLowerCase() !== 'sts:assumerole') return 'the call does not assume a role';
      }
      const evidence = quote === undefined ? callerEvidence(denialCase) : ([quote] as const);
      if (evidence === undefined) return NO_ARN;
      return {
        summary: 'The caller is the root user of the account, which cannot assume roles',
        evidence,
        certainty: quote === undefined ? 'evaluated' : 'aws',
        beyondPolicies: true,
        remedies: [
          advise(
            'call as an IAM user or a role; and delete the access keys of the root user',
            'you',
            ...FIND_CREDENTIALS,
          ),
        ],
      };
    },
  }),
  caseCause({
    id: 'caller.session-credentials',
    layer: null,
    find(denialCase) {
      const { facts, request } = denialCase;
      const quote = findQuote(denialCase, STS_RESTRICTIONS.sessionCredentials);
      if (quote === undefined) {
        if (facts.principal?.type !== 'session' && facts.principal?.type !== 'role') return 'the caller is not a role';
        if (!takesLongTermKeyOnly(request?.action ?? null)) return 'the call does not need a long-term key';
      }
      const evidence =
        quote === undefined ? callerEvidence(denialCase) : ([quote, ...currentSession(denialCase)] as const);
      if (evidence === undefined) return NO_ARN;
      return {
        summary:
          'The call was made with temporary credentials, but it accepts only an IAM user’s long-term access key, whatever the policies say',
        evidence,
        certainty: quote === undefined ? 'evaluated' : 'aws',
        beyondPolicies: true,
        remedies: [
          advise(
            'use an IAM user’s long-term access key: unset AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN where they are set, or use a profile that has such a key; a role does not need this call, its credentials are temporary already',
            'you',
            ...FIND_CREDENTIALS,
          ),
        ],
      };
    },
  }),
  caseCause({
    id: 'caller.anonymous',
    layer: null,
    find(denialCase) {
      const { denial, facts, request } = denialCase;
      if (facts.principal?.type !== 'anonymous') return 'the request was signed, or nothing shows that it was not';
      if (request !== null && takesUnsigned(request.action)) return 'the call takes no credentials';
      const isInText = denial !== null && facts.principalFrom === 'text';
      const quote = isInText ? findQuote(denialCase, ['User: anonymous', 'anonymous']) : undefined;
      const remedies = [advise('sign the request with credentials (SigV4)')];
      const summary = 'The request was not signed: no credentials came with it';
      const isSignedOnly = request !== null && takesSignedOnly(request.action);
      if (quote !== undefined)
        return { summary, evidence: [quote], certainty: 'aws', remedies, beyondPolicies: isSignedOnly };
      if (!isSignedOnly) return 'the call may be made without a signature';
      return {
        summary: `${request.action} accepts only signed requests, whatever the policies say`,
        evidence: [{ kind: 'answer', call: 'the caller', text: 'anonymous' }],
        beyondPolicies: true,
        remedies,
      };
    },
  }),
  /** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html */
  caseCause({
    id: 'caller.federated-user-limits',
    layer: null,
    find(denialCase) {
      const { facts, request } = denialCase;
      if (facts.principal?.type !== 'federated-user') return 'the caller is not a federated user';
      const action = request?.action.toLowerCase() ?? '';
      const isSts = action.startsWith('sts:') && action !== 'sts:getcalleridentity';
      // iam:PassRole is not a call of IAM: it is checked in the call of another service.
      const isIam = action.startsWith('iam:') && action !== 'iam:passrole';
      if (!isSts && !isIam) return 'a federated user may make the call';
      const evidence = callerEvidence(denialCase);
      if (evidence === undefined) return NO_ARN;
      const isCertain = isSts || request?.byProgram === true;
      return {
        summary: `Credentials from GetFederationToken cannot call ${request?.action ?? 'it'}, whatever the policies say`,
        evidence,
        // In the console a federated user may call IAM.
        certainty: isCertain ? 'evaluated' : 'likely',
        beyondPolicies: isCertain,
        remedies: [advise('assume a role for it instead of GetFederationToken')],
      };
    },
  }),
  /** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html */
  caseCause({
    id: 'caller.session-token-limits',
    layer: null,
    find({ facts, request }) {
      const { currentIdentity, principal } = facts;
      if (principal?.type !== 'user') return 'the caller is not a user';
      if (request === null) return 'what was called is not known';
      // Only of the current credentials is it known whether they are of a session.
      if (currentIdentity.status !== 'known' || currentIdentity.value.arn !== principal.arn)
        return 'whether the caller has a session key is not known';
      if (currentIdentity.value.keyType !== 'ASIA') return 'the caller has a long-term key';
      const action = request.action.toLowerCase();
      const isSts = action.startsWith('sts:') && !['sts:assumerole', 'sts:getcalleridentity'].includes(action);
      const mfa = request.context.get('aws:MultiFactorAuthPresent');
      const hasMfa = mfa.status === 'known' && mfa.values[0] === 'true';
      if (!isSts && (!action.startsWith('iam:') || hasMfa)) return 'credentials of GetSessionToken may make the call';
      return {
        summary: isSts
          ? `Credentials from GetSessionToken cannot call ${request.action}`
          : `Credentials from GetSessionToken can call ${request.action} only if they were made with MFA`,
        evidence: [
          {
            kind: 'answer',
            call: 'sts:GetCallerIdentity',
            text: `${currentIdentity.value.arn}, with a session key (ASIA…)`,
          },
        ],
        certainty: 'likely',
        remedies: [
          advise(
            isSts
              ? 'call it with the long-term access key of the user'
              : 'get the session with the serial number of an MFA device and a code',
          ),
        ],
      };
    },
  }),
] as const satisfies readonly CaseCause[];

/** Shows where the credentials come from, and whose they are. */
const FIND_CREDENTIALS = [
  ['aws', 'configure', 'list'],
  ['aws', 'sts', 'get-caller-identity'],
] as const;

/** What shows that the current credentials are temporary, where they are: the denied call is likely to have been made with them. */
function currentSession(denialCase: DenialCase): readonly Evidence[] {
  const { currentIdentity } = denialCase.facts;
  const variables = hasVariable(denialCase, 'AWS_SESSION_TOKEN') ? [variableEvidence('AWS_SESSION_TOKEN is set')] : [];
  if (currentIdentity.status !== 'known') return variables;
  const { arn, keyType } = currentIdentity.value;
  const isSession = keyType === 'ASIA' || arn.includes(':assumed-role/') || arn.includes(':federated-user/');
  if (!isSession) return variables;
  const text = `your current credentials are temporary: ${arn}`;
  return [...variables, { kind: 'answer', call: 'sts:GetCallerIdentity', text }];
}

/** The partition of the caller, of any type: a root user can be in the wrong one, too. */
export const callerPartition = [
  caseCause({
    id: 'caller.other-partition',
    layer: null,
    find(denialCase) {
      const { request } = denialCase;
      if (request === null || request.resource === null || !isAcrossPartitions(request))
        return 'the caller and the role are not known to be in different partitions';
      const theirs = parseArn(request.resource)?.partition;
      const quote = findQuote(denialCase, [request.resource]);
      const evidence = callerEvidence(denialCase, ...(quote === undefined ? [] : [quote]));
      if (evidence === undefined) return NO_ARN;
      return {
        summary: `The caller is in the partition ${request.principal.partition}, the role in ${theirs}: no role can be assumed across partitions`,
        evidence,
        beyondPolicies: true,
        remedies: [advise(`use credentials of an account in ${theirs}, or a role in ${request.principal.partition}`)],
      };
    },
  }),
] as const satisfies readonly CaseCause[];
