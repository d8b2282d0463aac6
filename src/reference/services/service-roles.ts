import { FUNCTION_ROLE } from '../../model/aws-names.ts';
import { roleInService } from './role-in-service.ts';

/** A role that a service assumes on a customer's behalf, and that its error text mentions without an ARN. */
interface ServiceRole {
  /** How a denial names its caller. */
  readonly callerName: string;
  /** Says which role the caller is and which principal it is mistaken for; introduces the output of `find`. */
  readonly title: string;
  /** What the role needs besides. */
  readonly note?: string;
  /** The AWS CLI command that prints the role's ARN. */
  readonly find: string;
}

/** How a denial names its caller where CodeBuild speaks of the role of a project as "User". */
export const PROJECT_ROLE = 'the service role of the CodeBuild project';

/** How a denial names its caller where Step Functions speaks of the role of a state machine. */
export const MACHINE_ROLE = 'the role of the state machine';

/** How a denial names its caller where VM Import/Export could not read a disk. */
export const IMPORT_ROLE = 'the role vmimport, or the one that the import was given';

/** How a denial names its caller where SageMaker speaks of the role of a model. */
export const MODEL_ROLE = 'the role that the model was given';

/** How a denial names its caller where AWS Backup could not copy into a vault. */
export const BACKUP_ROLE = 'the role of the backup job';

/** How a denial names its caller where CodePipeline speaks of the role of a pipeline. */
export const PIPELINE_ROLE = 'the role of the pipeline';

/** How a denial names its caller where a knowledge base of Amazon Bedrock cannot reach its vector store. */
export const KNOWLEDGE_BASE_ROLE = 'the role of the knowledge base';

/** How a denial names its caller where Amazon Redshift could not read or write in S3. */
export const COPY_ROLE = 'the role that COPY or UNLOAD was given';

/** How a denial names its caller where DataSync speaks of the role of a location in S3. */
export const LOCATION_ROLE = 'the role of the DataSync location';

/** How a denial names its caller where AWS Control Tower cannot get into an account. */
export const CONTROL_TOWER_ROLE = 'the role of AWS Control Tower';

/** How a denial names its caller where a user pool of Amazon Cognito cannot send its text messages. */
export const SMS_ROLE = 'the role that sends the messages of the user pool';

/** How a denial names its caller where S3 Batch Operations cannot do its job. */
export const BATCH_JOB_ROLE = 'the role of the job of S3 Batch Operations';

/** How a denial names its caller where a StackSet cannot get into an account. */
export const STACK_SET_ROLE = 'the administration role of the StackSet';

const SERVICE_ROLES: readonly ServiceRole[] = [
  {
    // https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
    callerName: FUNCTION_ROLE,
    title: 'The caller is the execution role of the function, not the user or role that deploys it. Its ARN:',
    find: `aws ${roleInService('lambda.amazonaws.com')} --output text`,
  },
  {
    // https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html
    callerName: PROJECT_ROLE,
    title: 'The caller is the service role of the CodeBuild project, not the user or role that changes it. Its ARN:',
    find: `aws ${roleInService('codebuild.amazonaws.com')} --output text`,
  },
  {
    // https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html
    callerName: BACKUP_ROLE,
    title: 'The caller is the role of the backup job in the account that copies. Its ARN:',
    find: 'aws backup list-copy-jobs --by-state FAILED --query CopyJobs[].[DestinationBackupVaultArn,IamRoleArn] --output text',
  },
  {
    // https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html
    callerName: MACHINE_ROLE,
    title:
      'The caller is the role that the state machine is given (roleArn), not the user or role that creates it. Of one that exists:',
    find: 'aws stepfunctions describe-state-machine --state-machine-arn STATE_MACHINE_ARN --query roleArn --output text',
  },
  {
    // https://docs.aws.amazon.com/vm-import/latest/userguide/required-permissions.html
    callerName: IMPORT_ROLE,
    title:
      'The caller is the role vmimport (or the one in --role-name), not the user or role that imports. What it has:',
    note: 'Its trust policy must let vmie.amazonaws.com assume it, with sts:ExternalId vmimport. It needs s3:GetBucketLocation, s3:GetObject and s3:ListBucket on the bucket, and ec2:ModifySnapshotAttribute, ec2:CopySnapshot, ec2:RegisterImage and ec2:Describe* on *.',
    find: 'aws iam get-role --role-name vmimport --query Role.Arn --output text',
  },
  {
    // https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createmodel-perms
    callerName: MODEL_ROLE,
    title:
      'The caller is the role that the model is given (ExecutionRoleArn), not the user or role that creates it. Roles that SageMaker may assume:',
    note: 'Its trust policy must let sagemaker.amazonaws.com assume it. A model that is not compressed, or that has several parts, also needs s3:ListBucket on the bucket, which must be in the region of the model.',
    find: `aws iam list-roles --query Roles[?contains(to_string(AssumeRolePolicyDocument),'sagemaker.amazonaws.com')].Arn --output text`,
  },
  {
    // https://docs.aws.amazon.com/codepipeline/latest/userguide/how-to-custom-role.html
    callerName: PIPELINE_ROLE,
    title:
      'The caller is the service role of the pipeline, or the role of the action where it has one, not the user or role that changes it. Their ARNs:',
    find: 'aws codepipeline get-pipeline --name PIPELINE_NAME --query pipeline.[roleArn,stages[].actions[].roleArn] --output text',
  },
  {
    // https://docs.aws.amazon.com/bedrock/latest/userguide/kb-permissions.html
    callerName: KNOWLEDGE_BASE_ROLE,
    title:
      'The caller is the role that the knowledge base is given (roleArn), not the user or role that creates it. Roles that Bedrock may assume:',
    find: `aws iam list-roles --query Roles[?contains(to_string(AssumeRolePolicyDocument),'bedrock.amazonaws.com')].Arn --output text`,
  },
  {
    // https://docs.aws.amazon.com/datasync/latest/userguide/create-s3-location.html#create-s3-location-access
    callerName: LOCATION_ROLE,
    title:
      'The caller is the role of the location (BucketAccessRoleArn), not the user or role that creates it. Of one that exists:',
    note: 'Its trust policy must let datasync.amazonaws.com assume it. It needs s3:GetBucketLocation, s3:ListBucket and s3:ListBucketMultipartUploads on the bucket, and s3:GetObject, s3:GetObjectTagging, s3:ListMultipartUploadParts, s3:AbortMultipartUpload, s3:PutObject, s3:PutObjectTagging and s3:DeleteObject on its objects (a source needs those that read).',
    find: 'aws datasync describe-location-s3 --location-arn LOCATION_ARN --query S3Config.BucketAccessRoleArn --output text',
  },
  {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-prereqs-self-managed.html
    callerName: STACK_SET_ROLE,
    title:
      'The caller is the role of the StackSet in the administrator account (AWSCloudFormationStackSetAdministrationRole, or the one in --administration-role-arn), which cloudformation.amazonaws.com assumes. Its ARN:',
    find: 'aws cloudformation describe-stack-set --stack-set-name STACK_SET_NAME --query StackSet.AdministrationRoleARN --output text',
  },
  {
    // https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-sms-settings.html
    callerName: SMS_ROLE,
    title:
      'The caller is the role of the pool for text messages (SnsCallerArn), which cognito-idp.amazonaws.com assumes, not the user or role that makes the pool. Of a pool that exists:',
    find: 'aws cognito-idp describe-user-pool --user-pool-id POOL_ID --query UserPool.SmsConfiguration.SnsCallerArn --output text',
  },
  {
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-iam-role-policies.html
    callerName: BATCH_JOB_ROLE,
    title:
      'The caller is the role that the job was given (RoleArn), which batchoperations.s3.amazonaws.com assumes, not the user or role that created the job. Its ARN:',
    find: 'aws s3control describe-job --account-id ACCOUNT --job-id JOB_ID --query Job.RoleArn --output text',
  },
  {
    // https://docs.aws.amazon.com/controltower/latest/userguide/access-control-managing-permissions.html
    callerName: CONTROL_TOWER_ROLE,
    title:
      'The caller is a role of AWS Control Tower in the management account (AWSControlTowerAdmin or AWSControlTowerStackSetRole, path service-role). Their ARNs:',
    find: `aws iam list-roles --path-prefix /service-role/ --query Roles[?starts_with(RoleName,'AWSControlTower')].Arn --output text`,
  },
  {
    // https://docs.aws.amazon.com/redshift/latest/dg/copy-usage_notes-access-permissions.html
    callerName: COPY_ROLE,
    title:
      'The caller is the role in the IAM_ROLE of the statement (of several, the last one), not the user of the database. Roles of the cluster:',
    find: 'aws redshift describe-clusters --query Clusters[].[ClusterIdentifier,IamRoles[].IamRoleArn] --output text',
  },
];

/** The role that a denial names in the words of its service; undefined for any other caller. */
export function serviceRoleOf(callerName: string | null | undefined): ServiceRole | undefined {
  return SERVICE_ROLES.find((one) => one.callerName === callerName);
}

/**
 * What an error shows as the caller where a service assumes the role of a customer: a role in an account of AWS's, a user of a database. The
 * trust policy has to name the service.
 */
const SHOWN_FOR_SERVICES: readonly (readonly [shown: RegExp, host: string])[] = [
  // https://docs.aws.amazon.com/dms/latest/userguide/security-iam.html#CHAP_Security.APIRole
  [/:assumed-role\/dms-engine-role[\w-]{0,20}\/DMS_ENGINE_ROLE$/, 'dms.amazonaws.com'],
  // https://docs.aws.amazon.com/redshift/latest/mgmt/authorizing-redshift-service-database-users.html
  [/^arn:aws[\w-]*:redshift:[^:]*:[^:]*:dbuser:/, 'redshift.amazonaws.com'],
];

/** The service behind the caller that an error shows; undefined for any other caller. */
export function serviceBehind(caller: string): string | undefined {
  return SHOWN_FOR_SERVICES.find(([shown]) => shown.test(caller))?.[1];
}
