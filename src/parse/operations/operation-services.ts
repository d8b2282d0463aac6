import type { Denial } from '../../model/denial.ts';
import { ownerOfOperation } from '../../reference/actions/operation-owner.ts';

/**
 * Operations that only one service has, for wrappers that do not name the service. Of those that pass a role (role-operations.json) all
 * are here whose name no other service's API and no other service's action has.
 */
const OPERATIONS: Readonly<Record<string, string>> = {
  s3: 'AbortMultipartUpload CompleteMultipartUpload CopyObject CreateBucket CreateMultipartUpload DeleteBucket DeleteBucketPolicy DeleteObject DeleteObjects DeleteObjectTagging GetBucketAcl GetBucketCors GetBucketEncryption GetBucketLifecycleConfiguration GetBucketLocation GetBucketLogging GetBucketNotificationConfiguration GetBucketPolicy GetBucketPolicyStatus GetBucketReplication GetBucketTagging GetBucketVersioning GetBucketWebsite GetObject GetObjectAcl GetObjectAttributes GetObjectLockConfiguration GetObjectTagging GetPublicAccessBlock HeadBucket HeadObject ListBuckets ListMultipartUploads ListObjects ListObjectsV2 ListObjectVersions ListParts PutBucketAcl PutBucketCors PutBucketEncryption PutBucketLifecycleConfiguration PutBucketLogging PutBucketNotificationConfiguration PutBucketOwnershipControls PutBucketPolicy PutBucketReplication PutBucketTagging PutBucketVersioning PutBucketWebsite PutObject PutObjectAcl PutObjectTagging PutPublicAccessBlock RestoreObject UploadPart UploadPartCopy CreateAccessGrantsLocation UpdateAccessGrantsLocation',
  sts: 'AssumeRole AssumeRoleWithSAML AssumeRoleWithWebIdentity DecodeAuthorizationMessage GetCallerIdentity GetFederationToken GetSessionToken',
  iam: 'AddRoleToInstanceProfile AddUserToGroup AttachGroupPolicy AttachRolePolicy AttachUserPolicy CreateAccessKey CreateInstanceProfile CreateLoginProfile CreateOpenIDConnectProvider CreateRole CreateSAMLProvider CreateServiceLinkedRole DeleteAccessKey DeleteRole DeleteRolePolicy DetachRolePolicy GetAccountSummary GetInstanceProfile GetLoginProfile GetOpenIDConnectProvider GetPolicyVersion GetRole GetRolePolicy ListAccessKeys ListAccountAliases ListAttachedRolePolicies ListAttachedUserPolicies ListEntitiesForPolicy ListGroupsForUser ListInstanceProfilesForRole ListMFADevices ListRolePolicies ListRoles ListUserPolicies PassRole PutRolePolicy PutUserPolicy SimulatePrincipalPolicy UpdateAssumeRolePolicy',
  ec2: 'AllocateAddress AssociateAddress AttachVolume AuthorizeSecurityGroupEgress AuthorizeSecurityGroupIngress CreateFleet CreateImage CreateInternetGateway CreateKeyPair CreateLaunchTemplate CreateNatGateway CreateNetworkInterface CreateRoute CreateRouteTable CreateSecurityGroup CreateSubnet CreateVolume CreateVpc CreateVpcEndpoint DeleteNetworkInterface DeleteSecurityGroup DescribeAddresses DescribeAvailabilityZones DescribeImages DescribeInstances DescribeInstanceStatus DescribeInstanceTypes DescribeKeyPairs DescribeLaunchTemplates DescribeNetworkInterfaces DescribeRegions DescribeRouteTables DescribeSecurityGroups DescribeSnapshots DescribeSubnets DescribeVolumes DescribeVpcs ModifyInstanceAttribute ReleaseAddress RunInstances StartInstances StopInstances TerminateInstances AssociateEnclaveCertificateIamRole AssociateIamInstanceProfile ReplaceIamInstanceProfileAssociation CreateLaunchTemplateVersion RequestSpotFleet RequestSpotInstances RunScheduledInstances CreateFlowLogs',
  kms: 'CreateGrant Decrypt DescribeKey Encrypt GenerateDataKey GenerateDataKeyWithoutPlaintext GetKeyPolicy GetKeyRotationStatus PutKeyPolicy ReEncrypt ScheduleKeyDeletion',
  ssm: 'DeleteParameter DescribeInstanceInformation DescribeParameters GetCommandInvocation GetParameter GetParameterHistory GetParameters GetParametersByPath PutParameter SendCommand StartAutomationExecution UpdateInstanceInformation CreateActivation UpdateManagedInstanceRole RegisterTaskWithMaintenanceWindow UpdateMaintenanceWindowTask',
  secretsmanager:
    'CreateSecret DeleteSecret DescribeSecret GetSecretValue ListSecrets PutSecretValue RotateSecret UpdateSecret',
  lambda:
    'AddPermission CreateEventSourceMapping CreateFunction DeleteFunction GetFunction GetFunctionConfiguration GetFunctionUrlConfig Invoke ListFunctions PublishLayerVersion PublishVersion UpdateFunctionCode UpdateFunctionConfiguration',
  dynamodb:
    'BatchGetItem BatchWriteItem DeleteItem DescribeTable GetItem PutItem TransactGetItems TransactWriteItems UpdateItem UpdateTable UpdateTimeToLive UpdateGlobalTableSettings UpdateTableReplicaAutoScaling',
  sqs: 'ChangeMessageVisibility CreateQueue DeleteMessage DeleteQueue GetQueueAttributes GetQueueUrl ListQueues PurgeQueue ReceiveMessage SendMessage SendMessageBatch SetQueueAttributes',
  sns: 'ConfirmSubscription CreateTopic DeleteTopic GetTopicAttributes ListSubscriptionsByTopic ListTopics Publish PublishBatch SetTopicAttributes Subscribe Unsubscribe',
  ecs: 'DeregisterTaskDefinition DescribeContainerInstances DescribeTaskDefinition ExecuteCommand RegisterContainerInstance RegisterTaskDefinition RunTask CreateExpressGatewayService CreateTaskSet RegisterDaemonTaskDefinition StartTask UpdateExpressGatewayService',
  ecr: 'BatchCheckLayerAvailability BatchGetImage CompleteLayerUpload GetDownloadUrlForLayer InitiateLayerUpload PutImage UploadLayerPart DescribeRepositories CreatePullThroughCacheRule CreateRepositoryCreationTemplate UpdatePullThroughCacheRule UpdateRepositoryCreationTemplate',
  eks: 'CreateNodegroup DescribeNodegroup CreateFargateProfile ListFargateProfiles ListNodegroups CreateAddon UpdateAddon CreatePodIdentityAssociation UpdatePodIdentityAssociation RegisterCluster UpdateClusterConfig',
  batch:
    'DescribeJobDefinitions DescribeJobQueues RegisterJobDefinition SubmitJob CreateComputeEnvironment UpdateComputeEnvironment',
  cloudformation:
    'CreateChangeSet CreateStack DeleteStack DescribeChangeSet DescribeStackEvents DescribeStackResources DescribeStacks ExecuteChangeSet GetTemplate GetTemplateSummary UpdateStack ValidateTemplate ActivateType RegisterType ContinueUpdateRollback RollbackStack CreateStackSet UpdateStackSet',
  logs: 'CreateLogGroup CreateLogStream DescribeLogGroups DescribeLogStreams FilterLogEvents GetLogEvents PutLogEvents PutRetentionPolicy PutSubscriptionFilter CreateImportTask PutDestination',
  cloudwatch: 'DescribeAlarms GetMetricData GetMetricStatistics PutMetricAlarm PutMetricData PutMetricStream',
  organizations:
    'DescribeAccount DescribeOrganization ListAccounts ListAccountsForParent ListAWSServiceAccessForOrganization ListDelegatedAdministrators ListOrganizationalUnitsForParent ListPoliciesForTarget',
  route53: 'ChangeResourceRecordSets GetHostedZone ListHostedZones ListHostedZonesByName ListResourceRecordSets',
  bedrock:
    'Converse ConverseStream InvokeAgent InvokeModel InvokeModelWithResponseStream ListFoundationModels CreateCustomModel CreateEvaluationJob CreateModelCustomizationJob CreateModelImportJob CreateModelInvocationJob CreateMarketplaceModelEndpoint UpdateMarketplaceModelEndpoint PutModelInvocationLoggingConfiguration',
  states:
    'CreateStateMachine DescribeExecution DescribeStateMachine ListStateMachines SendTaskSuccess StartSyncExecution TestState UpdateStateMachine',
  events: 'PutEvents PutRule PutTargets RemoveTargets',
  kinesis: 'DescribeStreamSummary GetShardIterator PutRecords',
  firehose: 'PutRecordBatch DescribeDeliveryStream CreateDeliveryStream',
  glue: 'GetJobRuns CreateCrawler GetCrawler StartCrawler StartJobRun GetPartitions CreateCatalog UpdateCatalog CreateColumnStatisticsTaskSettings CreateMLTransform StartColumnStatisticsTaskRun StartDataQualityRuleRecommendationRun StartDataQualityRulesetEvaluationRun UpdateColumnStatisticsTaskSettings UpdateCrawler UpdateMLTransform CreateDevEndpoint StartBlueprintRun CreateIntegrationResourceProperty UpdateIntegrationResourceProperty CreateTableOptimizer UpdateTableOptimizer PutDataCatalogEncryptionSettings',
  athena: 'GetQueryExecution GetQueryResults StartQueryExecution CreateWorkGroup UpdateWorkGroup',
  sagemaker:
    'CreateEndpoint CreateEndpointConfig CreateTrainingJob CreateProcessingJob DescribeTrainingJob CreateAIBenchmarkJob CreateAIRecommendationJob CreateAutoMLJob CreateCompilationJob CreateDataQualityJobDefinition CreateDeviceFleet CreateEdgePackagingJob CreateFeatureGroup CreateFlowDefinition CreateInferenceExperiment CreateInferenceRecommendationsJob CreateLabelingJob CreateMlflowApp CreateMlflowTrackingServer CreateModelBiasJobDefinition CreateModelExplainabilityJobDefinition CreateModelQualityJobDefinition CreateNotebookInstance CreateOptimizationJob RenderUiTemplate UpdateDeviceFleet UpdateImage UpdateNotebookInstance CreateAutoMLJobV2 CreatePartnerApp CreateHyperParameterTuningJob CreateMonitoringSchedule UpdateMonitoringSchedule',
  cloudfront: 'CreateInvalidation GetDistribution UpdateDistribution CreateRealtimeLogConfig UpdateRealtimeLogConfig',
  cloudtrail: 'DescribeTrails LookupEvents CreateTrail UpdateTrail EnableFederation',
  aidevops: 'AssociateService EnableOperatorApp RegisterService',
  aiops: 'CreateInvestigationGroup UpdateInvestigationGroup',
  amplify: 'UpdateBranch CreateDomainAssociation',
  appconfig: 'CreateConfigurationProfile UpdateConfigurationProfile',
  appflow: 'CreateConnectorProfile UpdateConnectorProfile',
  'application-autoscaling': 'RegisterScalableTarget',
  appstream: 'CreateAppBlockBuilder CreateExportImageTask CreateImageBuilder CreateImportedImage UpdateAppBlockBuilder',
  appsync: 'CreateGraphqlApi UpdateGraphqlApi',
  aps: 'CreateScraper UpdateScraper',
  'arc-region-switch': 'CreatePlan UpdatePlan',
  auditmanager: 'BatchCreateDelegationByAssessment CreateAssessment UpdateAssessment',
  autoscaling: 'CreateAutoScalingGroup CreateLaunchConfiguration PutLifecycleHook UpdateAutoScalingGroup',
  backup:
    'CreateBackupPlan UpdateBackupPlan CreateBackupSelection CreateRestoreTestingSelection UpdateRestoreTestingSelection StartBackupJob StartCopyJob StartRestoreJob StopBackupJob UpdateRecoveryPointIndexSettings StartScanJob',
  'backup-gateway': 'PutHypervisorPropertyMappings',
  'backup-search': 'StartSearchResultExportJob',
  'bcm-dashboards': 'CreateScheduledReport UpdateScheduledReport',
  'bedrock-agentcore':
    'CreateABTest CreateAgentRuntime CreatePaymentManager UpdateABTest UpdateAgentRuntime UpdatePaymentManager CreateBrowser CreateCodeInterpreter CreateHarness UpdateHarness CreateMemory UpdateMemory CreateOnlineEvaluationConfig UpdateOnlineEvaluationConfig',
  budgets: 'CreateBudgetAction UpdateBudgetAction',
  chatbot:
    'CreateChimeWebhookConfiguration CreateMicrosoftTeamsChannelConfiguration UpdateChimeWebhookConfiguration UpdateMicrosoftTeamsChannelConfiguration',
  chime: 'CreateMediaInsightsPipelineConfiguration UpdateMediaInsightsPipelineConfiguration CreateMediaCapturePipeline',
  cleanrooms: 'CreateAnalysisTemplate CreateConfiguredTableAssociation UpdateConfiguredTableAssociation',
  'cleanrooms-ml':
    'CreateConfiguredAudienceModel UpdateConfiguredAudienceModel CreateConfiguredModelAlgorithm CreateTrainingDataset CreateMLInputChannel PutMLConfiguration StartAudienceGenerationJob',
  codebuild: 'StartBuildBatch',
  codedeploy: 'CreateDeploymentGroup UpdateDeploymentGroup',
  'cognito-identity': 'SetIdentityPoolRoles',
  'cognito-idp':
    'CreateUserImportJob CreateUserPoolClient UpdateUserPoolClient CreateUserPool UpdateUserPool SetUserPoolMfaConfig',
  'cognito-sync': 'SetIdentityPoolConfiguration',
  comprehend:
    'CreateDocumentClassifier CreateEntityRecognizer CreateFlywheel ImportModel StartDocumentClassificationJob StartDominantLanguageDetectionJob StartEntitiesDetectionJob StartEventsDetectionJob StartKeyPhrasesDetectionJob StartPiiEntitiesDetectionJob StartSentimentDetectionJob StartTargetedSentimentDetectionJob StartTopicsDetectionJob UpdateFlywheel',
  comprehendmedical:
    'StartEntitiesDetectionV2Job StartICD10CMInferenceJob StartPHIDetectionJob StartRxNormInferenceJob StartSNOMEDCTInferenceJob',
  config: 'PutConfigurationAggregator PutConfigurationRecorder',
  databrew: 'CreateProfileJob CreateRecipeJob UpdateProfileJob UpdateRecipeJob',
  datapipeline: 'PutPipelineDefinition',
  datasync:
    'CreateLocationAzureBlob CreateLocationFsxWindows CreateLocationHdfs CreateLocationObjectStorage CreateLocationSmb UpdateLocationAzureBlob UpdateLocationFsxWindows UpdateLocationHdfs UpdateLocationObjectStorage UpdateLocationSmb CreateLocationEfs UpdateLocationEfs CreateLocationFsxOntap CreateLocationFsxOpenZfs UpdateLocationFsxOntap UpdateLocationFsxOpenZfs CreateLocationS3 UpdateLocationS3 StartTaskExecution',
  datazone: 'AssociateEnvironmentRole CreateAccountPool UpdateAccountPool PutEnvironmentBlueprintConfiguration',
  devicefarm: 'ScheduleRun',
  dms: 'CreateDataMigration CreateFleetAdvisorCollector ModifyDataMigration StartReplicationTaskAssessmentRun CreateDataProvider ModifyEndpoint CreateMigrationProject',
  elasticbeanstalk: 'UpdateApplicationResourceLifecycle',
  elasticfilesystem: 'CreateReplicationConfiguration',
  elasticmapreduce: 'AddJobFlowSteps StartNotebookExecution RunJobFlow',
  'emr-containers': 'CreateManagedEndpoint',
  entityresolution:
    'CreateIdMappingWorkflow CreateIdNamespace CreateMatchingWorkflow UpdateIdMappingWorkflow UpdateIdNamespace UpdateMatchingWorkflow StartIdMappingJob',
  es: 'AddDataSource AddDirectQueryDataSource UpdateDirectQueryDataSource AssociatePackages CreateElasticsearchDomain UpdateDomainConfig UpdateElasticsearchDomainConfig',
  finspace: 'CreateKxCluster CreateKxUser UpdateKxUser',
  fis: 'CreateExperimentTemplate CreateTargetAccountConfiguration UpdateExperimentTemplate UpdateTargetAccountConfiguration',
  forecast:
    'CreateAutoPredictor CreatePredictor CreateExplainability CreateExplainabilityExport CreateForecastExportJob CreatePredictorBacktestExportJob CreateWhatIfForecastExport CreateForecast CreateWhatIfAnalysis CreateWhatIfForecast',
  frauddetector: 'CreateBatchImportJob CreateBatchPredictionJob PutExternalModel',
  gamelift: 'CreateBuild UpdateScript CreateContainerFleet CreateGameServerGroup UpdateGameServerGroup',
  grafana: 'UpdatePermissions UpdateWorkspaceAuthentication',
  greengrass: 'AssociateRoleToGroup StartBulkDeployment AssociateServiceRoleToAccount',
  groundstation: 'CreateConfig UpdateConfig CreateDataflowEndpointGroup',
  guardduty: 'CreateMalwareProtectionPlan UpdateMalwareProtectionPlan StartMalwareScan',
  'health-agent': 'StartPatientInsightsJob',
  healthlake: 'StartFHIRExportJob StartFHIRImportJob',
  imagebuilder: 'CreateImagePipeline DistributeImage ImportDiskImage StartResourceStateUpdate UpdateImagePipeline',
  inspector: 'RegisterCrossAccountAccessRole',
  iot: 'CreateAuditSuppression UpdateAuditSuppression CreateCommand CreateMitigationAction CreateOTAUpdate CreateRoleAlias SetV2LoggingOptions StartThingRegistrationTask UpdateMitigationAction UpdateRoleAlias CreateProvisioningTemplate UpdateProvisioningTemplate CreateTopicRule ReplaceTopicRule CreateTopicRuleDestination RegisterCACertificate UpdateCACertificate SetLoggingOptions UpdateAccountAuditConfiguration UpdateEncryptionConfiguration UpdatePackageConfiguration',
  iotdeviceadvisor: 'CreateSuiteDefinition UpdateSuiteDefinition StartSuiteRun',
  iotevents: 'CreateAlarmModel CreateDetectorModel UpdateAlarmModel UpdateDetectorModel',
  iotmanagedintegrations: 'CreateManagedThing',
  iotsitewise: 'CreateBulkImportJob PutStorageConfiguration',
  iotwireless: 'StartWirelessDeviceImportTask',
  kafka: 'CreateReplicator',
  kendra:
    'CreateExperience CreateFaq CreateQuerySuggestionsBlockList CreateThesaurus PutPrincipalMapping UpdateExperience UpdateQuerySuggestionsBlockList UpdateThesaurus',
  lakeformation: 'RegisterResource',
  lex: 'StartTestSetGeneration PutBotAlias PutIntent',
  lookoutequipment: 'CreateInferenceScheduler ImportModelVersion StartDataIngestionJob UpdateInferenceScheduler',
  machinelearning: 'CreateDataSourceFromRDS CreateDataSourceFromRedshift',
  mediaconnect:
    'AddFlowOutputs AddFlowSources AddFlowVpcInterfaces CreateRouterInput UpdateRouterInput CreateRouterOutput UpdateRouterOutput GrantFlowEntitlements UpdateFlowEntitlement UpdateFlowOutput UpdateFlowSource',
  medialive: 'CreateNodeRegistrationScript UpdateInputDevice',
  'mediapackage-vod': 'CreatePackagingConfiguration CreatePackagingGroup UpdatePackagingGroup',
  mediapackagev2: 'PutOriginEndpointPolicy',
  'medical-imaging': 'StartDICOMImportJob',
  mobiletargeting:
    'CreateJourney UpdateJourney CreateRecommenderConfiguration PutEventStream UpdateEmailChannel UpdateRecommenderConfiguration',
  'neptune-db':
    'CreateMLEndpoint StartLoaderJob StartMLDataProcessingJob StartMLModelTrainingJob StartMLModelTransformJob',
  'neptune-graph': 'CreateGraphUsingImportTask',
  observabilityadmin: 'CreateS3TableIntegration',
  odb: 'AssociateIamRoleToResource',
  omics:
    'StartAnnotationImportJob StartReadSetExportJob StartReadSetImportJob StartReferenceImportJob StartRun StartVariantImportJob StartRunBatch',
  pcs: 'CreateComputeNodeGroup UpdateComputeNodeGroup',
  personalize:
    'CreateBatchInferenceJob CreateBatchSegmentJob CreateDataDeletionJob CreateMetricAttribution UpdateMetricAttribution',
  pipes: 'CreatePipe UpdatePipe',
  profile: 'CreateIntegrationWorkflow CreateSegmentSnapshot',
  proton: 'CreateEnvironmentAccountConnection UpdateEnvironmentAccountConnection',
  qbusiness: 'CreateRetriever CreateWebExperience PutGroup UpdateRetriever UpdateWebExperience',
  quicksight:
    'CreateActionConnector UpdateActionConnector CreateVPCConnection UpdateVPCConnection StartAssetBundleImportJob',
  rds: 'AddRoleToDBInstance CreateDBProxy ModifyDBProxy CreateDBInstanceReadReplica RestoreDBClusterFromS3 RestoreDBInstanceFromDBSnapshot RestoreDBInstanceToPointInTime RestoreDBInstanceFromS3 AddRoleToDBCluster CreateDBCluster ModifyDBCluster ModifyDBInstance RestoreDBClusterFromSnapshot RestoreDBClusterToPointInTime CreateDBInstance',
  redshift:
    'CreateRedshiftIdcApplication ModifyRedshiftIdcApplication ModifyScheduledAction RestoreFromClusterSnapshot ModifyClusterIamRoles',
  'redshift-serverless': 'UpdateNamespace',
  rekognition:
    'CreateStreamProcessor StartCelebrityRecognition StartContentModeration StartFaceDetection StartFaceSearch StartLabelDetection StartPersonTracking StartSegmentDetection StartTextDetection',
  'resource-groups': 'StartTagSyncTask',
  rtbfabric: 'CreateResponderGateway UpdateResponderGateway',
  rum: 'CreateAppMonitor UpdateAppMonitor PutRumMetricsDestination',
  s3tables: 'PutTableBucketReplication PutTableReplication',
  'sagemaker-geospatial':
    'ExportEarthObservationJob ExportVectorEnrichmentJob StartEarthObservationJob StartVectorEnrichmentJob',
  securityagent: 'CreatePentest UpdateCodeReview UpdatePentest',
  securitylake:
    'CreateCustomLogSource CreateDataLake UpdateDataLake CreateSubscriberNotification UpdateSubscriberNotification',
  ses: 'CreateReceiptRule UpdateReceiptRule CreateRuleSet UpdateRuleSet',
  shield: 'AssociateDRTRole',
  simspaceweaver: 'StartSimulation',
  'sms-voice': 'CreateEventDestination UpdateEventDestination',
  'social-messaging': 'AssociateWhatsAppBusinessAccount PutWhatsAppBusinessAccountEventDestinations',
  'ssm-incidents': 'CreateResponsePlan UpdateResponsePlan',
  'ssm-quicksetup': 'CreateConfigurationManager UpdateConfigurationDefinition',
  storagegateway: 'CreateNFSFileShare CreateSMBFileShare StartCacheReport',
  synthetics: 'CreateCanary StartCanaryDryRun UpdateCanary',
  textract: 'StartDocumentAnalysis StartDocumentTextDetection StartExpenseAnalysis StartLendingAnalysis',
  transcribe:
    'CreateLanguageModel CreateVocabularyFilter StartCallAnalyticsJob StartMedicalScribeJob UpdateVocabulary UpdateVocabularyFilter StartTranscriptionJob',
  transfer: 'CreateAccess UpdateAccess CreateWebApp UpdateWebApp',
  translate: 'StartTextTranslationJob',
  voiceid: 'StartFraudsterRegistrationJob StartSpeakerEnrollmentJob',
  workmail: 'PutEmailMonitoringConfiguration StartMailboxExportJob',
  workspaces: 'ModifyWorkspaceCreationProperties',
  'workspaces-instances': 'CreateWorkspaceInstance',
  kinesisanalytics:
    'AddApplicationCloudWatchLoggingOption AddApplicationInput AddApplicationInputProcessingConfiguration AddApplicationOutput AddApplicationReferenceDataSource DiscoverInputSchema',
};

/** The prefix of the service that has this operation; undefined unless only one is known to have it. */
export function serviceOfOperation(operation: string): string | undefined {
  if (!/^[A-Za-z0-9]{1,128}$/.test(operation)) return undefined;
  // To create a map of all of them would take longer than the few searches of a run.
  const listed = Object.keys(OPERATIONS).find((service) => ` ${OPERATIONS[service]} `.includes(` ${operation} `));
  return listed ?? ownerOfOperation(operation);
}

/** The service whose own error code this is: no other one has EC2's. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
export function serviceOfCode(code: string | null): string | undefined {
  return /^(?:Client\.)?UnauthorizedOperation$/.test(code ?? '') ? 'ec2' : undefined;
}

/**
 * The prefix of the service that a denied call was made to: as the text names it, by the error code, or by the name of the operation;
 * undefined where none of them shows it.
 */
export function serviceOfCall({
  service,
  code,
  operation,
}: Pick<Denial, 'service' | 'code' | 'operation'>): string | undefined {
  return service ?? serviceOfCode(code) ?? (operation === null ? undefined : serviceOfOperation(operation));
}
