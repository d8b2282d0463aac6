import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { layerFact, policiesOf } from '../../evidence/policy-lookup.ts';
import { targetRole } from '../../evidence/target-role.ts';
import { advise } from '../../grants/advise.ts';
import { grantStatement } from '../../grants/grant-statement.ts';
import { parseArn } from '../../model/arn.ts';
import { bootstrapCommand, type CdkRole, cdkRoleName, cdkRoleOf, EXECUTION_POLICIES } from '../../model/cdk-role.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Remedy } from '../../model/remedy.ts';
import { shortName } from '../../model/short-name.ts';
import { readPolicy } from '../../policy/read-policy.ts';
import { blockerCause } from '../cause.ts';
import { missingRole } from './missing-role.ts';

/** A role that the CDK bootstraps is missing, or does not trust the account that deploys. https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html */
export const cdkBootstrap = blockerCause({
  kind: 'missing-allow',
  id: 'trust.cdk-bootstrap',
  explain(blocker, denialCase) {
    const role = cdkRole(denialCase);
    if (role === undefined) return 'the role has no name that the CDK gives to its bootstrap roles';
    const missing = missingRole(denialCase);
    const caller = denialCase.facts.principal?.account ?? null;
    if (missing !== undefined) {
      const other = missing.similar.find((arn) => isOfOtherQualifier(arn, role));
      const none = `there is no ${role.kind} role of qualifier ${role.qualifier}`;
      if (other === undefined)
        return {
          summary: `${role.account} in ${role.region} is not bootstrapped for the CDK${hasOthersListed(denialCase) ? '' : ` under the qualifier ${role.qualifier}`}: ${none}`,
          evidence: [missing.evidence],
          remedies: [bootstrap(role, caller, denialCase)],
        };
      return {
        summary: `${role.account} in ${role.region} is bootstrapped for the CDK under a different qualifier: ${none}, but ${shortName(other)}`,
        evidence: [missing.evidence, { kind: 'answer', call: 'iam:ListRoles', text: other }],
        remedies: [deployWith(other, role)],
      };
    }
    const trusted = trustedAccounts(role, denialCase);
    if (caller !== null && trusted.includes(caller)) return 'the role trusts the account of the caller';
    const attached = denialCase.facts.role?.executionPolicies ?? [];
    const listed: readonly Evidence[] =
      attached.length === 0
        ? []
        : [{ kind: 'answer', call: 'iam:ListAttachedRolePolicies', text: attached.join(', ') }];
    return {
      summary: `The CDK's ${role.kind} role in ${role.account} does not trust the caller: the environment was bootstrapped without --trust ${caller ?? ''}${executionWords(attached, role)}`,
      evidence: [...allowEvidence(blocker, denialCase), ...listed],
      remedies: [bootstrap(role, caller, denialCase)],
    };
  },
});

function executionWords(attached: readonly string[], role: CdkRole): string {
  return attached.length === 0
    ? ''
    : `; its execution role, ${cdkRoleName(role, 'cfn-exec')}, has ${attached.map((arn) => shortName(arn)).join(', ')}`;
}

/** False where it may be bootstrapped under a different qualifier. */
function hasOthersListed({ facts: { role } }: DenialCase): boolean {
  return role !== null && role.similar.status !== 'unreadable';
}

function isOfOtherQualifier(arn: string, role: CdkRole): boolean {
  const other = cdkRoleOf(shortName(arn));
  return other?.kind === role.kind && other.region === role.region && other.qualifier !== role.qualifier;
}

function deployWith(arn: string, { qualifier }: CdkRole): Remedy {
  const other = cdkRoleOf(shortName(arn))?.qualifier ?? '';
  return {
    kind: 'rename',
    part: 'resource',
    arn,
    certain: false,
    summary: `deploy with the qualifier ${other} (cdk deploy --context @aws-cdk/core:bootstrapQualifier=${other}), or bootstrap ${qualifier} as well if that is meant`,
    who: 'you',
  };
}

function cdkRole(denialCase: DenialCase): CdkRole | undefined {
  const [, name] = /^role\/([^/]+)$/.exec(parseArn(targetRole(denialCase) ?? '')?.resource ?? '') ?? [];
  return name === undefined ? undefined : cdkRoleOf(name);
}

/** The accounts that the role trusts already, but for its own: `--trust` replaces the list that there was. */
function trustedAccounts({ account }: CdkRole, { facts }: DenialCase): readonly string[] {
  const trust = facts.role?.trustPolicy;
  if (trust?.status !== 'known') return [];
  const named = readPolicy(trust.value)
    .statements.filter(({ effect, principal }) => effect === 'Allow' && principal?.negated === false)
    .flatMap(({ principal }) => principal?.entries ?? [])
    .flatMap(({ kind, value }) =>
      kind === 'AWS' ? (/^(?:arn:[^:]*:iam::)?(\d{12})(?::root)?$/.exec(value)?.[1] ?? []) : [],
    );
  return [...new Set(named)].filter((one) => one !== account);
}

/**
 * Bootstraps the environment again, trusting the account of the caller beside those that are trusted. With --trust the CDK wants to be given
 * the policies of the role that deploys; broad ones are not for us to propose.
 * https://docs.aws.amazon.com/cdk/v2/guide/ref-cli-cmd-bootstrap.html
 */
function bootstrap(role: CdkRole, caller: string | null, denialCase: DenialCase): Remedy {
  const { account, region, kind } = role;
  const again = `bootstrap ${account} in ${region}${missingRole(denialCase) === undefined ? ' again' : ''}`;
  if (caller === null || caller === account) return advise(again, 'role-owner', bootstrapCommand(role));
  const kept = trustedAccounts(role, denialCase);
  const also = kept.length === 0 ? '' : `, trusting ${caller} in addition to ${kept.join(', ')}`;
  const flag = kind === 'lookup' ? '--trust-for-lookup' : '--trust';
  const trust = [...kept, caller].flatMap((one) => [flag, one]);
  if (kind === 'lookup')
    return trusting(advise(`${again}${also}`, 'role-owner', bootstrapCommand(role, ...trust)), caller, denialCase);
  const policies = denialCase.facts.role?.executionPolicies;
  const isKept = policies !== undefined && policies.length > 0 && !policies.some(isAdministrator);
  const how = isKept
    ? ', with the execution policies that it has'
    : `; ${EXECUTION_POLICIES} are the policies that you choose for what is deployed: with --trust there is no default`;
  const execution = isKept ? policies.join(',') : EXECUTION_POLICIES;
  const replaced = policies === undefined && missingRole(denialCase) === undefined ? REPLACED : '';
  const command = bootstrapCommand(role, ...trust, '--cloudformation-execution-policies', execution);
  const advice = advise(`${again}${also}${how}${replaced}`, 'role-owner', command);
  // A command with a word to fill in cannot be run as it is, so nothing is tried.
  return isKept ? trusting(advice, caller, denialCase) : advice;
}

/** Where the policies of the execution role could not be read. */
const REPLACED = ', and they replace those that the execution role has, which could not be read here';

/** The advice with what the command adds to the trust policy: the account, as the template of the CDK has it. */
function trusting(advice: Remedy, account: string, denialCase: DenialCase): Remedy {
  const [trust] = policiesOf(layerFact(denialCase, 'trust'));
  if (trust?.document.status !== 'known' || advice.kind !== 'advise') return advice;
  const statement = grantStatement('trust', { principal: { AWS: account }, action: 'sts:AssumeRole' });
  return { ...advice, adds: { policy: trust.ref, statement } };
}

function isAdministrator(arn: string): boolean {
  return shortName(arn) === 'AdministratorAccess';
}
