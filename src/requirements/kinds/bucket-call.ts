import type { DenialCase } from '../../model/denial-case.ts';
import type { Question } from '../../model/question.ts';
import type { Requirement } from '../../model/requirement.ts';
import { nearbyResource } from '../../request/nearby-resource.ts';
import { askedFor } from '../asked.ts';
import { showBucketPolicy } from '../make.ts';
import type { Named } from '../named.ts';
import { resourcesOf } from '../resource.ts';
import { unnamedCall } from './unnamed-call.ts';

/** What shows that S3 has answered: its clients, its hosts, and the second id that no other service sends. */
const OF_S3 =
  /\bAws::S3::|\bAmazon ?S3\b|\bAmazonS3Exception|\bS3(?:Service)?(?:Exception|Error)\b|\bs3(?:[.-][a-z0-9-]{1,30})?\.amazonaws\.com|<HostId>|\bhost ?id:|\bS3 Extended Request ID/i;

/** True where S3 refused a call that the text does not name. */
export function isCallOfBucket({ denial, text }: Pick<DenialCase, 'denial' | 'text'>): boolean {
  return (
    denial?.kind === 'iam-denial' &&
    denial.action === null &&
    denial.operation === null &&
    denial.asked === undefined &&
    denial.encodedMessage === null &&
    /^(?:AccessDenied|Forbidden)?$/.test(denial.code ?? '') &&
    OF_S3.test(text.slice(0, 65_536))
  );
}

/**
 * S3 says "Access Denied" and nothing else: the statements for the calls that it usually is, on the bucket that the text names, if any.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html
 */
export function bucketAccess(question: Question, denialCase: DenialCase): readonly Requirement[] {
  const { denial } = denialCase;
  const near = denial === null ? undefined : nearbyResource(denial, 's3:GetObject')?.value;
  const asked = askedFor('s3:GetObject', false, question, denialCase);
  const [object] = resourcesOf(
    's3:GetObject',
    question.resource ?? denial?.resource ?? near ?? objectIn(denialCase.text),
    asked.place,
  );
  const bucket = bucketOf(object);
  return unnamedCall(asked, {
    prefix: 'bucket',
    jobs: [
      { actions: ['s3:GetObject'], resource: object },
      { actions: ['s3:PutObject'], resource: object },
      { actions: ['s3:ListBucket'], resource: bucket },
    ],
    holder: bucket,
    show: [showBucketPolicy(bucket)],
  });
}

/** The object that the text names, where it names only one. */
function objectIn(text: string): string | null {
  const found = text.slice(0, 65_536).match(/\bs3:\/\/[a-z0-9][a-z0-9.-]{2,62}\/[^\s"'`,;()<>]{1,1024}/g) ?? [];
  const [only, ...others] = new Set(found);
  return only === undefined || others.length > 0 ? null : only;
}

function bucketOf(object: Named): Named {
  const text = object.text.replace(/^(arn:[^:]*:s3:::[^/]*)\/.*$/, '$1');
  return { text, placeholders: object.placeholders.filter(({ token }) => text.includes(token)) };
}
