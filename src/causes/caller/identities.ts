import { layerVerdict } from '../../evidence/blockers/verdict-layers.ts';
import { callerEvidence } from '../../evidence/caller-evidence.ts';
import { hasVariable, profileOf, variableEvidence } from '../../evidence/job-environment.ts';
import { documentOf, principalsOf } from '../../evidence/policy-lookup.ts';
import { statementEvidence } from '../../evidence/statement-evidence.ts';
import { callerWords, placeOfStatement } from '../../evidence/words.ts';
import { advise } from '../../grants/advise.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import { type Principal, parsePrincipal } from '../../model/principal.ts';
import type { StatementFinding } from '../../model/verdict.ts';
import { type BlockerCause, blockerCause, type CaseCause, caseCause } from '../cause.ts';

const NO_DENIAL = 'there is no error text';

/** The call was made with another identity than the one that was meant. The likely ones stand beside one that is certain. */
export const intendedIdentity = [
  caseCause({
    id: 'caller.environment-over-profile',
    layer: null,
    find(denialCase) {
      const { currentIdentity, principal } = denialCase.facts;
      if (denialCase.denial === null) return NO_DENIAL;
      const profile = profileOf(denialCase);
      if (profile === undefined) return 'the environment names no profile';
      if (!hasVariable(denialCase, 'AWS_ACCESS_KEY_ID')) return 'the environment has no access key';
      if (currentIdentity.status !== 'known') return 'whose the keys in the environment are is not known';
      const { arn } = currentIdentity.value;
      if (principal !== null && arn !== principal.arn)
        return 'the caller is not the identity of the keys in the environment';
      return {
        summary: `AWS_PROFILE names ${profile}, but the keys in the environment come first, and they are of ${arn}`,
        evidence: [
          variableEvidence(`AWS_ACCESS_KEY_ID and AWS_PROFILE=${profile} are both set`),
          { kind: 'answer', call: 'sts:GetCallerIdentity', text: arn },
        ],
        certainty: 'likely',
        remedies: [
          advise(
            'unset AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, if the profile was meant',
            'you',
            ['aws', 'sts', 'get-caller-identity', '--profile', profile],
          ),
        ],
      };
    },
  }),
  caseCause({
    id: 'caller.other-identity',
    layer: null,
    find(denialCase) {
      if (denialCase.denial === null) return NO_DENIAL;
      const named = currentIdentityNamed(denialCase);
      if (named === undefined) return 'no policy is known to name the current identity, and not the caller';
      const evidence = callerEvidence(
        denialCase,
        { kind: 'answer', call: 'sts:GetCallerIdentity', text: named.arn },
        statementEvidence(denialCase, named.statement, named.pointer),
      );
      if (evidence === undefined) return 'the ARN of the caller is not known';
      return {
        summary: `The call was made as ${denialCase.facts.principal?.arn ?? ''}, but ${placeOfStatement(denialCase, named.statement)} names the identity you have now, ${named.arn}`,
        evidence,
        certainty: 'likely',
        remedies: [advise('let the program use the credentials that you have now, if those were meant')],
      };
    },
  }),
  caseCause({
    id: 'caller.not-the-jobs-role',
    layer: null,
    find(denialCase) {
      const { principal, principalFrom } = denialCase.facts;
      if (denialCase.denial === null) return NO_DENIAL;
      const arn = denialCase.environment.variables['AWS_ROLE_ARN'];
      const meant = arn === undefined ? undefined : roleNameIn(arn);
      if (meant === undefined) return 'AWS_ROLE_ARN names no role';
      if (principalFrom === 'current-identity') return 'the caller is not named';
      if (!/^(user|role|session)$/.test(principal?.type ?? '')) return 'the caller is neither a user nor a role';
      if (principal?.name === meant) return 'the caller is the role of the job';
      // A job may go on from its own role to a next one, and AWS_ROLE_ARN names the next one.
      if (denialCase.request?.resource?.endsWith(`/${meant}`) === true) return 'the call is about the role of the job';
      const evidence = callerEvidence(denialCase, variableEvidence(`AWS_ROLE_ARN=${arn}`));
      if (evidence === undefined) return 'the ARN of the caller is not known';
      return {
        summary: `The job is to run as ${meant} (AWS_ROLE_ARN), but the call was made as ${principal?.name ?? ''}`,
        evidence,
        certainty: 'likely',
        remedies: [
          advise('remove keys and profiles that come before the web identity token', 'you', [
            'aws',
            'configure',
            'list',
          ]),
        ],
      };
    },
  }),
  /** Names are unique whatever the path: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names */
  caseCause({
    id: 'caller.path',
    layer: null,
    find({ facts, verdict }) {
      const { callerEntity, principal, principalFrom } = facts;
      if (principalFrom !== 'option' || principal === null) return 'the text or AWS’s record names the caller';
      if (callerEntity.status !== 'absent') return 'the caller is not known to be missing';
      if (verdict?.allowed === 'yes') return 'the policies allow the request';
      const { instead, call, on } = callerEntity;
      if (instead === undefined) return 'no user or role of that name has another path';
      return {
        summary: `There is no ${principal.arn}: the ${callerWords(principal)} has the ARN ${instead}`,
        evidence: [
          { kind: 'absent', call, on },
          { kind: 'answer', call, text: instead },
        ],
        remedies: [
          {
            kind: 'rename',
            part: 'principal',
            arn: instead,
            certain: true,
            summary: `ask with ${instead}`,
            who: 'you',
          },
        ],
      };
    },
  }),
] as const satisfies readonly CaseCause[];

/** Why a caller has no permissions at all. */
export const missingCaller = [
  blockerCause({
    kind: 'missing-allow',
    id: 'caller.deleted',
    explain(_blocker, { facts: { callerEntity, principal } }) {
      if (callerEntity.status !== 'absent') return 'the caller is not known to be missing';
      if (!/^(user|role|session)$/.test(principal?.type ?? '')) return 'the caller is neither a user nor a role';
      const { instead } = callerEntity;
      return {
        summary: missingWords(principal, instead),
        evidence: [{ kind: 'absent', call: callerEntity.call, on: callerEntity.on }],
        remedies: [
          advise(
            instead === undefined
              ? 'use credentials of a principal that exists, or create it again and get a new session'
              : `use credentials of ${instead}`,
          ),
        ],
      };
    },
  }),
] as const satisfies readonly BlockerCause[];

interface CurrentIdentityNamed {
  readonly arn: string;
  readonly statement: StatementFinding;
  readonly pointer: string;
}

/** An Allow in the resource's policy that names the current identity, and not the caller. */
function currentIdentityNamed(denialCase: DenialCase): CurrentIdentityNamed | undefined {
  const { currentIdentity, principal, principalFrom } = denialCase.facts;
  if (currentIdentity.status !== 'known' || principalFrom === 'current-identity') return undefined;
  const current = parsePrincipal(currentIdentity.value.arn);
  if (current === undefined || principal === null || denialCase.verdict === null) return undefined;
  if (current.name === principal.name && current.account === principal.account) return undefined;
  const { statements } = layerVerdict(denialCase.verdict, denialCase.verdict.resourceLayer);
  for (const statement of statements) {
    if (statement.effect !== 'Allow' || statement.elements.principal !== 'no') continue;
    for (const { value, pointer } of principalsOf(documentOf(denialCase, statement), statement)) {
      const named = parsePrincipal(value);
      // A root user has no name.
      if (current.name !== '' && named?.name === current.name && named.account === current.account)
        return { arn: currentIdentity.value.arn, statement, pointer };
    }
  }
  return undefined;
}

/** The name of the role that a whole ARN names. */
function roleNameIn(arn: string): string | undefined {
  return /^arn:aws[a-z-]*:iam::\d{12}:role\/(?:.*\/)?([\w+=,.@-]{1,64})$/.exec(arn)?.[1];
}

/** The name of a user or role may exist under another path: it is certain only that nothing has this ARN. */
function missingWords(principal: Principal | null, instead: string | undefined): string {
  if (principal === null || principal.type === 'session')
    return `The ${callerWords(principal)} no longer exists, so it has no permissions`;
  const other = instead === undefined ? '' : `: the ${callerWords(principal)} has the ARN ${instead} now`;
  return `There is no ${principal.arn}, so it has no permissions${other}`;
}
