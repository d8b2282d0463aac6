/**
 * Kinds of names. Sessions and e-mail addresses are always replaced, the others only with `names`. An `address` is one of IP, the rest are
 * made of words.
 */
export type NameKind = 'session' | 'user' | 'name' | 'mail' | 'address';

const KINDS: readonly (readonly [NameKind, string])[] = [
  [
    'session',
    'sessionname sts:rolesessionname sts:sourceidentity aws:sourceidentity aws_role_session_name rolesessionname',
  ],
  ['user', 'aws:username username'],
  ['name', 'rolename groupname grouplist policyname policynames instanceprofilename name names path'],
];

/** Fields and condition keys whose value is a name, in lower case. */
const FIELDS: ReadonlyMap<string, NameKind> = new Map(
  KINDS.flatMap(([kind, fields]) => fields.split(' ').map((field): [string, NameKind] => [field, kind])),
);

/** The same for what only the second level replaces. */
const MORE_FIELDS = new Set(
  [
    'sid statementid sourceidentity externalid sts:externalid aws_profile aws_default_profile aws_config_file',
    'aws_shared_credentials_file aws_web_identity_token_file thumbprintlist clientidlist clientids url',
    'bucket bucketname queuename topicname secretid secretname functionname tablename streamname loggroupname',
    'parametername stackname clustername repositoryname keyid aliasname vpcendpointid vpcendpointids vpcid',
    'tagkeys s3:prefix aws:sourcevpc aws:sourcevpce aws:referer dynamodb:leadingkeys aws:tagkeys',
    'sts:transitivetagkeys kms:requestalias kms:resourcealiases kms:encryptioncontextkeys secretsmanager:name',
    'github_base_ref github_head_ref github_job github_ref github_ref_name github_repository github_repository_id',
    'github_repository_owner github_repository_owner_id github_workflow_ref ci_commit_branch ci_commit_ref_name',
    'ci_commit_tag ci_environment_name ci_namespace_id ci_project_id ci_project_path bitbucket_repo_uuid',
    'bitbucket_deployment_environment_uuid bitbucket_step_uuid bitbucket_workspace circle_organization_id',
    'circle_project_id tfc_aws_workload_identity_audience tfc_project_name tfc_workspace_slug',
  ].flatMap((line) => line.split(' ')),
);

/** Condition keys with a name of the user's in them: a tag, the context of an encryption; claims of a token or assertion. */
const MORE_KEYS = /^(?:[\w-]+:[\w-]*tag\/|kms:encryptioncontext:|saml:|[\w-]+(?:\.[\w-]+)+[^\s:]*:)/;

/** Values that are no name, and are compared as what they are. */
const PLAIN = /^(?:true|false|null|-?\d{1,9}(?:\.\d{1,9})?|\d{4}-\d\d-\d\d(?:T[\d:.]{5,15}Z?)?)$/i;

/** The kind of name that the value of a field or condition key is; undefined where it is none. */
export function kindOfField(name: string, text: string, all: boolean): NameKind | undefined {
  const field = name.toLowerCase();
  const kind = FIELDS.get(field);
  if (kind !== undefined || !all) return kind;
  // Of a tag, which may be one that AWS sets. In small letters they are fields of a decoded message: `{ "key": "aws:userid", "values": … }`.
  if (name === 'Key' || name === 'Value') return text.startsWith('aws:') ? undefined : 'name';
  if (MORE_FIELDS.has(field)) return 'name';
  return MORE_KEYS.test(field) && !(field.includes('tag/') && PLAIN.test(text)) ? 'name' : undefined;
}
