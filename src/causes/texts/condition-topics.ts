import type { TopicId } from '../tables/condition-topics.ts';
import type { CauseText } from './cause-text.ts';

/** What conditions are about, by the end of the id. `what` goes on after the name of the layer’s policy: "An identity policy …". */
export const TOPIC_TEXTS = {
  'allowed-accounts': {
    what: 'allows only certain accounts, and the caller or the resource is in a different account.',
    why: 'The account ID in the condition is wrong, or the resource belongs to AWS (a public image, a layer, a service bucket) and is in an AWS account.',
    fix: 'Use the resource in the right account, or have the owner of the policy add the account.',
  },
  'encryption-context': {
    what: 'requires a certain KMS encryption context or grant, and the request has a different one.',
    why: 'The encryption context is compared exactly. Services set it to the ARN of the resource (bucket, secret, parameter), so a policy written for one resource fails for the next.',
    fix: 'Send the encryption context the data was encrypted with, or have the owner of the key add it.',
  },
  encryption: {
    what: 'requires data to be encrypted in a certain way, and the request does not ask for that.',
    why: 'The encryption header or parameter is missing, or names a different key or algorithm. Default bucket encryption does not add the header to the request, so a policy that requires the header still denies it.',
    fix: 'Send the parameter (x-amz-server-side-encryption with the key ARN, Encrypted=true), or have the owner of the policy rely on default encryption.',
  },
  'leading-keys': {
    what: 'gives access to certain items or attributes of the table, and the request is for others.',
    why: 'dynamodb:LeadingKeys holds the partition keys of the request and needs ForAllValues. A Scan has none, and a policy variable in it may have no value for this kind of caller.',
    fix: 'Request the items and attributes that are allowed (Query instead of Scan), or have the owner of the policy add them.',
  },
  'list-prefix': {
    what: 'allows the bucket to be listed under certain prefixes, and the request is for a different prefix or the whole bucket.',
    why: 'The prefix lacks its trailing slash, or none was sent: tools that open a bucket list it from the top.',
    fix: 'List with the prefix in the policy, or have the owner of the policy add this one.',
  },
  'mfa-enforcement': {
    what: 'requires multi-factor authentication (MFA), and the request was made without it.',
    why: 'A long-term access key carries no MFA, even if the user has a device. Role sessions do not carry it either, whether from AssumeRole or IAM Identity Center.',
    fix: 'As a user, get a session with MFA (aws sts get-session-token --serial-number … --token-code …) and use its credentials. For a role, have the owner of the policy exempt the role.',
  },
  'object-acl': {
    what: 'requires objects to be written with a certain ACL, and the request has a different ACL or none.',
    why: 'Buckets that other accounts write to often require bucket-owner-full-control, so that the bucket owner controls the objects. Many tools send no ACL.',
    fix: 'Send the ACL with the object (--acl bucket-owner-full-control), which also needs s3:PutObjectAcl; or have the owner of the bucket disable ACLs (Object Ownership: bucket owner enforced) and drop the condition.',
  },
  organization: {
    what: 'allows access only within one organization (a data perimeter), and the caller or the resource is outside it.',
    why: 'The account is in a different organization or in none, or was moved to a different OU. Resources that AWS owns (images, layers, service buckets) are in no customer’s organization, and calls by an AWS service carry no aws:PrincipalOrgID.',
    fix: 'Have the owner of the policy add the organization or exempt the principal or resource. Exempt AWS services with aws:PrincipalIsAWSService or aws:SourceOrgID.',
  },
  'permissions-boundary': {
    what: 'requires a certain permissions boundary on the user or role being created or changed, and the request has a different boundary or none.',
    why: 'Administration was delegated on condition that every new user and role gets the boundary. Terraform, the CDK and the Serverless Framework set none unless configured.',
    fix: 'Pass the boundary with the call (--permissions-boundary, permissions_boundary in Terraform, @aws-cdk/core:permissionsBoundary in the CDK).',
  },
  'principal-arn': {
    what: 'depends on the caller’s ARN (aws:PrincipalArn), and this caller is denied or not among those allowed.',
    why: 'The key holds the ARN of the role with its path, never the ARN of the session. The list of exempt roles lacks this one, or a pattern matches more than intended.',
    fix: 'Have the owner of the policy add the ARN of the caller’s role to the exempt (or allowed) ARNs.',
  },
  'principal-tag': {
    what: 'depends on the caller’s tags, and the caller lacks the required tag or value.',
    why: 'The tag is missing on the user or role, has a different value or letter case (values are case-sensitive), or a session tag with the same key overrides it.',
    fix: 'Tag the user or role, or pass the session tag when the session is created; or have the owner of the policy add the value.',
  },
  referer: {
    what: 'depends on the Referer or User-Agent header, and the request has a different one or none.',
    why: 'The page moved, the browser sends no Referer, or a program makes the call. Any client can set these headers, so they protect nothing.',
    fix: 'Have the owner of the resource add the address, or better, use presigned URLs or CloudFront instead.',
  },
  region: {
    what: 'allows only certain regions, and the request went to a different region.',
    why: 'The client uses the wrong region, or the service is global: requests to IAM, Organizations, Route 53, CloudFront and the global STS endpoint go to us-east-1, and the policy does not exempt them.',
    fix: 'Send the request to one of the listed regions. For a global service, have the owner of the policy add its actions to NotAction of the statement.',
  },
  'request-parameter': {
    what: 'limits the parameters of the call (instance type, IMDSv2, template …), and the request has a different value or none.',
    why: 'Guardrails require IMDSv2, small instances, internal load balancers and the like; a default of the tool does not comply.',
    fix: 'Send the parameter the policy requires, or have its owner add the value.',
  },
  'request-tag': {
    what: 'requires or forbids certain tags in the request, and the request has others or none.',
    why: 'Resources must be tagged when they are created: the tag is missing, has a different value or letter case, or a tag was sent that is not on the allowed list.',
    fix: 'Send the tag with the call that creates the resource (default_tags of a Terraform provider, --tags of a stack), or have the owner of the policy add the value.',
  },
  'resource-tag': {
    what: 'depends on the tags of the resource, and the resource lacks the required tag or value.',
    why: 'The tag is missing, has a different value or letter case, or the action does not support the tags of this resource, so the condition never matches.',
    fix: 'Tag the resource, or have the owner of the policy add the value; where the action does not support the key, name the resource by its ARN.',
  },
  'secure-transport': {
    what: 'denies requests that are not encrypted in transit, or that use an outdated TLS version.',
    why: 'The client uses an http:// endpoint (a custom endpoint URL, an old link, a website endpoint), or an outdated TLS version.',
    fix: 'Use the https:// endpoint, and a client with TLS 1.2 or later. The statement is right: leave it as it is.',
  },
  'service-name': {
    what: 'allows service-linked roles to be created for certain services, and the request is for a different service.',
    why: 'A service creates its role on first use with the permissions of the user or role that uses it; the service name in the policy is misspelled or belongs to a different service (autoscaling.amazonaws.com, elasticloadbalancing.amazonaws.com …).',
    fix: 'Have the owner of the policy add the service name, or have an administrator create the role once (aws iam create-service-linked-role).',
  },
  'session-origin': {
    what: 'depends on how the role session was created (where, when, source identity), and this session was created differently.',
    why: 'The credentials are used away from the instance or function they were issued to, were fetched with IMDSv1, or the session lacks the source identity that the policy requires.',
    fix: 'Use the credentials where they were issued, or create the session again as the policy requires.',
  },
  'source-account': {
    what: 'allows AWS services only for certain resources or accounts (confused deputy), and this call is for another one or not by a service.',
    why: 'The ARN or account in the condition is not that of the resource that triggers the call, or is misspelled. Calls by users and roles carry none of these keys, so the condition never matches for them.',
    fix: 'Have the owner of the policy add the ARN or account of the resource that triggers the call. For users and roles, use a separate statement without the condition.',
  },
  'source-ip': {
    what: 'depends on the source IP address, and the request comes from a different address.',
    why: 'A different network or VPN, a NAT gateway with a new address, or IPv6 where only IPv4 is listed. Through a VPC endpoint, aws:SourceIp is not in the request at all, and a call that a service makes for you comes from the service.',
    fix: 'Call from one of the listed networks, or have the owner of the policy add the address or exempt the caller. Behind a VPC endpoint, use aws:VpcSourceIp or aws:SourceVpce.',
  },
  'source-vpce': {
    what: 'allows calls only through certain VPCs or VPC endpoints, and the request did not come through one of them.',
    why: 'aws:SourceVpc and aws:SourceVpce are in a request only if it goes through a VPC endpoint of the service. A call over the internet, through a different endpoint, from the console or by an AWS service lacks them or has other values.',
    fix: 'Call from inside the VPC through the endpoint of that service (private DNS on, route tables set), or have the owner of the policy add the endpoint or exempt the caller.',
  },
  time: {
    what: 'applies during a certain period only, and the request was made outside it.',
    why: 'Temporary access has expired or not begun, or a Deny applies from or until a certain date (a freeze, a migration).',
    fix: 'Have the owner of the policy change the dates or remove the condition.',
  },
  'token-claims': {
    what: 'allows only tokens with certain issuers, audiences or subjects, and the token has different ones.',
    why: 'An organization may limit which repositories or clusters can assume its roles: the subject of the token is not among them.',
    fix: 'Have the owner of the policy add the subject or audience of the token.',
  },
  'user-id': {
    what: 'depends on the caller’s unique ID (aws:userid) or user name, and the caller has a different one.',
    why: 'A role that was deleted and created again has a new ID (AROA…) under the same name, and its sessions append their name (AROA…:session), so a value without :* never matches. Only users have aws:username.',
    fix: 'Have the owner of the policy use the new ID (AROA…:* for all sessions of a role), or better, name the role by its ARN with aws:PrincipalArn.',
  },
  'via-service': {
    what: 'depends on which AWS service makes the call (or whether one does), and this request was made differently.',
    why: 'A key may be usable only through S3 or Secrets Manager of one region (kms:ViaService), and the call was direct or came through a different service or region. Or a Deny does not exempt calls that a service makes on your behalf (aws:ViaAWSService, aws:CalledVia).',
    fix: 'Make the call through that service, or have the owner of the policy add the service. A Deny based on the network should exempt aws:ViaAWSService and aws:PrincipalIsAWSService.',
  },
} as const satisfies Readonly<Record<TopicId, CauseText>>;
