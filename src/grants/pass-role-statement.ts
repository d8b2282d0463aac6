import { callerWords } from '../evidence/words.ts';
import { isPassRole, servicePrefix } from '../model/actions.ts';
import type { DenialCase } from '../model/denial-case.ts';
import { type Gap, notGiven } from '../model/gap.ts';
import type { Remedy } from '../model/remedy.ts';
import { isUnnamedRole } from '../model/unnamed-resource.ts';
import { compactJson } from '../policy/compact-json.ts';
import { rolesPassedBy } from '../reference/services/role-operations.ts';
import { advise } from './advise.ts';
import { permissionStatement } from './grant-statement.ts';
import { ownerOf } from './owners.ts';

/** True where a role is passed, and nothing shows which one. */
export function passesUnnamedRole({ request }: DenialCase): boolean {
  return request !== null && isPassRole(request.action) && isUnknownRole(request.resource);
}

function isUnknownRole(resource: string | null): boolean {
  return resource === null || isUnnamedRole(resource);
}

/**
 * The statement that lets the caller pass a role of which nothing shows the name: for every role of the account it would be too much. What
 * is missing stands in it as a word in capitals.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export function allowPassingRole(denialCase: DenialCase): Remedy {
  const host = passedTo(denialCase);
  const statement = permissionStatement({
    action: 'iam:PassRole',
    resource: 'ROLE_ARN',
    passedTo: host ?? 'SERVICE_HOST',
  });
  const words = [
    `add this statement to a policy of ${callerWords(denialCase.facts.principal)}: ${compactJson(statement)}`,
    `ROLE_ARN is the ARN of the role that is passed, with its path${isInProfile(denialCase) ? ', which is in the instance profile' : ''}`,
    ...(host === undefined ? ['SERVICE_HOST is the service it is passed to, such as lambda.amazonaws.com'] : []),
  ];
  return advise(words.join('; '), ownerOf('identity', denialCase), showRole(denialCase));
}

/** What the statement does not show: the role, and the service that gets it. */
export function passRoleGaps(denialCase: DenialCase): readonly Gap[] {
  if (!passesUnnamedRole(denialCase)) return [];
  const service = denialCase.request?.context.get('iam:PassedToService');
  return [
    notGiven({ what: 'the ARN of the role to pass', toPass: 'resource' }),
    ...(service?.status === 'unknown' ? [service.gap] : []),
  ];
}

function passedTo({ request }: DenialCase): string | undefined {
  const service = request?.context.get('iam:PassedToService');
  return service?.status === 'known' ? service.values[0] : undefined;
}

/** The command that shows the ARN: of the role in the profile, or of all roles to choose from. */
function showRole(denialCase: DenialCase): readonly string[] {
  return isInProfile(denialCase)
    ? [
        ...['aws', 'iam', 'get-instance-profile', '--instance-profile-name', 'PROFILE_NAME'],
        ...['--query', 'InstanceProfile.Roles[].Arn'],
      ]
    : ['aws', 'iam', 'list-roles', '--query', 'Roles[].Arn'];
}

/** Does the call name the role by an instance profile? */
function isInProfile({ denial, relatedTo }: DenialCase): boolean {
  const call = relatedTo?.request?.action ?? denial?.action ?? '';
  const operation = relatedTo?.denial?.operation ?? denial?.operation ?? null;
  const action = isPassRole(call) || servicePrefix(call) === '' ? `ec2:${operation}` : call;
  return rolesPassedBy(action)?.some((member) => /instanceprofile/i.test(member)) === true;
}
