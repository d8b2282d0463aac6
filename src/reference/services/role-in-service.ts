/**
 * The AWS CLI command that shows which role a service was given, by service principal; its words in capitals are names to fill in.
 * https://docs.aws.amazon.com/cli/latest/reference/
 */
const COMMANDS: Readonly<Record<string, string>> = {
  'states.amazonaws.com': 'stepfunctions describe-state-machine --state-machine-arn STATE_MACHINE_ARN --query roleArn',
  'lambda.amazonaws.com': 'lambda get-function-configuration --function-name FUNCTION_NAME --query Role',
  'ecs-tasks.amazonaws.com':
    'ecs describe-task-definition --task-definition TASK_DEFINITION --query taskDefinition.[taskRoleArn,executionRoleArn]',
  'ec2.amazonaws.com':
    'iam get-instance-profile --instance-profile-name PROFILE_NAME --query InstanceProfile.Roles[].Arn',
  'codebuild.amazonaws.com': 'codebuild batch-get-projects --names PROJECT_NAME --query projects[].serviceRole',
  'codepipeline.amazonaws.com': 'codepipeline get-pipeline --name PIPELINE_NAME --query pipeline.roleArn',
  'cloudformation.amazonaws.com': 'cloudformation describe-stacks --stack-name STACK_NAME --query Stacks[].RoleARN',
  'glue.amazonaws.com': 'glue get-job --job-name JOB_NAME --query Job.Role',
  'events.amazonaws.com': 'events list-targets-by-rule --rule RULE_NAME --query Targets[].RoleArn',
  'scheduler.amazonaws.com': 'scheduler get-schedule --name SCHEDULE_NAME --query Target.RoleArn',
  'pipes.amazonaws.com': 'pipes describe-pipe --name PIPE_NAME --query RoleArn',
  'firehose.amazonaws.com':
    'firehose describe-delivery-stream --delivery-stream-name STREAM_NAME --query DeliveryStreamDescription.Destinations',
  'sagemaker.amazonaws.com': 'sagemaker describe-model --model-name MODEL_NAME --query ExecutionRoleArn',
  'eks.amazonaws.com': 'eks describe-cluster --name CLUSTER_NAME --query cluster.roleArn',
  'batch.amazonaws.com': 'batch describe-compute-environments --query computeEnvironments[].serviceRole',
  'vpc-flow-logs.amazonaws.com': 'ec2 describe-flow-logs --query FlowLogs[].DeliverLogsPermissionArn',
  'monitoring.rds.amazonaws.com':
    'rds describe-db-instances --db-instance-identifier DB_INSTANCE --query DBInstances[].MonitoringRoleArn',
  'appsync.amazonaws.com': 'appsync list-data-sources --api-id API_ID --query dataSources[].serviceRoleArn',
  'apigateway.amazonaws.com': 'apigateway get-account --query cloudwatchRoleArn',
  'backup.amazonaws.com':
    'backup get-backup-selection --backup-plan-id PLAN_ID --selection-id SELECTION_ID --query BackupSelection.IamRoleArn',
  'codedeploy.amazonaws.com':
    'deploy get-deployment-group --application-name APPLICATION --deployment-group-name DEPLOYMENT_GROUP --query deploymentGroupInfo.serviceRoleArn',
  'cloudtrail.amazonaws.com': 'cloudtrail get-trail --name TRAIL_NAME --query Trail.CloudWatchLogsRoleArn',
};

/** The command without its `aws`; undefined where none is known. */
export function roleInService(host: string): string | undefined {
  return Object.hasOwn(COMMANDS, host) ? COMMANDS[host] : undefined;
}
