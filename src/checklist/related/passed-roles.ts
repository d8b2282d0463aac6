import { namedCaller } from '../../evidence/named-caller.ts';
import { parseArn } from '../../model/arn.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Question } from '../../model/question.ts';
import { passedToService } from '../../reference/passed-to-service.ts';
import { rolesPassedBy } from '../../reference/role-operations.ts';
import { type RelatedQuestion, sameCaller } from './related-question.ts';

/**
 * An operation that takes a role needs iam:PassRole on it. Which operations take one is derived from the names of their inputs, so it is only
 * likely. It can be evaluated only where the text or the request context shows the role.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export function passedRoles(denialCase: DenialCase, question: Question): readonly RelatedQuestion[] {
  const { request } = denialCase;
  if (request === null || /^(iam:passrole|sts:.*)$/i.test(request.action)) return [];
  const members = rolesPassedBy(request.action);
  if (members === undefined) return [];
  const role = roleOf(denialCase);
  if (role === undefined) return [];
  const [member, ...others] = members;
  const service = passedToService(
    request.action,
    others.length === 0 ? member : undefined,
    parseArn(role)?.partition ?? 'aws',
  );
  return [
    {
      why: `${request.action} likely passes this role (${members.join(', ')})`,
      question: sameCaller(denialCase, question, {
        action: 'iam:PassRole',
        resource: role,
        service: service.status === 'known' ? service.host : null,
      }),
    },
  ];
}

/** The one role that appears and is not the caller's own; of two, it would be a guess. */
function roleOf(denialCase: DenialCase): string | undefined {
  const own = namedCaller(denialCase).arn;
  const roles = new Set([...rolesInContext(denialCase), ...rolesInText(denialCase.text)]);
  if (own !== null) roles.delete(own);
  const [role, ...others] = roles;
  return others.length === 0 ? role : undefined;
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
  return arn?.service === 'iam' && /^role\/[\w+=,.@/-]+$/.test(arn.resource) && /^\d{12}$/.test(arn.account);
}
