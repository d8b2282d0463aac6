import { findQuote, quoteCode } from '../../evidence/aws-words/find-quote.ts';
import { resourceLayerIn } from '../../evidence/aws-words/stated-reason.ts';
import { deniedAction } from '../../evidence/denied-action.ts';
import { callerWords } from '../../evidence/words.ts';
import { advise } from '../../grants/advise.ts';
import { commandsToReadLayer } from '../../grants/commands-to-read.ts';
import { actsOnTrust } from '../../model/actions.ts';
import { formatArn, isAccountId, isCutArn, nameWithoutPath, parseArn } from '../../model/arn.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { AnswerEvidence } from '../../model/evidence.ts';
import type { Entity } from '../../model/facts.ts';
import { assumedInstead } from '../../model/no-role.ts';
import { shortName } from '../../model/short-name.ts';
import { isUnsetValue } from '../../model/unset-value.ts';
import { serviceRoleOf } from '../../reference/services/service-roles.ts';
import { clockOf } from '../../request/clock.ts';
import { type CaseCause, caseCause, type WhyNot } from '../cause.ts';

const NOT_TRUST: WhyNot = 'the resource is not a role to be assumed';

/**
 * What is wrong with a role that no blocker shows. A resource that is not a role comes first: what holds of roles does not hold of it.
 * The others are likely, and stay beside one another.
 */
export const trustCase = [
  // "The Amazon Resource Name (ARN) of the role to assume": https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
  caseCause({
    id: 'trust.not-a-role',
    layer: null,
    find(denialCase) {
      const { request, denial } = denialCase;
      const resource = request?.resource ?? denial?.resource ?? null;
      const kind = assumedInstead(deniedAction(denialCase), resource);
      if (kind === undefined || resource === null) return 'the resource is a role, or the call does not assume one';
      return {
        summary: `${shortName(resource)} is ${kind}, not a role: only roles can be assumed`,
        evidence: [
          findQuote(denialCase, [resource]) ?? { kind: 'answer', call: 'ARN of the resource', text: resource },
        ],
        certainty: 'evaluated',
        beyondPolicies: true,
        remedies: [advise('pass the ARN of a role')],
      };
    },
  }),
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
  caseCause({
    id: 'trust.arn-without-account',
    layer: null,
    find(denialCase) {
      const { request, denial } = denialCase;
      const resource = request?.resource ?? denial?.resource ?? null;
      if (resource === null || !actsOnTrust(deniedAction(denialCase))) return NOT_TRUST;
      const arn = parseArn(resource);
      if (arn?.service !== 'iam' || !arn.resource.startsWith('role/')) return 'the resource is not the ARN of a role';
      if (isCutArn(resource) && isCutArn(denial?.caller ?? ''))
        return 'the caller has no account either: the text was cut';
      const lacks = accountLacks(arn.account, parseArn(denial?.caller ?? '')?.account);
      if (lacks === undefined) return 'the ARN has an account, or one that the text may have masked';
      const whole = formatArn({ ...arn, account: 'ACCOUNT_ID' });
      return {
        summary: `The ARN of the role, ${resource}, ${lacks}: there is no such role; what builds the ARN ${arn.account === '' || !/^\d+$/.test(arn.account) ? 'left the account out' : 'changed the account, as a number loses its leading zeros'}`,
        evidence: [
          findQuote(denialCase, [resource]) ?? { kind: 'answer', call: 'ARN of the resource', text: resource },
        ],
        certainty: arn.account === '' ? 'evaluated' : 'likely',
        beyondPolicies: true,
        remedies: [
          advise(
            `name the role by its full ARN, with the account: ${whole}; check where the ARN is built for an account variable or setting that is empty or not set`,
          ),
        ],
      };
    },
  }),
  caseCause({
    id: 'trust.role-name-not-set',
    layer: null,
    find(denialCase) {
      const { request, denial } = denialCase;
      const resource = request?.resource ?? denial?.resource ?? null;
      if (resource === null || !(actsOnTrust(deniedAction(denialCase)) || denial?.kind === 'service-cannot-assume'))
        return NOT_TRUST;
      const path = parseArn(resource)?.resource ?? '';
      if (!path.startsWith('role/') || !isUnnamed(path)) return 'the name of the role is a name';
      const left = nameWithoutPath(path);
      return {
        summary: `The ARN of the role, ${resource}, has ${left === '' ? 'no name' : `no name of a role, but “${left}”`}: a variable or setting was empty or not set where it was built`,
        evidence: [
          findQuote(denialCase, [resource]) ?? { kind: 'answer', call: 'ARN of the resource', text: resource },
        ],
        certainty: 'likely',
        beyondPolicies: true,
        remedies: [
          advise(
            'look where the ARN of the role is put together (task definition, template, environment of the deployment), and set the variable that names the role',
          ),
        ],
      };
    },
  }),
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency
  caseCause({
    id: 'trust.just-created',
    layer: 'trust',
    find(denialCase) {
      const { denial, verdict, now } = denialCase;
      if (resourceLayerIn(denialCase) !== 'trust') return NOT_TRUST;
      if (denial === null) return 'no denial was given';
      if (verdict?.allowed !== 'yes') return 'the policies do not allow the request';
      const fresh = createdWhere(denialCase, (created) => {
        const age = (now.getTime() - created) / 1000;
        return age >= 0 && age <= FRESH_SECONDS;
      });
      if (fresh === undefined) return 'neither the role nor the caller is known to be new';
      return {
        summary: `The ${fresh.kind} ${fresh.name} was created right before the call: it had not propagated yet (IAM is eventually consistent)`,
        evidence: [fresh.evidence],
        certainty: 'likely',
        remedies: [advise('try again; where a script creates the role, let it wait until the call works')],
      };
    },
  }),
  // What is read now may not have existed when the call was made: https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html
  caseCause({
    id: 'trust.created-after',
    layer: 'trust',
    find(denialCase) {
      const { denial, text, now, verdict } = denialCase;
      if (resourceLayerIn(denialCase) !== 'trust') return NOT_TRUST;
      if (denial === null) return 'no denial was given';
      if (verdict === null || verdict.allowed === 'no') return 'the policies as they are now do not allow the request';
      if (clockOf(text, now, 'now').from !== 'the log line') return 'the text does not show when the call was made';
      const later = createdWhere(denialCase, (created) => created > now.getTime());
      if (later === undefined) return 'neither the role nor the caller is known to be newer than the call';
      return {
        summary: `The ${later.kind} was not there yet: ${later.name} was created ${whenWords(later.created, now)}`,
        evidence: [later.evidence],
        certainty: 'likely',
        remedies: [advise(`run it again: the ${later.kind} is there now`)],
      };
    },
  }),
  caseCause({
    id: 'trust.service-refused',
    layer: 'trust',
    find(denialCase) {
      const { denial, verdict, facts } = denialCase;
      if (denial?.kind !== 'service-cannot-assume') return 'no service says that it cannot assume the role';
      if (resourceLayerIn(denialCase) !== 'trust') return NOT_TRUST;
      if (verdict !== null && verdict.layers.resource.status !== 'unreadable') return 'the trust policy could be read';
      if (denial.resource !== null && isUnnamed(denial.resource)) return 'the name of the role was not set';
      const isRole = serviceRoleOf(denial.callerName) !== undefined;
      const who = isRole
        ? `${denial.callerName}`
        : facts.principal === null
          ? 'the service'
          : callerWords(facts.principal);
      const role = denialCase.request?.resource ?? denial.resource;
      const name = role === null ? 'the role' : shortName(role);
      const message = denialCase.text.trim().split(/\s+/).join(' ');
      return {
        summary: `The trust policy of ${name} does not name ${who}, or ${name} does not exist yet`,
        evidence: [
          (message === '' ? quoteCode(denialCase) : undefined) ?? {
            kind: 'quote',
            text: cutMessage(message),
            lines: denial.lines,
          },
        ],
        certainty: 'likely',
        remedies: [
          advise(
            `let the trust policy of ${name} name ${who} under Principal.${isRole ? 'AWS' : 'Service'}`,
            'role-owner',
            ...commandsToReadLayer('trust', denialCase),
          ),
        ],
      };
    },
  }),
] as const satisfies readonly CaseCause[];

/** Is there no name after the last slash, or what a variable leaves that was not set? */
function isUnnamed(arn: string): boolean {
  const name = nameWithoutPath(arn);
  return name === '' || isUnsetValue(name);
}

/**
 * What is wrong with the account of an ARN: none, what a variable leaves that was not set, or digits that a number lost. Undefined for an
 * account, and for a mask. People who share an error shorten account ids: too few digits show something only where the caller of the same
 * text has its whole account.
 */
function accountLacks(account: string, callers: string | undefined): string | undefined {
  if (account === '') return 'has no account';
  if (isUnsetValue(account) || ['$', '{', '}'].some((sign) => account.includes(sign)))
    return `has no account, but ${account}`;
  const isShort = /^\d+$/.test(account) && !isAccountId(account);
  return isShort && callers !== undefined && isAccountId(callers)
    ? `has an account id of ${account.length} digits instead of 12, ${account}`
    : undefined;
}

/** New roles and users are known everywhere within seconds, rarely minutes. */
const FRESH_SECONDS = 120;

/** A longer text is cut: what the service says is at its beginning. */
const LONGEST_QUOTE = 300;

function cutMessage(message: string): string {
  return message.length > LONGEST_QUOTE ? `${message.slice(0, LONGEST_QUOTE)}…` : message;
}

interface Created extends Pick<Entity, 'kind' | 'name'> {
  readonly created: string;
  readonly evidence: AnswerEvidence;
}

/** The role, or else the caller, if it was created at a time (in milliseconds) that fits. */
function createdWhere({ facts }: DenialCase, fits: (created: number) => boolean): Created | undefined {
  for (const entity of [facts.role?.entity, facts.callerEntity]) {
    if (entity?.status !== 'known' || entity.value.created === null) continue;
    const { kind, name, arn, created } = entity.value;
    if (!fits(Date.parse(created))) continue;
    const call = kind === 'role' ? 'iam:GetRole' : 'iam:GetUser';
    return { kind, name, created, evidence: { kind: 'answer', call, text: `${arn} was created ${created}` } };
  }
  return undefined;
}

/** `on 2026-11-25, after this call (2026-11-20)`; the times where it was the same day. */
function whenWords(created: string, call: Date): string {
  const [made, called] = [new Date(created).toISOString(), call.toISOString()];
  const [day, callDay] = [made.slice(0, 10), called.slice(0, 10)];
  return day === callDay ? `at ${made}, after this call (${called})` : `on ${day}, after this call (${callDay})`;
}
