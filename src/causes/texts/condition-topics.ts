import type { TopicId } from '../tables/condition-topics.ts';
import type { CauseText } from './cause-text.ts';

/** What conditions are about, by the end of the id. `what` goes on after the name of the layer’s policy: "An identity policy …". */
export const TOPIC_TEXTS = {
  'allowed-accounts': {
    what: 'allows certain accounts only, and the caller or the resource is in another one.',
    why: 'The id in the condition is that of another account, or a resource of AWS itself (a public image, a layer, a bucket of a service) is asked for and belongs to an account of AWS.',
    fix: 'Use the resource of the right account, or have the owner of the policy add the account.',
  },
  'encryption-context': {
    what: 'allows the key to be used with a certain encryption context or grant only, and the request has another one.',
    why: 'The encryption context is compared letter by letter; services fill it with the ARN of the resource (the bucket, the secret, the parameter), so that a policy for one resource refuses the next.',
    fix: 'Send the encryption context that the data was encrypted with, or have the owner of the key add it.',
  },
  encryption: {
    what: 'wants data to be stored encrypted in a certain way, and the request does not ask for that.',
    why: 'The header or parameter for encryption was left out, or names another key or algorithm. A bucket that encrypts by default does not put the header into the request: a policy that asks for it refuses such requests.',
    fix: 'Send the parameter (x-amz-server-side-encryption and the key’s ARN, Encrypted=true), or have the owner of the policy leave it to the default encryption.',
  },
  'leading-keys': {
    what: 'gives access to certain items or attributes of the table only, and the request is for others.',
    why: 'dynamodb:LeadingKeys holds the partition keys of the request: it has to be compared by ForAllValues, a Scan carries none, and a policy variable in it has no value for a caller of another kind.',
    fix: 'Ask for the items and attributes that are allowed (a Query in place of a Scan), or have the owner of the policy add them.',
  },
  'list-prefix': {
    what: 'lets the bucket be listed under certain prefixes only, and the request is for another one or for the whole bucket.',
    why: 'The prefix lacks its slash at the end, or none was sent: tools that open a bucket list it from the top.',
    fix: 'List with the prefix that the policy has, or have the owner of the policy add this one.',
  },
  'mfa-enforcement': {
    what: 'asks for multi-factor authentication, and the request was made without it.',
    why: 'A long-term access key carries no MFA, whether a device is assigned or not. The session of a role never carries it either: neither AssumeRole nor IAM Identity Center puts it into the requests of the session.',
    fix: 'A user gets a session with MFA (aws sts get-session-token --serial-number … --token-code …) and uses its credentials. For a role the owner of the policy has to leave the role out of the statement.',
  },
  'object-acl': {
    what: 'wants objects to be written with a certain access control list, and the request came without it or with another.',
    why: 'Buckets that others write to often want bucket-owner-full-control, so that the owner of the bucket owns what is in it. Many tools send no ACL.',
    fix: 'Send the ACL with the object (--acl bucket-owner-full-control), which needs s3:PutObjectAcl too; or have the owner of the bucket turn ACLs off (Object Ownership: bucket owner enforced) and drop the condition.',
  },
  organization: {
    what: 'keeps requests within one organization (a data perimeter), and the caller or the resource is outside of it.',
    why: 'The account is in another organization or in none, left it, or moved to another organizational unit; resources that AWS itself owns (images, layers, buckets of a service) are in nobody’s organization. Calls by an AWS service carry no aws:PrincipalOrgID.',
    fix: 'The owner of the policy adds the organization or exempts this principal or resource; services are let through with aws:PrincipalIsAWSService or aws:SourceOrgID.',
  },
  'permissions-boundary': {
    what: 'lets users and roles be made or changed only with a certain permissions boundary, and the request has another one or none.',
    why: 'Administration was delegated on the condition that whatever is made is limited by the boundary. Tools that make roles (Terraform, the CDK, the Serverless Framework) set none unless told.',
    fix: 'Pass the boundary with the call (--permissions-boundary, permissions_boundary in Terraform, @aws-cdk/core:permissionsBoundary in the CDK).',
  },
  'principal-arn': {
    what: 'judges callers by their ARN (aws:PrincipalArn), and this one is among those denied, or not among those allowed.',
    why: 'The key holds the ARN of the role with its path, never that of its session. A list of exempted roles lacks this one, or a pattern covers more than it was meant to.',
    fix: 'The owner of the policy adds the ARN of the caller’s role to those that are left out (or allowed).',
  },
  'principal-tag': {
    what: 'judges callers by their tags, and the caller does not have the tag or the value that is wanted.',
    why: 'The tag is missing on the user or role, has another value or another letter case (the values are case-sensitive), or a session tag with the same key overrides it.',
    fix: 'Tag the user or role, or pass the session tag when the session is made; or have the owner of the policy add the value.',
  },
  referer: {
    what: 'judges requests by the header Referer or User-Agent, and this one has another or none.',
    why: 'The page moved to another address, the browser sends no Referer, or a program makes the call. Anybody can set these headers: they protect nothing.',
    fix: 'The owner of the resource adds the address, or better uses signed URLs or CloudFront in its place.',
  },
  region: {
    what: 'allows certain regions only, and the request went to another one.',
    why: 'The client is set to another region than it should be; or the service is a global one whose requests all go to one region (IAM, Organizations, Route 53, CloudFront and the global endpoint of STS go to us-east-1) and the policy does not leave it out.',
    fix: 'Send the request to one of the regions that are listed. For a global service the owner of the policy adds its actions to NotAction of the statement.',
  },
  'request-parameter': {
    what: 'allows certain parameters of the call only (instance type, IMDSv2, template …), and the request has another one or none.',
    why: 'Guardrails ask for IMDSv2, small instances, private load balancers and the like; a default of the tool does not fit them.',
    fix: 'Send the parameter as the policy wants it, or have its owner add the value.',
  },
  'request-tag': {
    what: 'wants certain tags to come with the request, or none, and other ones came.',
    why: 'Resources have to be tagged when they are made: the tag was left out, has another value or letter case, or a tag was sent that is not in the list of allowed ones.',
    fix: 'Send the tag with the call that makes the resource (default_tags of a Terraform provider, --tags of a stack), or have the owner of the policy add the value.',
  },
  'resource-tag': {
    what: 'judges resources by their tags, and the resource does not have the tag or the value that is wanted.',
    why: 'The tag is missing, has another value or another letter case; or the action does not send the tags of this resource, so that the condition can never hold.',
    fix: 'Tag the resource, or have the owner of the policy add the value; where the action does not support the key, name the resource by its ARN.',
  },
  'secure-transport': {
    what: 'refuses requests that are not encrypted in transit, or not by a recent version of TLS.',
    why: 'The client uses an http:// endpoint (a custom endpoint URL, an old link, a website endpoint), or a TLS version that is too old.',
    fix: 'Use the https:// endpoint, and a client that speaks TLS 1.2 or later. The statement is right: leave it as it is.',
  },
  'service-name': {
    what: 'lets service-linked roles be made for certain services only, and this one is for another.',
    why: 'A service makes its role on first use with the permissions of whoever uses it; the service’s name in the policy is not quite the one that it has (autoscaling.amazonaws.com, elasticloadbalancing.amazonaws.com …).',
    fix: 'Have the owner of the policy add the name of the service, or let an administrator make the role once (aws iam create-service-linked-role).',
  },
  'session-origin': {
    what: 'judges role sessions by how they were made (where, when, with which source identity), and this one was made otherwise.',
    why: 'The credentials are used elsewhere than on the instance or function that they were given to, were fetched by IMDSv1, or the session was made without the source identity that the policy asks for.',
    fix: 'Use the credentials where they belong, or make the session again as the policy wants it.',
  },
  'source-account': {
    what: 'lets AWS services in for certain resources or accounts only (confused deputy), and this call is for another one, or by no service.',
    why: 'The ARN or account in the condition is not that of the resource which triggers the call, or has a misspelt part; and calls by users and roles carry none of these keys, so that the condition never holds for them.',
    fix: 'The owner of the policy adds the ARN or account of the resource that triggers the call; for users and roles the condition belongs into a statement of its own.',
  },
  'source-ip': {
    what: 'judges requests by the address that they come from, and this one comes from elsewhere.',
    why: 'Another network or VPN, a NAT gateway with a new address, IPv6 where only IPv4 is listed; or a VPC endpoint: through one aws:SourceIp is not in the request at all, and a call that a service makes for you comes from the service.',
    fix: 'Make the call from one of the networks that are listed, or have the owner of the policy add the address or exempt the caller; behind a VPC endpoint aws:VpcSourceIp or aws:SourceVpce is the key to use.',
  },
  'source-vpce': {
    what: 'lets in calls through certain VPCs or VPC endpoints only, and this one came another way.',
    why: 'The keys aws:SourceVpc and aws:SourceVpce are in a request only where it goes through a VPC endpoint of the service. A call over the internet, through another endpoint, from the console or by an AWS service has none of them.',
    fix: 'Make the call from inside the VPC, through the endpoint of that service (private DNS on, route tables set), or have the owner of the policy add the endpoint or exempt the caller.',
  },
  time: {
    what: 'holds for a certain time only, and the request was made at another one.',
    why: 'The access was given for a while and that is over, or has not begun; or a Deny holds from or until a certain moment (a freeze, a migration).',
    fix: 'The owner of the policy sets another time, or removes the condition.',
  },
  'token-claims': {
    what: 'lets in tokens of certain issuers, audiences or subjects only, and the token has other ones.',
    why: 'An organization may limit which repositories or clusters can assume its roles at all: the subject of the token is not among them.',
    fix: 'The owner of the policy adds the subject or audience of the token.',
  },
  'user-id': {
    what: 'judges callers by unique id (aws:userid) or user name, and the caller has another one.',
    why: 'A role that was deleted and created again has another id (AROA…) under the same name, and its sessions have the session’s name after it: AROA…:session, so that a value without :* never matches. Only users have a name under aws:username.',
    fix: 'The owner of the policy puts the new id there (AROA…:* for all sessions of a role), or better names the role by its ARN with aws:PrincipalArn.',
  },
  'via-service': {
    what: 'judges requests by the AWS service that makes them (or by whether one does), and this one comes another way.',
    why: 'A key may be usable through S3 or Secrets Manager of one region only (kms:ViaService), and the call was a direct one, or through another service or region. Or a call that a service makes in your name (aws:ViaAWSService, aws:CalledVia) is not left out of a Deny.',
    fix: 'Make the call through that service, or have the owner of the policy add the service; a Deny by network has to leave out aws:ViaAWSService and aws:PrincipalIsAWSService.',
  },
} as const satisfies Readonly<Record<TopicId, CauseText>>;
