import { isPermissionSet, permissionSetPattern } from '../model/aws-names.ts';
import type { PolicyStatement } from '../model/requirement.ts';
import { oneOrMore } from '../policy/one-or-more.ts';

/**
 * The ARNs of the one role that has this name, as patterns: names are unique in an account, whatever the path. `roles` is
 * `arn:aws:iam::111122223333:role/`. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export function underAnyPath(roles: string, name: string): readonly string[] {
  return isPermissionSet(name) ? [permissionSetPattern(roles, name)] : [`${roles}${name}`, `${roles}*/${name}`];
}

/**
 * The Condition that narrows an Allow for everyone down to this user or role.
 * @param arn the ARN; of a role whose path is not known, the one that it has without a path
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn
 */
export function callerCondition(arn: string, isPathKnown: boolean): PolicyStatement {
  const [, roles, name] = (isPathKnown ? null : /^(arn:[^/]*:role\/)([^/]+)$/.exec(arn)) ?? [];
  return roles === undefined || name === undefined
    ? { ArnEquals: { 'aws:PrincipalArn': arn } }
    : { ArnLike: { 'aws:PrincipalArn': oneOrMore(underAnyPath(roles, name)) } };
}
