import type { CallName } from '../ask/calls.ts';

/** How many round trips may follow from an answer, one after the other, where it is not one. */
const TRIPS_BEHIND: Partial<Record<CallName, number>> = {
  // No answer counts before it is known whose it is.
  'sts:GetCallerIdentity': 3,
  'iam:ListGroupsForUser': 3,
  'iam:ListAttachedGroupPolicies': 2,
  'iam:ListAttachedUserPolicies': 2,
  'iam:ListAttachedRolePolicies': 2,
  // A boundary is a policy, and its versions are asked for next.
  'iam:GetUser': 2,
  'iam:GetRole': 2,
  'iam:ListAccessKeys': 0,
  'iam:GetRolePolicy': 0,
  'iam:GetUserPolicy': 0,
  'iam:GetGroupPolicy': 0,
  'iam:GetPolicyVersion': 0,
  'organizations:ListParents': 3,
  'organizations:DescribeAccount': 2,
  'organizations:ListRoots': 2,
  'organizations:DescribePolicy': 0,
  'organizations:DescribeOrganizationalUnit': 0,
};

/** Where not everything can be sent at once, what the longest way may follow from goes first. */
export function urgencyOf(call: string): number {
  return Object.hasOwn(TRIPS_BEHIND, call) ? (TRIPS_BEHIND[call as CallName] ?? 1) : 1; // hasOwn just proved it
}
