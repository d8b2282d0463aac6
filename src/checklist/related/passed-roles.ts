import { namesAction } from '../../evidence/aws-words/names-action.ts';
import { saysManagedRule } from '../../evidence/managed-rule.ts';
import { namedCaller } from '../../evidence/named-caller.ts';
import { isPassRole, servicePrefix } from '../../model/actions.ts';
import { isAccountId, parseArn } from '../../model/arn.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Question } from '../../model/question.ts';
import { unnamedRole } from '../../model/unnamed-resource.ts';
import { passedToService } from '../../reference/services/passed-to-service.ts';
import { alwaysPassesRole, rolesPassedBy } from '../../reference/services/role-operations.ts';
import { type RelatedQuestion, sameCaller } from './related-question.ts';

/**
 * An operation that takes a role needs iam:PassRole on it. Which operations take one is derived from the names of their inputs, so it is only
 * likely. Where neither the text nor the request context shows the role, it is asked for some role of the caller's account: a policy may
 * allow that for every role or for none. Of an operation that is also called without a role this is asked only where its own action is not
 * what is known to be denied.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export function passedRoles(denialCase: DenialCase, question: Question): readonly RelatedQuestion[] {
  const { request } = denialCase;
  if (request === null || isPassRole(request.action) || servicePrefix(request.action) === 'sts') return [];
  const members = rolesPassedBy(request.action);
  if (members === undefined || saysManagedRule(denialCase)) return [];
  const [named, ...others] = rolesNamed(denialCase);
  if (named !== undefined && others.length === 0)
    return [asking(named, `${request.action} likely passes this role (${members.join(', ')})`, members)];
  const { partition, account } = request.principal;
  const always = alwaysPassesRole(request.action);
  if (account === null || named !== undefined || !(always || mayBeWhatIsDenied(denialCase))) return [];
  const where = `the caller needs iam:PassRole on it (${members.join(', ')})`;
  const why = always
    ? `${request.action} passes a role: ${where}`
    : `where ${request.action} is given a role, ${where}, and the text does not say which of the two was denied`;
  return [asking(unnamedRole(partition, account), why, members)];

  function asking(role: string, why: string, [member, ...others]: readonly string[]): RelatedQuestion {
    const service = passedToService(
      request?.action ?? '',
      others.length === 0 ? member : undefined,
      parseArn(role)?.partition ?? 'aws',
    );
    return {
      why,
      question: sameCaller(denialCase, question, {
        action: 'iam:PassRole',
        resource: role,
        service: service.status === 'known' ? service.host : null,
      }),
    };
  }
}

/**
 * True where AWS denied the call and says nothing of the action: then it may be any of those that the call needs, and the one that it is
 * named after is not known to be denied.
 */
function mayBeWhatIsDenied(denialCase: DenialCase): boolean {
  const { denial, verdict } = denialCase;
  return denial !== null && verdict?.allowed !== 'no' && !namesAction(denialCase);
}

/** The roles that appear and are not the caller's own; of several, none is known to be the one. */
function rolesNamed(denialCase: DenialCase): readonly string[] {
  const own = namedCaller(denialCase).arn;
  const roles = new Set([...rolesInContext(denialCase), ...rolesInText(denialCase.text)]);
  if (own !== null) roles.delete(own);
  return [...roles];
}

/** Services have keys of their own for the role, such as `cloudformation:RoleArn`; the global keys are about the caller. */
function rolesInContext({ request }: DenialCase): readonly string[] {
  if (request === null) return [];
  return [...request.context.entries()].flatMap(([key, value]) =>
    value.status === 'known' && !key.toLowerCase().startsWith('aws:') ? value.values.filter(isRole) : [],
  );
}

const ROLE = /\barn:aws[a-z-]{0,16}:iam::\d{12}:role\/[\w+=,.@/-]{1,576}/g;

function rolesInText(text: string): readonly string[] {
  // A sentence may end right behind the ARN.
  return (text.slice(0, 65_536).match(ROLE) ?? []).map((arn) => arn.replace(/[.,]$/, ''));
}

function isRole(value: string): boolean {
  const arn = parseArn(value);
  return arn?.service === 'iam' && /^role\/[\w+=,.@/-]+$/.test(arn.resource) && isAccountId(arn.account);
}
