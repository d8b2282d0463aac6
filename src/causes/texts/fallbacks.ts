import type { CauseText } from './cause-text.ts';

/** The general causes of each layer, by id. */
export const FALLBACK_TEXTS = {
  'boundary.explicit-deny': {
    what: 'The caller’s permissions boundary explicitly denies the request.',
    why: 'A Deny statement in the boundary matches the request. It overrides every Allow.',
    fix: 'Have the owner of the boundary change that statement or exempt the caller.',
  },
  'boundary.condition': {
    what: 'The permissions boundary would allow the request, but one of its conditions is not met.',
    why: 'The request has a different value for the condition key than the boundary requires, or lacks the key.',
    fix: 'Send the request so that the condition is met, or have the owner of the boundary add the value.',
  },
  'boundary.near-miss': {
    what: 'The permissions boundary almost allows the request: only the action or the resource differs.',
    why: 'A typo, a missing path, a different account, or a wildcard that does not match as much as it seems to.',
    fix: 'Have the owner of the boundary add the action or resource beside the existing one.',
  },
  'boundary.no-allow': {
    what: 'The caller’s permissions boundary does not allow the request.',
    why: 'A boundary grants nothing; it sets the maximum. What it does not allow is denied whatever the caller’s other policies say.',
    fix: 'Have the owner of the boundary add an Allow for the request; an identity policy still has to grant it.',
  },
  'boundary.named-by-aws': {
    what: 'AWS says the caller’s permissions boundary denies the request; the statement itself could not be read.',
    why: 'These credentials may not read the boundary, or it has changed since.',
    fix: 'Read the caller’s boundary (the report names the missing permission), or have its owner run denytrace.',
  },
  'endpoint.explicit-deny': {
    what: 'The VPC endpoint policy explicitly denies the request.',
    why: 'A Deny statement in the endpoint policy matches the request.',
    fix: 'Have the owner of the endpoint exempt the caller in that statement or change it. An Allow elsewhere does not help.',
  },
  'endpoint.condition': {
    what: 'The VPC endpoint policy would allow the request, but one of its conditions is not met.',
    why: 'The request has a different value for the condition key than the policy requires, or lacks the key.',
    fix: 'Send the request so that the condition is met, or have the owner of the endpoint add the value.',
  },
  'endpoint.near-miss': {
    what: 'The VPC endpoint policy almost allows the request: only one element differs.',
    why: 'A different action, resource (buckets that AWS owns are easily forgotten) or principal.',
    fix: 'Have the owner of the endpoint add the action, resource or principal beside the existing one.',
  },
  'endpoint.no-allow': {
    what: 'The VPC endpoint policy does not allow the request.',
    why: 'An endpoint with a custom policy allows only what that policy allows, whatever the other policies say.',
    fix: 'Have the owner of the endpoint add an Allow for the request, or route the request around the endpoint.',
  },
  'endpoint.named-by-aws': {
    what: 'AWS says a VPC endpoint policy denies the request; the statement itself could not be read.',
    why: 'The request went through an endpoint whose policy was not given.',
    fix: 'Pass it with --endpoint-policy (aws ec2 describe-vpc-endpoints shows it), or ask the owner of the endpoint to check it.',
  },
  'identity.explicit-deny': {
    what: 'A policy attached to the caller, or to one of the caller’s groups, explicitly denies the request.',
    why: 'A Deny statement matches the request. It overrides every Allow in any policy.',
    fix: 'Change that statement: exempt the caller or the resource, or remove the statement if it is obsolete. An Allow elsewhere does not help.',
  },
  'identity.condition': {
    what: 'An identity policy would allow the request, but one of its conditions is not met.',
    why: 'The request has a different value for the condition key than the policy requires, or lacks the key.',
    fix: 'Send the request so that the condition is met (tag, MFA, network, region), or add the request’s value to the condition.',
  },
  'identity.near-miss': {
    what: 'An identity policy almost allows the request: only the action or the resource differs.',
    why: 'A missing path, a different account or partition, a typo, an API name instead of its IAM action, or a wildcard that does not match as much as it seems to.',
    fix: 'Add the requested action or resource and keep the existing one: others may rely on it.',
  },
  'identity.no-allow': {
    what: 'No identity policy of the caller allows the request, and one is required.',
    why: 'Everything is denied unless a policy allows it. Within one account a resource policy can allow it too; across accounts, and for most requests, the caller needs its own Allow.',
    fix: 'Attach a policy with the smallest statement that allows it: this action on this resource.',
  },
  'identity.named-by-aws': {
    what: 'AWS says an identity policy of the caller denies the request or none allows it; the statement itself could not be read.',
    why: 'These credentials may not read the caller’s policies, or they have changed since.',
    fix: 'Read the caller’s policies (the report names the missing permission), or have their administrator run denytrace.',
  },
  'rcp.explicit-deny': {
    what: 'A resource control policy of the organization that owns the resource explicitly denies the request.',
    why: 'A Deny in an RCP on the account of the resource matches the request: usually a data perimeter against callers from outside, or a requirement to use TLS. It applies to every caller, including those in other organizations.',
    fix: 'Have the administrator of that organization exempt the caller in the statement or change it. An Allow elsewhere does not help.',
  },
  'rcp.named-by-aws': {
    what: 'AWS says a resource control policy denies the request; the statement itself could not be read.',
    why: 'Resource control policies can be read only from the management account (or a delegated administrator account) of the organization that owns the resource.',
    fix: 'Have the administrator of that organization read the policies that apply to the account (denytrace --record there, --snapshot here) and change the one that denies.',
  },
  'resource.explicit-deny': {
    what: 'The resource policy explicitly denies the request.',
    why: 'A Deny statement in the policy of the bucket, key, queue, topic or secret matches the request. It overrides every Allow.',
    fix: 'Have the owner of the resource exempt the caller in that statement or change it. An Allow elsewhere does not help.',
  },
  'resource.condition': {
    what: 'The resource policy would allow the request, but one of its conditions is not met.',
    why: 'The request has a different value for the condition key than the policy requires, or lacks the key.',
    fix: 'Send the request so that the condition is met, or have the owner of the resource add the value.',
  },
  'resource.near-miss': {
    what: 'The resource policy almost allows the request: only the principal, action or resource differs.',
    why: 'A different account, a role with a different path or name, a session instead of its role, a deleted principal, or a bucket without its objects (bucket and bucket/*).',
    fix: 'Have the owner of the resource add the caller, action or resource beside the existing one.',
  },
  'resource.no-allow': {
    what: 'The resource policy does not allow the request, and an Allow is required there.',
    why: 'Across accounts, both the caller’s and the resource’s side must allow a request. A KMS key needs its key policy even within one account.',
    fix: 'Have the owner of the resource add the smallest statement that allows it: this caller, this action.',
  },
  'resource.named-by-aws': {
    what: 'AWS says the resource policy denies the request or does not allow it; the statement itself could not be read.',
    why: 'These credentials may not read the resource policy, or it has changed since.',
    fix: 'Pass it with --resource-policy, or ask the owner of the resource to check it.',
  },
  'scp.explicit-deny': {
    what: 'A service control policy of the organization explicitly denies the request.',
    why: 'A Deny in an SCP attached to the account, one of its OUs or the root matches the request. No policy inside the account can override it.',
    fix: 'Have the organization’s administrator exempt the caller in that statement or change it. An Allow elsewhere does not help.',
  },
  'scp.condition': {
    what: 'At one level of the organization a service control policy would allow the request, but one of its conditions is not met.',
    why: 'The request has a different value for the condition key than the policy requires, or lacks the key.',
    fix: 'Send the request so that the condition is met, or have the organization’s administrator add the value.',
  },
  'scp.near-miss': {
    what: 'At one level of the organization a service control policy almost allows the request: only one element differs.',
    why: 'The service or action is missing from the list of allowed ones or misspelled, or a wildcard does not match as much as it seems to.',
    fix: 'Have the organization’s administrator add the action beside the existing ones.',
  },
  'scp.no-allow': {
    what: 'At one level of the organization (root, OU or account) no service control policy allows the request.',
    why: 'Every level needs its own Allow. FullAWSAccess was detached there, or replaced by a list of allowed services without this one.',
    fix: 'Have the organization’s administrator add an Allow for the request at that level. It grants nothing by itself; the account’s own policies still decide.',
  },
  'scp.named-by-aws': {
    what: 'AWS says a service control policy of the organization denies the request; the statement itself could not be read.',
    why: 'SCPs can be read only from the management account or a delegated administrator account. AWS says “explicit deny” even where an Allow is missing.',
    fix: 'Have the organization’s administrator read the policies that apply to the account (denytrace --record there, --snapshot here) and change the one that denies.',
  },
  'session.explicit-deny': {
    what: 'The session policy explicitly denies the request.',
    why: 'A policy was passed when the session was created, and a Deny in it matches the request.',
    fix: 'Create the session again without that statement: the program that calls AssumeRole or GetFederationToken passes the policy.',
  },
  'session.condition': {
    what: 'The session policy would allow the request, but one of its conditions is not met.',
    why: 'The request has a different value for the condition key than the session policy requires, or lacks the key.',
    fix: 'Send the request so that the condition is met, or create the session again with the value added.',
  },
  'session.near-miss': {
    what: 'The session policy almost allows the request: only the action or the resource differs.',
    why: 'A typo, a different resource, or a wildcard that does not match as much as it seems to.',
    fix: 'Create the session again with the action or resource added to its policy.',
  },
  'session.no-allow': {
    what: 'The session policy does not allow the request.',
    why: 'A session may do only what both its role and its session policy allow (brokers, federation proxies and CI plugins pass one). A federated user without a session policy may do nothing.',
    fix: 'Have the program that creates the session pass a policy that allows the request, or none.',
  },
  'session.named-by-aws': {
    what: 'AWS says the session policy denies the request or does not allow it, and no AWS API shows it for an existing session.',
    why: 'It was passed when the session was created; the program that passed it and the AssumeRole event in CloudTrail have it.',
    fix: 'Pass it with --session-policy to see the statement, and change it where the session is created.',
  },
  'trust.explicit-deny': {
    what: 'The trust policy explicitly denies the request.',
    why: 'A Deny statement in the trust policy matches the request. It overrides every Allow.',
    fix: 'Have the owner of the role exempt the caller in that statement or change it. An Allow elsewhere does not help.',
  },
  'trust.condition': {
    what: 'The trust policy names the caller, but one of its conditions is not met.',
    why: 'The request has a different value for the condition key than the trust policy requires, or lacks the key.',
    fix: 'Send the request so that the condition is met, or have the owner of the role add the value.',
  },
  'trust.near-miss': {
    what: 'The trust policy names a principal that is close to, but not, the caller (typo, path, account, letter case).',
    why: 'The name or account is misspelled, differs in letter case, or belongs to a similarly named role.',
    fix: 'Have the owner of the role add the caller beside the existing principal.',
  },
  'trust.named-by-aws': {
    what: 'AWS says the trust policy denies the request or does not allow it; the statement itself could not be read.',
    why: 'These credentials may not read the role, or its trust policy has changed since.',
    fix: 'Read the role (iam:GetRole in its account), or have its owner run denytrace.',
  },
} as const satisfies Readonly<Record<string, CauseText>>;
