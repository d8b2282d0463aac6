import type { Denial, NearbyResource } from '../../model/denial.ts';
import { likelyActionOf } from '../../reference/actions/resource-calls.ts';
import type { NumberedLine } from '../text/clean-lines.ts';
import { firstFrom } from './sorted-lines.ts';

/** `s3://bucket/key`, with or without a key. */
const S3_URL = /\bs3[an]?:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([\w!.*'()/=:+@-]{0,900}))?/g;
/** `https://bucket.s3.eu-west-1.amazonaws.com/key` */
const HOST_URL =
  /\bhttps?:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\.s3[.-](?:[a-z0-9-]{5,24}\.)?amazonaws\.com(?:\/([\w!.*'()/=:+@%-]{0,900}))?/g;
/** Terraform's provider: `putting S3 Bucket (name) Policy`, `reading Amazon S3 (Simple Storage) Bucket (name)`. */
const IN_BRACKETS = /\bS3(?: \(Simple Storage\))? Bucket \(([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\)()/g;
/** Prose: `S3 bucket "name"`. */
const IN_QUOTES = /\bS3 bucket:? ["'`“]([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])["'`”]()/gi;
/** CodePipeline: `the Amazon S3 bucket named my-artifacts. Update …` */
const NAMED = /\bS3 bucket named ([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\b()/gi;
/** Terraform's backend: `Unable to access object "prod/terraform.tfstate" in S3 bucket "name"`. */
const OBJECT_IN = /\bobject "([^"\s]{1,900})" in S3 bucket "([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])"/gi;

const LONGEST_LINE = 20_000;
/** Lines that are farther away are about something else. */
const REACH = 3;

/** A line that names a bucket, maybe with an object in it. */
interface BucketLine {
  readonly bucket: string;
  readonly key: string;
  readonly line: number;
  readonly label: string;
  /** The ACL that the command in the line sends with the object. */
  readonly acl: string | null;
}

/** `aws s3 cp --acl public-read …` */
const ACL = /--acl[ =]["']?([a-z-]{4,40})/;

/** The lines that name a bucket by a URL, or as Terraform does, in order. */
export function bucketLinesIn(lines: readonly NumberedLine[]): readonly BucketLine[] {
  return lines.flatMap(({ text: own, line }, index) => {
    if (own.length > LONGEST_LINE || !/s3/i.test(own)) return [];
    const text = own + wrappedName(own, lines[index + 1]?.text ?? '');
    const acl = ACL.exec(text)?.[1] ?? null;
    const objects = [...text.matchAll(OBJECT_IN)].map(([, key = '', bucket = '']) => ({
      bucket,
      key,
      line,
      label: 'object',
      acl,
    }));
    // The same bucket once more, without its object.
    const patterns = objects.length > 0 ? [] : [S3_URL, HOST_URL, IN_BRACKETS, IN_QUOTES, NAMED];
    const named = patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].map(([, bucket = '', key = '']) => ({
        bucket,
        key: key.replace(/[.,:)']+$/, ''),
        line,
        label: pattern === S3_URL || pattern === HOST_URL ? 'URL' : 'bucket',
        acl,
      })),
    );
    return [...objects, ...named];
  });
}

/** The name in the next line, where Terraform has wrapped the text inside `S3 bucket "name"`. */
function wrappedName(text: string, next: string): string {
  if (!/\bS3 bucket:?\s*$/i.test(text)) return '';
  return ` ${/^[\s│|]*(["'`“][a-z0-9.-]{3,63}["'`”])/.exec(next)?.[1] ?? ''}`;
}

/**
 * A denial of S3 with the bucket and the object that the lines right around it name, where its own sentence names none. Lines that name more
 * than one object, as those of a copy do, show nothing.
 */
export function withBucketAround(denial: Denial, buckets: readonly BucketLine[]): Denial {
  const { action, resource, nearby, lines, asked } = denial;
  const call = action ?? (asked === undefined ? undefined : likelyActionOf(asked.type, asked.step)) ?? '';
  if (resource !== null || nearby !== undefined || !/^(?:s3:.*)?$/i.test(call)) return denial;
  const [first, last] = lines;
  // Where nothing says that the call was one of S3, the line of the denial itself has to.
  const reach = call === '' ? 0 : REACH;
  const near = buckets.slice(firstFrom(buckets, first - reach), firstFrom(buckets, last + reach + 1));
  const [found, ...others] = near;
  if (found === undefined || others.some(({ bucket, key }) => bucket !== found.bucket || key !== found.key))
    return denial;
  const { bucket, key, line, label } = found;
  const named = (name: string): NearbyResource => ({ value: `arn:aws:s3:::${name}`, label, line });
  const acl = near.flatMap((one) => one.acl ?? [])[0];
  const sent = acl === undefined || denial.sent !== undefined ? {} : { sent: { 's3:x-amz-acl': [acl] } };
  return { ...denial, ...sent, nearby: [...(key === '' ? [] : [named(`${bucket}/${key}`)]), named(bucket)] };
}
