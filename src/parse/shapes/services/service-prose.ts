import { FUNCTION_ROLE } from '../../../model/aws-names.ts';
import { ACCESS_DENIED } from '../../grammar/codes.ts';
import { named } from '../../grammar/principal.ts';
import { arnAfter, arnBefore, valueAfter } from '../found-values.ts';
import { type PhraseShape, phraseShape } from '../phrases.ts';
import { fields } from '../shape.ts';

/** Services that refuse in their own words. A phrase without a claim only adds to an error that has a code. */
export const serviceProse: PhraseShape = phraseShape('service-prose', [
  {
    begins: 'roledoesnothavepermissionstocall',
    needles: ['not have permissions to call'],
    rest: /([A-Z][A-Za-z]{3,60}?)on(?=[A-Z])/y,
    claim: 'denied',
    says: ([, operation], found) => {
      const before = found.dense.lower.slice(Math.max(0, found.from - 30), found.from);
      const callerName = /(?:provided|function)execution$/.test(before) ? FUNCTION_ROLE : null;
      return fields({ operation, service: valueAfter(found), callerName });
    },
  },
  {
    begins: 'donothavesufficientpermissionstocall',
    needles: ['have sufficient permissions'],
    rest: /([a-z0-9-]{2,30}[.:][A-Za-z]{3,60}?)(?=for|on|[^A-Za-z])/y,
    claim: 'denied',
    says: ([, action]) => fields({ action }),
  },
  {
    begins: "doesn'thavepermissiontocall",
    needles: ['have permission to call'],
    rest: /([a-z0-9-]{2,30}:[A-Za-z]{3,60}?)(?=\(|for|on|[^A-Za-z]|$)/y,
    claim: 'denied',
    says: ([, action]) => fields({ action }),
  },
  {
    // The CNI plugin of EKS, in its events.
    begins: 'failedtocall',
    needles: ['due to missing permissions'],
    rest: /([a-z0-9-]{2,30}:[A-Z][A-Za-z]{3,60}?)duetomissingpermissions/y,
    claim: 'denied',
    says: ([, action]) => fields({ action }),
  },
  {
    // Cloud Custodian for organizations (c7n-org), in a row of its log.
    begins: 'accessdeniedapi:',
    needles: ACCESS_DENIED,
    rest: /([A-Z][A-Za-z]{3,60}?)(?=policy:)/y,
    claim: 'denied',
    says: ([, operation]) => fields({ operation }),
  },
  {
    // CloudWatch Logs: the action that was called is allowed, the one that tags what it creates is not.
    begins: 'additionalpermission',
    rest: /s?["'“`]?([a-z0-9-]{2,40}:[A-Z][A-Za-z0-9]{2,80}?)["'”`]?(?:is|are)required/y,
    says: ([, action]) => fields({ action }),
  },
  { begins: 'insufficientpermissionstoaccesss3bucket', needles: ['permissions to access S3'], claim: 'denied' },
  {
    begins: 'doesnothavesufficientpermissions',
    needles: ['have sufficient permissions'],
    after: /role/,
    claim: 'denied',
  },
  {
    begins: 'doesnothavepermissionto',
    needles: ['not have permission to'],
    rest: /[a-z]{3,20}resource(?=arn:)/y,
    claim: 'denied',
    says: (_, found) => fields({ resource: arnAfter(found) }),
  },
  {
    begins: 'doesnotgiveyoupermissiontoperformoperationsinthefollowingawsservice',
    needles: ['give you permission to perform'],
    claim: 'denied',
  },
  {
    begins: 'cannotaccessstream',
    needles: ['Cannot access stream'],
    rest: /(?=arn:)/y,
    claim: 'denied',
    // Lambda, about the role of the function; what it may not read is a stream of Kinesis or of a table in DynamoDB.
    // https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html, https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
    says: (_, found) => {
      const resource = arnAfter(found);
      const service = /^arn:[^:]*:(kinesis|dynamodb):/.exec(resource ?? '')?.[1];
      return fields({ action: service && `${service}:GetRecords`, resource, callerName: FUNCTION_ROLE });
    },
  },
  {
    begins: 'hasinsufficient',
    needles: ['insufficient permissions', 'insufficient EC2 permissions'],
    rest: /(?:[A-Z]\w{1,11}?)?permissions/y,
    after: /role/,
    claim: 'denied',
  },
  {
    begins: 'insufficientpermissionstoexecutethequery',
    needles: ['permissions to execute'],
    claim: 'denied',
  },
  // Athena, about the bucket for its results.
  { begins: 'donotseemtohaveaccesstothes3location', needles: ['access to the S3 location'], claim: 'denied' },
  { begins: 'permissiondeniedons3path:', needles: ['denied on S3 path'], claim: 'denied' },
  {
    begins: 'youarenotauthorizedtouselaunchtemplate',
    needles: ['authorized to use launch template'],
    rest: /(?::(lt-[0-9a-f]{8,32}))?/y,
    claim: 'denied',
    // An Auto Scaling group is asked for with the permission to run its instances.
    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-launch-template-permissions.html
    says: ([, resource]) => fields({ action: 'ec2:RunInstances', resource }),
  },
  // The policy of the repository does not allow Lambda to read, or the caller may not change that policy. https://docs.aws.amazon.com/lambda/latest/dg/images-create.html
  {
    begins: 'lambdadoesnothavepermissiontoaccesstheecrimage',
    needles: ['not have permission to'],
    claim: 'denied',
    says: () => ({ action: 'ecr:BatchGetImage' }),
  },
  {
    // The plugins of Fluent Bit.
    begins: 'apirespondedwitherror=',
    place: 'head',
    says: (_, { dense, from }) =>
      fields({
        operation: /([A-Z][a-z]{1,20}(?:[A-Z][a-z]{1,20}){1,5})$/.exec(
          dense.text.slice(Math.max(0, from - 90), from),
        )?.[1],
      }),
  },
  {
    begins: 'roledoesnothavepermissionstoperformthisaction',
    needles: ['have permissions to perform this'],
    claim: 'denied',
  },
  {
    begins: 'doesnotincludetherequiredpermissionsfor',
    needles: ['include the required permissions'],
    // That is a role which RDS cannot assume: see cannot-assume.ts.
    rest: /(?!:?ENHANCED_MONITORING)/iy,
    claim: 'denied',
  },
  {
    begins: 'invalidpermissionsonlambdafunction',
    needles: ['permissions on Lambda'],
    claim: 'denied',
    says: () => ({ action: 'lambda:InvokeFunction' }),
  },
  { begins: 'failedtofetchsecret', place: 'head', says: (_, found) => fields({ resource: arnAfter(found) }) },
  {
    begins: 'insufficientlakeformationpermission',
    needles: ['Lake Formation permission'],
    // What is required may be in the next line.
    rest: /(?:\(s\)|s)?:?(?:Required[A-Za-z]{3,60}on[\w:/.-])?/iy,
    claim: 'denied',
  },
  // Lake Formation, in Glue and Athena.
  {
    begins: 'principaldoesnothaveanyprivilegeonspecifiedresource',
    needles: ['have any privilege on'],
    claim: 'denied',
  },
  {
    // Step Functions, about the role of a state machine that waits for what it starts (.sync).
    // https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html
    begins: 'isnotauthorizedtocreatemanaged-rule',
    needles: ['to create managed-rule'],
    claim: 'denied',
    says: (_, found) => fields({ ...named(arnBefore(found) ?? ''), action: 'events:PutRule' }),
  },
  // The CSI driver for EFS, whichever call was refused.
  { begins: 'pleaseensureyouhavetherightawspermissions', needles: ['right AWS permissions'], claim: 'denied' },
  // The Elastic Beanstalk CLI, with or without AWS's message after it.
  { begins: 'notauthorizederror-operationdenied', needles: ['NotAuthorizedError'], place: 'head', claim: 'denied' },
  // The SDK for Java and CloudFormation, about an answer that has no message.
  {
    begins: 'servicereturnederrorcode',
    rest: /([A-Z]\w{3,60}?)(?=\(Service:)/y,
    place: 'head',
    says: ([, code]) => fields({ code }),
  },
  // The Serverless Framework, which prints the message alone: in a frame, or before its trace.
  { begins: 'serverlesserror:accessdenied', needles: ACCESS_DENIED, rest: /(?!exception)/iy, claim: 'denied' },
  {
    begins: 'accessdenied',
    needles: ACCESS_DENIED,
    after: /serverlesserror-{5,80}$/,
    when: ({ dense, to }) => !dense.lower.slice(to, to + 200).includes('serverlesserror:'),
    claim: 'denied',
  },
  // InSpec, which leaves out everything else.
  { begins: 'unabletoexecutecontrol:accessdenied', needles: ACCESS_DENIED, claim: 'denied' },
  // The tree in which the CDK shows what failed.
  { begins: '🛑accessdenied', needles: ACCESS_DENIED, claim: 'denied' },
  { begins: 'accessdeniedwhilevalidatingecruri', needles: ACCESS_DENIED, claim: 'denied' },
  {
    begins: 'unauthorizedoperation:',
    needles: ['Unauthorized operation', 'Unauthorized Operation'],
    rest: /[A-Z][A-Za-z]{3,30}mustbeauthori[sz]edto([a-z]\w{3,60})/y,
    claim: 'denied',
    says: ([, operation]) => fields({ method: operation, service: 'ec2' }),
  },
  {
    begins: 'isnotauthorizedtoaccessthisresource',
    needles: ['authorized to access this'],
    claim: 'denied',
    after: /user:|arn:/,
    says: (_, found) => fields(named(arnBefore(found) ?? '')),
  },
  {
    begins: "don'thaveaccesstothemodelwiththespecifiedmodelid",
    needles: ['access to the model with'],
    claim: 'denied',
  },
  { begins: "don'thavepermissionstoaccessthisresource", says: () => ({ service: 'organizations' }) },
  { begins: 'youraccountisnotauthorizedtoinvokethisapioperation', says: () => ({}) },
  {
    // SimpleDB, with a code that Azure uses as well.
    begins: 'doesnothavepermissiontoperform(',
    needles: ['not have permission to'],
    rest: /([a-z0-9-]{2,30}:[A-Za-z]{3,60})\)onresource(?=\(arn:)/y,
    claim: 'denied',
    says: ([, action], found) =>
      fields({
        action,
        resource: valueAfter(found),
        code: /<Code>(\w{3,40})<\/Code>[^<]{0,9}<Message>[^<]*$/.exec(
          found.dense.text.slice(Math.max(0, found.from - 200), found.from),
        )?.[1],
      }),
  },
  // IAM access control of MSK. https://docs.aws.amazon.com/msk/latest/developerguide/iam-access-control.html
  {
    begins: 'saslauthentication',
    needles: ACCESS_DENIED,
    rest: /(?:exception|failed(?:error)?|error):?(?:\[[\w.-]{1,40}\]:?)?Accessdenied/iy,
    claim: 'denied',
    says: () => ({ action: 'kafka-cluster:Connect' }),
  },
]);
