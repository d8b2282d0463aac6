import type { CauseText } from './cause-text.ts';

/** The general causes of each layer, by id. */
export const FALLBACK_TEXTS = {
  'boundary.explicit-deny': {
    what: 'The permissions boundary of the caller denies the request explicitly.',
    why: 'A statement with Effect Deny in the boundary matches the request. It wins over every Allow.',
    fix: 'The owner of the boundary changes that statement, or exempts the caller there.',
  },
  'boundary.condition': {
    what: 'The permissions boundary would let the request through, but one of its conditions does not hold.',
    why: 'The request has another value for the condition key than the boundary wants, or does not have the key at all.',
    fix: 'Send the request so that the condition holds, or have the owner of the boundary add the value.',
  },
  'boundary.near-miss': {
    what: 'The permissions boundary would let the request through but for one element: its action or resource is not quite that of the request.',
    why: 'A typing error, a missing path, another account, or a wildcard that does not reach as far as it looks.',
    fix: 'The owner of the boundary adds the action or resource beside the one that is there.',
  },
  'boundary.no-allow': {
    what: 'The permissions boundary of the caller does not allow the request.',
    why: 'A boundary grants nothing, it sets the limit: what it does not allow stays denied whatever the other policies of the caller say.',
    fix: 'The owner of the boundary adds an Allow for the request to it; then another policy of the caller has to grant it still.',
  },
  'boundary.named-by-aws': {
    what: 'AWS says that the permissions boundary of the caller is the reason; which statement, nobody could read here.',
    why: 'The boundary may not be read with these credentials, or was changed since.',
    fix: 'Read the boundary of the caller (the permission that was missing is in the report), or have its owner run denytrace.',
  },
  'endpoint.explicit-deny': {
    what: 'The VPC endpoint policy denies the request explicitly.',
    why: 'A statement with Effect Deny in the endpoint’s policy matches the request.',
    fix: 'The owner of the endpoint exempts the caller in that statement, or changes it. An Allow elsewhere does not help.',
  },
  'endpoint.condition': {
    what: 'The VPC endpoint policy would let the request through, but one of its conditions does not hold.',
    why: 'The request has another value for the condition key than the policy wants, or does not have the key at all.',
    fix: 'Send the request so that the condition holds, or have the owner of the endpoint add the value.',
  },
  'endpoint.near-miss': {
    what: 'The VPC endpoint policy would let the request through but for one element.',
    why: 'Another action, another resource (buckets that AWS owns are easily forgotten), or another principal.',
    fix: 'The owner of the endpoint adds the action, resource or principal beside the one that is there.',
  },
  'endpoint.no-allow': {
    what: 'The VPC endpoint policy does not allow the request.',
    why: 'An endpoint with a policy of its own lets through only what that policy allows, whatever the other policies say.',
    fix: 'The owner of the endpoint adds an Allow for the request, or the request takes another way.',
  },
  'endpoint.named-by-aws': {
    what: 'AWS says that the policy of a VPC endpoint is the reason; which statement, nobody could read here.',
    why: 'The request went through an endpoint whose policy was not given.',
    fix: 'Pass it with --endpoint-policy (aws ec2 describe-vpc-endpoints shows it), or have the owner of the endpoint look at it.',
  },
  'identity.explicit-deny': {
    what: 'A policy attached to the caller, or to a group of the caller, denies the request explicitly.',
    why: 'A statement with Effect Deny matches the request. It wins over every Allow, wherever that Allow stands.',
    fix: 'Change that statement: exempt the caller or the resource there, or remove it if it has served its purpose. An Allow elsewhere does not help.',
  },
  'identity.condition': {
    what: 'An identity policy would allow the request, but one of its conditions does not hold.',
    why: 'The request has another value for the condition key than the policy wants, or does not have the key at all.',
    fix: 'Send the request so that the condition holds (tag, MFA, network, region), or add the value of the request to the condition.',
  },
  'identity.near-miss': {
    what: 'An identity policy would allow the request but for one element: its action or its resource is not quite that of the request.',
    why: 'A missing path, another account or partition, a typing error, the name of an API in place of its IAM action, or a wildcard that does not reach as far as it looks.',
    fix: 'Add the action or resource that was asked for, and leave the one that is there: others may rely on it.',
  },
  'identity.no-allow': {
    what: 'No identity policy of the caller allows the request, and one is required.',
    why: 'Everything is denied until a policy allows it. Within one account a resource policy can allow it as well; across accounts, and for most requests, the caller needs an Allow of its own.',
    fix: 'Attach a policy with the smallest statement that allows it: this action, this resource.',
  },
  'identity.named-by-aws': {
    what: 'AWS says that an identity policy of the caller is the reason; which statement, nobody could read here.',
    why: 'The policies of the caller may not be read with these credentials, or were changed since.',
    fix: 'Read the policies of the caller (the permission that was missing is in the report), or have their administrator run denytrace.',
  },
  'rcp.explicit-deny': {
    what: 'A resource control policy of the organization that owns the resource denies the request explicitly.',
    why: 'A Deny over the account of the resource matches the request: usually a perimeter that keeps out callers from elsewhere, or calls that are not encrypted. It counts for every caller, also for those of other organizations.',
    fix: 'The administrator of that organization exempts the caller in the statement, or changes it. An Allow elsewhere does not help.',
  },
  'rcp.named-by-aws': {
    what: 'AWS says that a resource control policy is the reason; which statement, nobody could read here.',
    why: 'Resource control policies can be read only in the management account of the organization that owns the resource, or where reading them was delegated.',
    fix: 'The administrator of that organization reads the policies over the account (denytrace --record there, then --snapshot here) and changes the one that denies.',
  },
  'resource.explicit-deny': {
    what: 'The resource policy denies the request explicitly.',
    why: 'A statement with Effect Deny in the policy of the bucket, key, queue, topic or secret matches the request. It wins over every Allow.',
    fix: 'The owner of the resource exempts the caller in that statement, or changes it. An Allow elsewhere does not help.',
  },
  'resource.condition': {
    what: 'The resource policy would allow the request, but one of its conditions does not hold.',
    why: 'The request has another value for the condition key than the policy wants, or does not have the key at all.',
    fix: 'Send the request so that the condition holds, or have the owner of the resource add the value.',
  },
  'resource.near-miss': {
    what: 'The resource policy would allow the request but for one element: it names another principal, action or part of the resource.',
    why: 'Another account, a role with another path or name, a session in place of its role, a deleted principal, or a bucket without its objects (bucket and bucket/*).',
    fix: 'The owner of the resource adds the caller, action or resource beside the one that is there.',
  },
  'resource.no-allow': {
    what: 'The resource policy does not allow the request, and has to.',
    why: 'Across accounts both the caller’s and the resource’s side must allow a request; a KMS key needs its key policy even in its own account.',
    fix: 'The owner of the resource adds the smallest statement that allows it: this caller, this action.',
  },
  'resource.named-by-aws': {
    what: 'AWS says that the resource policy is the reason; which statement, nobody could read here.',
    why: 'The resource policy may not be read with these credentials, or was changed since.',
    fix: 'Pass it with --resource-policy, or have the owner of the resource look at it.',
  },
  'scp.explicit-deny': {
    what: 'A service control policy of the organization denies the request explicitly.',
    why: 'A Deny attached to the account, to one of its organizational units or to the root matches the request. No policy inside the account can lift it.',
    fix: 'The organization’s administrator exempts the caller in that statement, or changes it. An Allow elsewhere does not help.',
  },
  'scp.condition': {
    what: 'At one level of the organization a service control policy would let the request through, but one of its conditions does not hold.',
    why: 'The request has another value for the condition key than the policy wants, or does not have the key at all.',
    fix: 'Send the request so that the condition holds, or have the organization’s administrator add the value.',
  },
  'scp.near-miss': {
    what: 'At one level of the organization a service control policy would let the request through but for one element.',
    why: 'A service or action that is missing from the list of allowed ones, a typing error, or a wildcard that does not reach as far as it looks.',
    fix: 'The organization’s administrator adds the action beside those that are there.',
  },
  'scp.no-allow': {
    what: 'At one level of the organization (root, organizational unit or account) no service control policy allows the request.',
    why: 'Every level needs an Allow of its own. FullAWSAccess was detached there, or replaced by a list of allowed services that lacks this one.',
    fix: 'The organization’s administrator adds an Allow for the request at that level. It grants nothing by itself: it only lets the account’s own policies decide.',
  },
  'scp.named-by-aws': {
    what: 'AWS says that a service control policy of the organization is the reason; which statement, nobody could read here.',
    why: 'Service control policies can be read only in the management account, or where reading them was delegated. AWS says “explicit deny” even where an Allow is missing.',
    fix: 'The organization’s administrator reads the policies over the account (denytrace --record there, then --snapshot here) and changes the one that denies.',
  },
  'session.explicit-deny': {
    what: 'The session policy denies the request explicitly.',
    why: 'Whoever made the session passed a policy with it, and a Deny of that policy matches the request.',
    fix: 'Make the session again without that statement: the program that calls AssumeRole or GetFederationToken decides it.',
  },
  'session.condition': {
    what: 'The session policy would let the request through, but one of its conditions does not hold.',
    why: 'The request has another value for the condition key than the session policy wants, or does not have the key at all.',
    fix: 'Send the request so that the condition holds, or make the session again with the value added.',
  },
  'session.near-miss': {
    what: 'The session policy would let the request through but for one element: its action or resource is not quite that of the request.',
    why: 'A typing error, another resource, or a wildcard that does not reach as far as it looks.',
    fix: 'Make the session again with the action or resource added to its policy.',
  },
  'session.no-allow': {
    what: 'The session policy does not allow the request.',
    why: 'A session may do only what both its role and the policy allow that was passed when it was made (by a broker, a federation proxy, a CI plugin). A federated user without any session policy may do nothing.',
    fix: 'Have whoever makes the session pass a policy that allows the request, or none at all.',
  },
  'session.named-by-aws': {
    what: 'AWS says that the session policy is the reason, and no API shows the session policy of an existing session.',
    why: 'It was passed when the session was made; only whoever made it, or the AssumeRole event in CloudTrail, knows it.',
    fix: 'Pass it with --session-policy to see the statement, and change it where the session is made.',
  },
  'trust.explicit-deny': {
    what: 'The trust policy denies the request explicitly.',
    why: 'A statement with Effect Deny in the trust policy matches the request. It wins over every Allow.',
    fix: 'The owner of the role exempts the caller in that statement, or changes it. An Allow elsewhere does not help.',
  },
  'trust.condition': {
    what: 'The trust policy names the caller, but one of its conditions does not hold.',
    why: 'The request has another value for the condition key than the trust policy wants, or does not have the key at all.',
    fix: 'Send the request so that the condition holds, or have the owner of the role add the value.',
  },
  'trust.near-miss': {
    what: 'The trust policy names somebody who is almost the caller.',
    why: 'A role of a similar name, a misspelt name or account, other letter case.',
    fix: 'The owner of the role adds the caller beside the principal that is there.',
  },
  'trust.named-by-aws': {
    what: 'AWS says that the trust policy is the reason; which statement, nobody could read here.',
    why: 'The role may not be read with these credentials, or its trust policy was changed since.',
    fix: 'Read the role (iam:GetRole in its account), or have its owner run denytrace.',
  },
} as const satisfies Readonly<Record<string, CauseText>>;
