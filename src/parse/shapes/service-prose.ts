import { named } from '../grammar/principal.ts';
import { arnAfter, arnBefore, valueAfter } from './found-values.ts';
import { phraseShape } from './phrases.ts';
import { said } from './shape.ts';

/** Services that refuse in words of their own. A phrase without a claim only adds to an error that has a code. */
export const serviceProse: ReturnType<typeof phraseShape> = phraseShape('service-prose', [
  {
    begins: 'roledoesnothavepermissionstocall',
    rest: /([A-Z][A-Za-z]{3,60}?)on(?=[A-Z])/y,
    claim: 'denied',
    says: ([, operation], found) => said({ operation, service: valueAfter(found) }),
  },
  {
    begins: 'donothavesufficientpermissionstocall',
    rest: /([a-z0-9-]{2,30}[.:][A-Za-z]{3,60}?)(?=for|on|[^A-Za-z])/y,
    claim: 'denied',
    says: ([, action]) => said({ action }),
  },
  {
    begins: "doesn'thavepermissiontocall",
    rest: /([a-z0-9-]{2,30}:[A-Za-z]{3,60}?)(?=\(|for|on|[^A-Za-z]|$)/y,
    claim: 'denied',
    says: ([, action]) => said({ action }),
  },
  {
    // The CNI of EKS, in its events.
    begins: 'failedtocall',
    rest: /([a-z0-9-]{2,30}:[A-Z][A-Za-z]{3,60}?)duetomissingpermissions/y,
    claim: 'denied',
    says: ([, action]) => said({ action }),
  },
  {
    // Custodian for organizations, in a row of its log.
    begins: 'accessdeniedapi:',
    rest: /([A-Z][A-Za-z]{3,60}?)(?=policy:)/y,
    claim: 'denied',
    says: ([, operation]) => said({ operation }),
  },
  { begins: 'insufficientpermissionstoaccesss3bucket', claim: 'denied' },
  { begins: 'doesnothavesufficientpermissions', after: /role/, claim: 'denied' },
  {
    begins: 'doesnothavepermissionto',
    rest: /[a-z]{3,20}resource(?=arn:)/y,
    claim: 'denied',
    says: (_, found) => said({ resource: arnAfter(found) }),
  },
  { begins: 'doesnotgiveyoupermissiontoperformoperationsinthefollowingawsservice', claim: 'denied' },
  {
    begins: 'cannotaccessstream',
    rest: /(?=arn:)/y,
    claim: 'denied',
    says: (_, found) => said({ resource: arnAfter(found) }),
  },
  { begins: 'hasinsufficient', rest: /(?:[A-Z]\w{1,11}?)?permissions/y, after: /role/, claim: 'denied' },
  { begins: 'insufficientpermissionstoexecutethequery', claim: 'denied' },
  // Athena, of the bucket that it puts results into.
  { begins: 'donotseemtohaveaccesstothes3location', claim: 'denied' },
  { begins: 'permissiondeniedons3path:', claim: 'denied' },
  {
    begins: 'youarenotauthorizedtouselaunchtemplate',
    rest: /(?::(lt-[0-9a-f]{8,32}))?/y,
    claim: 'denied',
    says: ([, resource]) => said({ resource }),
  },
  // The repository's policy does not let Lambda read, or the caller may not change it. https://docs.aws.amazon.com/lambda/latest/dg/images-create.html
  {
    begins: 'lambdadoesnothavepermissiontoaccesstheecrimage',
    claim: 'denied',
    says: () => ({ action: 'ecr:BatchGetImage' }),
  },
  {
    // Fluent Bit's plugins.
    begins: 'apirespondedwitherror=',
    role: 'head',
    says: (_, { reading, from }) =>
      said({
        operation: /([A-Z][a-z]{1,20}(?:[A-Z][a-z]{1,20}){1,5})$/.exec(
          reading.dense.slice(Math.max(0, from - 90), from),
        )?.[1],
      }),
  },
  { begins: 'roledoesnothavepermissionstoperformthisaction', claim: 'denied' },
  { begins: 'doesnotincludetherequiredpermissionsfor', claim: 'denied' },
  {
    begins: 'invalidpermissionsonlambdafunction',
    claim: 'denied',
    says: () => ({ action: 'lambda:InvokeFunction' }),
  },
  { begins: 'failedtofetchsecret', role: 'head', says: (_, found) => said({ resource: arnAfter(found) }) },
  { begins: 'insufficientlakeformationpermission', claim: 'denied' },
  // The driver for EFS, of whatever call was refused.
  { begins: 'pleaseensureyouhavetherightawspermissions', claim: 'denied' },
  // Elastic Beanstalk's command line, before AWS's message or without one.
  { begins: 'notauthorizederror-operationdenied', role: 'head', claim: 'denied' },
  { begins: 'accessdeniedwhilevalidatingecruri', claim: 'denied' },
  {
    begins: 'unauthorizedoperation:',
    rest: /[A-Z][A-Za-z]{3,30}mustbeauthori[sz]edto([a-z]\w{3,60})/y,
    claim: 'denied',
    says: ([, operation]) => said({ method: operation, service: 'ec2' }),
  },
  {
    begins: 'isnotauthorizedtoaccessthisresource',
    claim: 'denied',
    after: /user:|arn:/,
    says: (_, found) => said(named(arnBefore(found) ?? '')),
  },
  { begins: "don'thaveaccesstothemodelwiththespecifiedmodelid", claim: 'denied' },
  { begins: "don'thavepermissionstoaccessthisresource", says: () => ({ service: 'organizations' }) },
  { begins: 'youraccountisnotauthorizedtoinvokethisapioperation', says: () => ({}) },
  {
    begins: '"reason":"authorization_failure"',
    claim: 'denied',
    says: (_, { reading, from }) => {
      const before = reading.dense.slice(Math.max(0, from - 700), from);
      const operation = /"eventType":"(\w{3,30})"/.exec(before)?.[1];
      const callerName = /"principalId":"([^"]{3,160})"/.exec(before)?.[1];
      return said({ code: 'AUTHORIZATION_FAILURE', operation, service: 'iot', callerName });
    },
  },
  {
    // SimpleDB, with a code that Azure has as well.
    begins: 'doesnothavepermissiontoperform(',
    rest: /([a-z0-9-]{2,30}:[A-Za-z]{3,60})\)onresource(?=\(arn:)/y,
    claim: 'denied',
    says: ([, action], found) =>
      said({
        action,
        resource: valueAfter(found),
        code: /<Code>(\w{3,40})<\/Code>[^<]{0,9}<Message>[^<]*$/.exec(
          found.reading.dense.slice(Math.max(0, found.from - 200), found.from),
        )?.[1],
      }),
  },
  // MSK's access control. https://docs.aws.amazon.com/msk/latest/developerguide/iam-access-control.html
  {
    begins: 'saslauthentication',
    rest: /(?:exception|failed(?:error)?|error):?(?:\[[\w.-]{1,40}\]:?)?Accessdenied/iy,
    claim: 'denied',
  },
]);
