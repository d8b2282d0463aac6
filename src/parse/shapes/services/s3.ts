import { FUNCTION_ROLE } from '../../../model/aws-names.ts';
import { ACCESS_DENIED, CODE_NEEDLES } from '../../grammar/codes.ts';
import { requestIdAt } from '../../grammar/request-id.ts';
import type { DenseText } from '../../text/dense-text.ts';
import { type PhraseShape, phraseShape } from '../phrases.ts';
import { fields, type StatedFields } from '../shape.ts';

/** S3, SQS, and services that read code, templates or data from S3 on behalf of the caller. */
export const s3: PhraseShape = phraseShape('s3-and-sqs', [
  // SageMaker and other services that fetch an object, and programs that do: `Unable to download object s3://bucket/key (AccessDenied: …`.
  {
    begins: 'download',
    rest: /(?:object|file|data|failed:?|ing|of){0,3}["'`]?(?=s3:\/\/[a-z0-9][a-z0-9.-]{2,62}\/)/y,
    after: /(?:unableto|failedto|couldnot|cannot|can'?tto|can'?t|errorwhile|error|data)$/,
    place: 'head',
    says: () => ({ action: 's3:GetObject' }),
  },
  { begins: 's3error:accessdenied', needles: ACCESS_DENIED, claim: 'denied' },
  // `Error uploading FILE to S3: Access Denied`, from programs that show only the message.
  {
    begins: 'accessdenied',
    needles: ACCESS_DENIED,
    after: /(?:error|fail|unable|could).{0,80}(?:to|from|in|on)s3:$/,
    claim: 'denied',
  },
  // A program that is not let into a bucket. That a service could not write its logs there: see service-destination.ts.
  {
    begins: 'accessdeniedfor',
    needles: ACCESS_DENIED,
    rest: /(?:bucket|LogDestination):/y,
    when: ({ dense, to }) => !dense.lower.slice(to, to + 200).includes('.pleasecheck'),
    claim: 'denied',
  },
  // The JavaScript SDK after a HEAD request, which has neither a code nor a message.
  {
    begins: 'forbidden:null',
    needles: ['Forbidden: null'],
    when: ({ dense, to }) => dense.lower.slice(to, to + 400).includes('aws-sdk'),
    claim: 'denied',
    says: () => ({ code: 'Forbidden' }),
  },
  // Amplify's library for Flutter, which keeps S3's own answer to itself.
  {
    begins: 's3accessdeniedwhenmakingtheapicall',
    needles: ['access denied when making'],
    claim: 'denied',
    says: () => ({ service: 's3' }),
  },
  {
    begins: 's3exception:',
    needles: CODE_NEEDLES,
    rest: /["'`]([A-Z]\w{3,60})["'`]/y,
    place: 'head',
    says: ([, code]) => fields({ code }),
  },
  {
    begins: 's3error:403(',
    needles: CODE_NEEDLES,
    rest: /([A-Z]\w{3,60})\)/y,
    place: 'head',
    says: ([, code]) => fields({ code }),
  },
  // The Go SDK after a HEAD request, whose answer has no body.
  {
    begins: 'forbidden:forbidden',
    needles: ['Forbidden: Forbidden'],
    rest: /(?=statuscode:403)/y,
    place: 'head',
    says: () => ({ code: 'Forbidden' }),
  },
  {
    begins: 'youraccesshasbeendeniedby',
    needles: ['access has been denied by'],
    rest: /(S3|EC2|KMS|SQS|SNS|Kinesis|DynamoDB),pleasemakesure([A-Za-z]{0,60}?)permissions?to\*?([A-Z][A-Za-z]{3,40}?)(?:\*|for|\.|$)/y,
    claim: 'denied',
    says: ([, service, who, operation], { dense, to }) => ({
      ...fields({
        service,
        operation,
        callerName: /functionexecutionrole/i.test(who ?? '') ? FUNCTION_ROLE : null,
      }),
      ...objectNamed(dense, to),
    }),
  },
  {
    begins: 'accesstotheresourceisdenied',
    needles: ['Access to the resource'],
    claim: 'denied',
    after: /amazon\w{2,40}exception:$/,
  },
  {
    // SQS, with the URL of the queue.
    begins: 'accesstotheresource',
    needles: ['Access to the resource'],
    rest: /(https?:\/\/[\w.-]{1,100}\.amazonaws\.com[^<>"']{0,300}?)is`?denied/y,
    claim: 'denied',
    says: ([, resource]) => fields({ resource }),
  },
  {
    begins: 'accesstotheresource',
    rest: /([^<>"']{3,400}?)is`?denied/y,
    says: ([, resource]) => fields({ resource }),
  },
  {
    begins: 'accesstotheresource',
    needles: ['Access to the resource'],
    rest: /(<[^<>]{0,40}(?:sqs|queue)[^<>]{0,40}>)is`?denied/iy,
    claim: 'denied',
    says: (_, { dense, from, to }) => fields({ resource: placeholder(dense.written(from, to, ' ')) }),
  },
  { begins: 'accessdenied', needles: ACCESS_DENIED, rest: /.{0,300}?\(S3_ERROR\)/y, claim: 'denied' },
  // Apache Arrow's file system.
  {
    begins: 'awserroraccess_deniedduring',
    needles: ['ACCESS_DENIED during'],
    rest: /([A-Z]\w{2,80}?)operation/y,
    claim: 'denied',
    says: ([, operation]) => fields({ code: 'ACCESS_DENIED', operation, service: 's3' }),
  },
  // restic, which uses MinIO's client and does not print the code.
  { begins: 'accessdenied', needles: ACCESS_DENIED, after: /unabletoopenconfigfile:stat:$/, claim: 'denied' },
  {
    begins: 'client.',
    needles: ACCESS_DENIED,
    rest: /(BucketExists|GetObject|ListObjects|MakeBucket|PutObject|RemoveObject|StatObject):Accessdenied/iy,
    claim: 'denied',
    says: ([, operation]) => fields({ operation, service: 's3' }),
  },
  // The XML body of S3 without its tags, as in an e-mail. The host id comes last.
  {
    begins: 'accessdeniedaccessdenied',
    needles: ACCESS_DENIED,
    rest: /([0-9A-Z]{16})(?=[\w+/=]{40})/y,
    claim: 'denied',
    says: ([, requestId]) => fields({ code: 'AccessDenied', requestId }),
  },
  {
    begins: 'accessdenied',
    rest: /(?=["'`.]|$)/y,
    after: /["']?message["']?[:=](?:chr)?["'`]{0,2}$/,
  },
  // .NET and PowerShell name the class or the command, and no code.
  {
    begins: 'accessdenied',
    needles: ACCESS_DENIED,
    after: /amazon\w{2,40}exception:$|[a-z]{3,8}-s3[a-z]{2,30}:$/,
    claim: 'denied',
  },
  // The Ruby SDK's first version in JRuby, whose class has no name. A frame has the operation: `put_object at (eval):3`.
  {
    begins: 'accessdenied',
    needles: ACCESS_DENIED,
    after: /#<class:0x[0-9a-f]{1,16}>:$/,
    when: ({ dense, to }) => dense.lower.slice(to, to + FRAMES).includes('aws-sdk'),
    claim: 'denied',
    says: (_, { dense, to }) => fields({ service: 's3', method: rubyMethod(dense.lower.slice(to, to + FRAMES)) }),
  },
  { begins: 'allaccesstothisobjecthasbeendisabled', needles: ['access to this object has'], claim: 'denied' },
  { begins: 'allaccesstothisresourcehasbeendisabled', needles: ['access to this resource has'], claim: 'denied' },
  {
    begins: 's3serviceexception:',
    needles: CODE_NEEDLES,
    rest: /([\w .'-]{2,80}),Status(\d{3}),Error([A-Z]\w{2,40}),(?:Rid)?/y,
    says: ([, , status, code], { dense, to }) => fields({ status, code, requestId: requestIdAt(dense, to)?.requestId }),
  },
  {
    begins: 'callfailed:',
    rest: /([a-z]\w{3,60})\([^()]{0,400}\)=>/y,
    place: 'head',
    says: ([, operation]) => fields({ operation }),
  },
]);

const FRAMES = 700;

/** The operation in a frame of code that the SDK generates: `put_object at (eval)`, without its blanks. */
function rubyMethod(frames: string): string | undefined {
  const name = /[^a-z]\d*((?:get|put|list|delete|create|head|copy)_[a-z_]{3,60})at\(eval\)/.exec(frames)?.[1];
  return name?.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** A placeholder in a text, which may have blanks: `<url to SQS>`. */
function placeholder(text: string): string | undefined {
  return /<[^<>]{1,120}>/.exec(text)?.[0];
}

/** `… for bucket/key.zip.`: the object that a service could not read for the caller. */
function objectNamed(dense: DenseText, to: number): Pick<StatedFields, 'recorded'> {
  const start = dense.lower.startsWith('for', to) ? to + 'for'.length : to;
  const named = /^([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/(.{1,900}?)\.?$/.exec(
    dense.written(start, dense.nextSpacing(start + 1)),
  );
  if (named === null) return {};
  return {
    recorded: [
      { value: `arn:aws:s3:::${named[1]}/${named[2]}`, label: 'GetObject for' },
      { value: `arn:aws:s3:::${named[1]}`, label: 'GetObject for' },
    ],
  };
}
