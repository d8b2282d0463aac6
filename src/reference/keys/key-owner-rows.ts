/**
 * Whose a condition key is, for an operation, and so who can change its value. `call`: a parameter that the caller passes. `caller`: what the
 * caller is, or how it signed in. `way`: the network, the region, the time, the service in between. `resource`: what the resource is like.
 * `service`: what an AWS service says of a call that it makes or lets pass.
 */
export type KeyOwner = 'call' | 'caller' | 'way' | 'resource' | 'service';

/** Keys whose owner was looked up one by one, because no rule has it right. */
export interface KeyOwnerRow {
  /** Lower case; a name that ends in `*` stands for all that begin so. */
  readonly keys: readonly string[];
  readonly owner: KeyOwner;
  /** The actions that the row is about, as far as it is not about all of them: a pattern of their names in lower case. */
  readonly actions: RegExp | null;
  /** AWS's page; null for that of the service in the Service Authorization Reference. */
  readonly page: string | null;
}

const IAM = 'https://docs.aws.amazon.com/IAM/latest/UserGuide';
const GLOBAL = `${IAM}/reference_policies_condition-keys.html`;
const IAM_KEYS = `${IAM}/reference_policies_iam-condition-keys.html`;
const KMS = 'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html';
const EC2_TAGS = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html';
const POD_IDENTITY = 'https://docs.aws.amazon.com/eks/latest/userguide/pod-id-abac.html';
const TAGS = 'https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html';
const SESSION_TAGS = `${IAM}/id_session-tags.html`;
const FIS = 'https://docs.aws.amazon.com/fis/latest/userguide/fis-actions-reference.html';
const S3 = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html';
const LATTICE = 'https://docs.aws.amazon.com/vpc-lattice/latest/ug/auth-policies.html';

function row(owner: KeyOwner, page: string | null, keys: string, actions: RegExp | null = null): KeyOwnerRow {
  return { keys: keys.toLowerCase().trim().split(/\s+/), owner, actions, page };
}

/** Tags that EKS Pod Identity puts into the session itself. */
const POD_TAGS = ['eks-cluster-arn', 'eks-cluster-name', 'kubernetes-namespace', 'kubernetes-service-account'];
const SET_BY_EKS = [...POD_TAGS, 'kubernetes-pod-name', 'kubernetes-pod-uid'];

/** The first row that has the key, for this action, counts. */
export const keyOwnerRows = (): readonly KeyOwnerRow[] => [
  // Global keys: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
  row('service', POD_IDENTITY, SET_BY_EKS.map((tag) => `aws:requesttag/${tag} aws:principaltag/${tag}`).join(' ')),
  // "You can't create, edit or delete a tag that begins with this prefix."
  row('service', TAGS, 'aws:requesttag/aws:* aws:principaltag/aws:* aws:resourcetag/aws:*'),
  // Session tags of a federated session are attributes of its token or assertion.
  row('caller', SESSION_TAGS, 'aws:requesttag/* aws:tagkeys', /^sts:assumerolewith(webidentity|saml)$/),
  row('call', GLOBAL, 'aws:requesttag/* aws:tagkeys'),
  row(
    'caller',
    GLOBAL,
    'aws:principalarn aws:principalaccount aws:principalorgpaths aws:principalorgid aws:principaltag/*',
  ),
  row('caller', GLOBAL, 'aws:principaltype aws:userid aws:username aws:assumedroot aws:federatedprovider'),
  row('caller', GLOBAL, 'aws:tokenissuetime aws:signinsessionarn aws:multifactorauthage aws:multifactorauthpresent'),
  row('caller', GLOBAL, 'aws:chatbotsourcearn aws:ec2instancesourcevpc aws:ec2instancesourceprivateipv4'),
  row('caller', GLOBAL, 'aws:sourceidentity ec2:roledelivery ec2:sourceinstancearn ssm:sourceinstancearn'),
  row('caller', GLOBAL, 'glue:roleassumedby glue:credentialissuingservice codebuild:buildarn codebuild:projectarn'),
  row('caller', GLOBAL, 'lambda:sourcefunctionarn'),
  row('caller', GLOBAL, 'identitystore:userid', /^(?!q:|user-subscriptions:)/),
  row('service', GLOBAL, 'aws:principalisawsservice aws:principalservicename aws:principalservicenameslist'),
  row('service', GLOBAL, 'aws:sourceaccount aws:sourcearn aws:sourceorgid aws:sourceorgpaths aws:sourceowner'),
  row('way', GLOBAL, 'aws:sourceip aws:sourcevpc aws:sourcevpcarn aws:sourcevpce aws:vpceaccount aws:vpceorgid'),
  row('way', GLOBAL, 'aws:vpceorgpaths aws:vpcsourceip aws:calledvia aws:calledviafirst aws:calledvialast'),
  row('way', GLOBAL, 'aws:calledviaawsmcp aws:viaawsservice aws:viaawsmcpservice aws:ismcpserviceaction'),
  row('way', GLOBAL, 'aws:currenttime aws:epochtime aws:requestedregion aws:securetransport aws:referer aws:useragent'),
  row('resource', GLOBAL, 'aws:resourceaccount aws:resourceorgid aws:resourceorgpaths aws:resourcetag/*'),
  // IAM and STS
  row('call', IAM_KEYS, 'iam:permissionsboundary', /^iam:(create(user|role)|put(user|role)permissionsboundary)$/),
  row('resource', IAM_KEYS, 'iam:permissionsboundary'),
  row('call', null, 'iam:roletemplatearn', /^iam:createrole$/),
  row('resource', null, 'iam:roletemplatearn'),
  row('call', null, 'iam:servicespecificcredentialservicename', /^iam:createservicespecificcredential$/),
  row('resource', null, 'iam:servicespecificcredentialservicename'),
  row(
    'resource',
    IAM_KEYS,
    'iam:fido-certification iam:fido-fips-140-2-certification iam:fido-fips-140-3-certification',
  ),
  row('service', IAM_KEYS, 'iam:registersecuritykey sts:awsservicename'),
  row('caller', IAM_KEYS, 'sts:rolesessionname', /^sts:assumerolewithsaml$/),
  row('caller', IAM_KEYS, 'sts:sourceidentity sts:transitivetagkeys', /^sts:assumerolewith(webidentity|saml)$/),
  row('caller', IAM_KEYS, 'sts:roleauthorizedbyidp'),
  // KMS
  row('call', KMS, 'kms:keyorigin kms:keyspec kms:keyusage kms:multiregion kms:multiregionkeytype', /^kms:createkey$/),
  row('call', KMS, 'kms:customermasterkeyspec kms:customermasterkeyusage', /^kms:createkey$/),
  row('resource', KMS, 'kms:keyorigin kms:keyspec kms:keyusage kms:multiregion kms:multiregionkeytype'),
  row('resource', KMS, 'kms:customermasterkeyspec kms:customermasterkeyusage kms:resourcealiases'),
  row('resource', KMS, 'kms:trailingdayswithoutkeyusage'),
  row('caller', KMS, 'kms:calleraccount kms:recipientattestation:*'),
  row('way', KMS, 'kms:viaservice'),
  // Grants are made by the services that use a key for somebody.
  row('service', KMS, 'kms:grantisforawsresource kms:grantoperations kms:grantconstrainttype kms:granteeprincipal'),
  row('service', KMS, 'kms:grantconstraintsourcearn kms:granteeserviceprincipal kms:retiringprincipal'),
  row('service', KMS, 'kms:retiringserviceprincipal'),
  // Tagging while something is created: the service says which of its operations creates.
  row('service', EC2_TAGS, 'ec2:createaction ecs:createaction elasticfilesystem:createaction s3files:createaction'),
  row(
    'service',
    EC2_TAGS,
    'elasticloadbalancing:createaction drs:createaction mgn:createaction vpc-lattice:createaction',
  ),
  row('service', null, 'cloudformation:createaction sagemaker:taggingaction deadline:calledaction rds:tagsfromrequest'),
  // Experiments of AWS Fault Injection Service
  row('service', FIS, 'ec2:fisactionid ec2:fistargetarns dynamodb:fisactionid dynamodb:fistargetarns dsql:fisactionid'),
  row('service', FIS, 'dsql:fistargetarns kinesis:fisactionid kinesis:fistargetarns kinesis:fisinjectpercentage'),
  row('service', FIS, 'fis:operations fis:percentage fis:service fis:targets s3:isreplicationpauserequest'),
  row('service', FIS, 's3:destinationregion'),
  // EC2
  row('call', null, 'ec2:attribute ec2:attribute/* ec2:add/* ec2:remove/* ec2:newinstanceprofile'),
  row(
    'call',
    null,
    'ec2:authorizeduser ec2:authorizedservice ec2:permission',
    /^ec2:createnetworkinterfacepermission$/,
  ),
  row('call', null, 'ec2:snapshotlockduration ec2:snapshotcooloffperiod', /^ec2:locksnapshot$/),
  row('call', null, 'ec2:ipv4ipampoolid ec2:ipv6ipampoolid', /^ec2:(associate|create)/),
  row('call', null, 'ec2:authenticationtype ec2:dpdtimeoutseconds ec2:gatewaytype ec2:ikeversions', /^ec2:modifyvpn/),
  row('call', null, 'ec2:insidetunnelcidr ec2:insidetunnelipv6cidr ec2:phase1* ec2:phase2*', /^ec2:modifyvpn/),
  row('call', null, 'ec2:rekeyfuzzpercentage ec2:rekeymargintimeseconds ec2:routingtype', /^ec2:modifyvpn/),
  row('call', null, 'ec2:replaywindowsizepackets', /^ec2:modifyvpn/),
  row('call', null, 'ec2:vpceserviceprivatednsname', /^ec2:modifyvpcendpointserviceconfiguration$/),
  row(
    'call',
    null,
    'ec2:targetinstancecount ec2:interruptiontype ec2:isinterruptible',
    /capacityreservationallocation$/,
  ),
  row('call', null, 'ec2:destinationcapacityreservationid', /^ec2:movecapacity/),
  row('way', null, 'ec2:region'),
  row('resource', null, 'ec2:sourceoutpostarn ec2:sourceavailabilityzone ec2:managedresourceoperator'),
  // What the image says, whatever is made of it.
  row('resource', null, 'ec2:owner ec2:public ec2:productcode ec2:rootdevicetype ec2:imagetype'),
  // S3 and its relatives
  row('way', S3, 's3:authtype s3:signatureage s3:signatureversion s3:tlsversion s3-outposts:authtype'),
  row('way', S3, 's3-outposts:signatureage s3-outposts:signatureversion s3express:authtype s3express:signatureage'),
  row('way', S3, 's3express:signatureversion s3express:tlsversion s3-object-lambda:authtype'),
  row('way', S3, 's3-object-lambda:signatureage s3-object-lambda:tlsversion'),
  row('way', S3, 's3:accesspointnetworkorigin s3:dataaccesspointaccount s3:dataaccesspointarn'),
  row(
    'way',
    S3,
    's3-outposts:accesspointnetworkorigin s3-outposts:dataaccesspointaccount s3-outposts:dataaccesspointarn',
  ),
  row('way', S3, 's3express:accesspointnetworkorigin s3express:dataaccesspointaccount s3express:dataaccesspointarn'),
  row('caller', S3, 's3:accessgrantsinstancearn'),
  row('resource', S3, 's3:resourceaccount s3express:resourceaccount s3:jobsuspendedcause'),
  row('resource', S3, 's3:existingjoboperation s3:existingjobpriority'),
  row('call', S3, 's3:accessgrantscope s3:accessgrantslocationscope', /:create/),
  row('resource', S3, 's3:accessgrantscope s3:accessgrantslocationscope'),
  row('call', S3, 's3express:locationname', /:create/),
  row('resource', S3, 's3express:locationname s3express:allaccessrestrictedtolocalzonegroup'),
  row('service', S3, 's3:deliverysourcearn s3:logtype s3:resourcearnbeingauthorized'),
  // How the caller signed in, or who it is to the service
  row('caller', null, 'bedrock:bearertokentype bedrock-mantle:bearertokentype sagemaker:bearertokentype'),
  row(
    'caller',
    null,
    'aws-external-anthropic:bearertokentype bedrock-agentcore:inboundjwtclaim/* cloudwatch:hasaccessgrant',
  ),
  row('caller', null, 'qapps:userisappowner qapps:userissessionmoderator nimble:requesterprincipalid'),
  row('caller', null, 'deadline:requesterprincipalid servicecatalog:accountlevel servicecatalog:rolelevel'),
  row('caller', null, 'servicecatalog:userlevel signin:principalarn appstream:userid workspaces:userid'),
  row('caller', null, 'ssm:nodeaccountid ssm:nodeorgid drs:ec2instancearn lakeformation:enabledonlyformetadataaccess'),
  row('caller', null, 'glue:enabledforredshiftautodiscovery sagemaker:domainid sagemaker:userprofilename'),
  row('caller', null, 'airflow:teamnames identitycenter:applicationarn identitycenter:instancearn'),
  row('caller', null, 'identitystore:identitystorearn'),
  // Through what the call comes
  row('way', null, 'elasticfilesystem:accesspointarn elasticfilesystem:accessedviamounttarget s3files:accesspointarn'),
  row('way', null, 'execute-api:viadomainarn lambda:invokedviafunctionurl aws-external-anthropic:calledviaconsole'),
  row(
    'way',
    LATTICE,
    'vpc-lattice-svcs:servicenetworkarn vpc-lattice-svcs:sourcevpc vpc-lattice-svcs:sourcevpcowneraccount',
  ),
  // What a service says of a call that it makes or lets pass
  row('service', null, 'events:managedby events:eventbusinvocation events:systemmetadata/* sagemaker:isupdaterecord'),
  row(
    'service',
    null,
    'aidevops:sourceagentspacearn aidevops:targetagentspacearn states:httpendpoint states:httpmethod',
  ),
  row('service', null, 'ssm:sessiondocumentaccesscheck fsx:isbackupcopydestination fsx:isbackupcopysource'),
  // What the thing is like that the call is about; creating it, the call says so
  row('call', null, 'lambda:functionurlauthtype', /^lambda:(?!invoke)/),
  row('resource', null, 'lambda:functionurlauthtype vpc-lattice-svcs:servicearn agentaccess-mcp:stackarn'),
  row('resource', null, 'lambda:functionarn', /^lambda:(invoke|delete|get|list)/),
  row('call', null, 'acm:*', /^acm:(request|import)/),
  row('resource', null, 'acm:certificatekeypairorigin acm:domainnames acm:validationmethod'),
  row('call', null, 'sagemaker:owneruserprofilearn sagemaker:spacesharingtype', /^sagemaker:createspace$/),
  row('resource', null, 'sagemaker:owneruserprofilearn sagemaker:spacesharingtype'),
  row('call', null, 'identitystore:userexternalidissuers identitystore:groupexternalidissuers', /:create/),
  row(
    'resource',
    null,
    'identitystore:userexternalidissuers identitystore:groupexternalidissuers identitystore:primaryregion',
  ),
  row('call', null, 'ram:permissionarn ram:permissionresourcetype', /^ram:(createpermission|associate.*permission)$/),
  row(
    'resource',
    null,
    'ram:permissionarn ram:permissionresourcetype ram:allowsexternalprincipals ram:resourcesharename',
  ),
  row(
    'resource',
    null,
    'ram:shareowneraccountid sso:applicationaccount sso:primaryregion secretsmanager:secretprimaryregion',
  ),
  row('call', null, 'proton:environmenttemplate proton:servicetemplate datapipeline:workergroup', /:create/),
  row(
    'resource',
    null,
    'proton:environmenttemplate proton:servicetemplate datapipeline:workergroup datapipeline:tag/*',
  ),
  row('resource', null, 'datapipeline:pipelinecreator glacier:archiveageindays glue:lakeformationpermissions'),
  row('resource', null, 'glue:federatedauthorizationsource health:eventtypecode health:service qapps:appispublished'),
  row('resource', null, 'qapps:sessionisshared nimble:createdby nimble:ownedby nimble:studioid events:creatoraccount'),
  row('resource', null, 'deadline:associatedmembershiplevel elasticbeanstalk:inapplication cloud9:environmentid'),
  row('resource', null, 'refactor-spaces:applicationcreatedbyaccount refactor-spaces:createdbyaccountids'),
  row('resource', null, 'refactor-spaces:routecreatedbyaccount refactor-spaces:servicecreatedbyaccount'),
  row('resource', null, 'servicediscovery:servicecreatedbyaccount redshift-data:session-owner-iam-userid'),
  row('resource', null, 'redshift-data:statement-owner-iam-userid config:configurationrecorderserviceprincipal'),
  row(
    'resource',
    null,
    'aws-marketplace:agreementtype aws-marketplace:partytype s3tables:namespace s3tables:tablename',
  ),
  row('resource', null, 'cognito-identity:identitypoolarn cognito-identity-auth:* cognito-identity-unauth:*'),
  row('resource', null, 'mediaconvert:httpinputsallowed mediaconvert:httpsinputsallowed mediaconvert:s3inputsallowed'),
  row(
    'resource',
    null,
    'mpa:protectedresourceaccount mpa:requestedoperation iot:thinggrouparn states:statemachinequalifier',
  ),
  row('resource', null, 'rtbfabric:requestergatewaygatewayid serverlessrepo:applicationtype'),
  row('call', null, 'connect:flowtype connect:channel', /:(create|start)/),
  row('resource', null, 'connect:flowtype connect:channel connect:contactassociationid connect:instanceid'),
  row('call', null, 'ses:exportsourcetype fsx:parentvolumeid fsx:storagevirtualmachineid', /:create/),
  row('resource', null, 'ses:exportsourcetype fsx:parentvolumeid fsx:storagevirtualmachineid'),
  row('call', null, 'organizations:policytype', /:(create|list|enable|disable|describeeffective)/),
  row('resource', null, 'organizations:policytype arc-zonal-shift:resourceidentifier'),
  row('call', null, 'ssm:documenttype', /^ssm:createdocument$/),
  row(
    'resource',
    null,
    'ssm:documenttype wisdom:messagetemplate/* codestar-notifications:notificationsforresource',
    /:(?!create)/,
  ),
  row('call', null, 'geo:deviceids geo:geofenceids'),
];
