import { decide } from '../../evaluate/decide.ts';
import { findQuote } from '../../evidence/aws-words/find-quote.ts';
import { layerFact, policiesOf } from '../../evidence/policy-lookup.ts';
import { advise } from '../../grants/advise.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { AttachedPolicy } from '../../model/policy.ts';
import type { AccessRequest } from '../../model/request.ts';
import { type CaseCause, caseCause, type WhyNot } from '../cause.ts';

const NO_DENIAL: WhyNot = 'there is no error text';
const NO_OBJECT: WhyNot = 'the call does not read an S3 object, or AWS says why it was denied';
const NO_QUOTE: WhyNot = 'the error text does not say that access was denied';

/** How S3 says that it denies access, without a reason. */
const S3_WORDS = ['access denied', 'accessdenied', 'forbidden', '403'];

/** A changed policy takes effect everywhere within seconds, rarely minutes. */
const FRESH_SECONDS = 120;

/** No policy that could be read denies the request, and AWS does. All are likely, and stay beside one another. */
export const allowedYetDenied = [
  caseCause({
    id: 'identity.missing-object',
    layer: 'identity',
    find(denialCase) {
      const listing = listRequest(denialCase);
      if (listing === undefined) return NO_OBJECT;
      if (denialCase.verdict?.allowed === 'no') return 'the policies deny the request';
      if (!mayNotList(listing, denialCase)) return 'the caller is not known to lack s3:ListBucket';
      const quote = findQuote(denialCase, S3_WORDS);
      if (quote === undefined) return NO_QUOTE;
      return {
        summary: `Nothing that could be read denies ${denialCase.request?.action ?? 'it'}, and the caller is not allowed s3:ListBucket on ${listing.resource ?? 'the bucket'}: S3 then returns 403 instead of 404 for an object that does not exist`,
        evidence: [quote],
        certainty: 'likely',
        remedies: [
          advise(
            `check the object key; to get 404 for an object that does not exist, allow s3:ListBucket on ${listing.resource ?? 'the bucket'}`,
          ),
        ],
      };
    },
  }),
  caseCause({
    id: 'identity.just-changed',
    layer: 'identity',
    find(denialCase) {
      if (denialCase.denial === null) return NO_DENIAL;
      if (denialCase.verdict?.allowed !== 'yes') return 'the policies are not known to allow the request';
      const fresh = policiesOf(layerFact(denialCase, 'identity')).find((policy) => isFresh(policy, denialCase));
      if (fresh === undefined) return 'no policy of the caller is known to have been changed right before the call';
      const { ref, versions } = fresh;
      return {
        summary: `${ref.name} was changed right before the call: the change had not propagated yet (IAM is eventually consistent)`,
        evidence: [
          { kind: 'answer', call: 'iam:GetPolicy', text: `${ref.arn ?? ref.name} was changed ${versions?.updated}` },
        ],
        certainty: 'likely',
        remedies: [advise('try again; where a script changes the policy, let it wait until the call works')],
      };
    },
  }),
  caseCause({
    id: 'resource.object-key',
    layer: 'resource',
    find(denialCase) {
      const { request, denial, verdict, facts } = denialCase;
      const use = request === null ? undefined : keyUse(request);
      if (request === null || denial === null || denial.reason !== null || use === undefined) return NO_OBJECT;
      if (verdict?.allowed !== 'yes') return 'the policies are not known to allow the request';
      const quote = findQuote(denialCase, S3_WORDS);
      if (quote === undefined) return NO_QUOTE;
      const across = facts.resourceAccount !== null && facts.resourceAccount !== request.principal.account;
      const both = across
        ? `the key policy and an identity policy of the caller must both allow ${use.action}, and the key cannot be aws/s3, which other accounts cannot use`
        : `the key policy or an identity policy of the caller must allow ${use.action}`;
      return {
        summary: `Everything that could be read allows ${request.action} itself: the object may be encrypted with a KMS key that the caller may not use (S3 then needs ${use.action} on the key)`,
        evidence: [quote],
        certainty: 'likely',
        remedies: [advise(`see which key it is; ${both}`, 'resource-owner', use.command)],
      };
    },
  }),
  caseCause({
    id: 'resource.object-ownership',
    layer: 'resource',
    find(denialCase) {
      const { request, denial, verdict } = denialCase;
      if (request === null || denial === null || denial.reason !== null) return NO_OBJECT;
      if (!OF_OBJECT.has(request.action.toLowerCase())) return NO_OBJECT;
      if (verdict?.allowed !== 'yes') return 'the policies are not known to allow the request';
      const quote = findQuote(denialCase, S3_WORDS);
      if (quote === undefined) return NO_QUOTE;
      return {
        summary:
          'Everything that could be read allows it: the object may belong to the account that wrote it (access control lists)',
        evidence: [quote],
        certainty: 'likely',
        remedies: [
          advise(
            'see who owns the object (aws s3api get-object-acl), and set the bucket to “bucket owner enforced”',
            'resource-owner',
          ),
        ],
      };
    },
  }),
] as const satisfies readonly CaseCause[];

const READS_OBJECT: ReadonlySet<string> = new Set(['s3:getobject', 's3:headobject']);

/** What the owner of an object decides. */
const OF_OBJECT: ReadonlySet<string> = new Set(
  [...READS_OBJECT].flatMap((action) => [action, `${action}acl`, `${action}tagging`]),
);

/** To list the bucket of an object that was asked for: who may do that learns whether the object exists. */
function listRequest({ request, denial }: DenialCase): AccessRequest | undefined {
  if (request === null || denial === null || denial.reason !== null) return undefined;
  if (!READS_OBJECT.has(request.action.toLowerCase())) return undefined;
  const bucket = /^(arn:[^:]*:s3:::[^/*?]+)\/./.exec(request.resource ?? '')?.[1];
  return bucket === undefined ? undefined : { ...request, action: 's3:ListBucket', resource: bucket };
}

/**
 * What S3 needs of the key of an object that is read or written, and the command that shows which key it is.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#require-sse-kms
 */
function keyUse({ action, resource }: AccessRequest) {
  const [, bucket, key] = /^arn:[^:]*:s3:::([^/*?]+)\/([^*?]+)$/.exec(resource ?? '') ?? [];
  if (bucket === undefined || key === undefined) return undefined;
  if (/^s3:getobject(version)?$/i.test(action))
    return {
      action: 'kms:Decrypt',
      command: ['aws', 's3api', 'head-object', '--bucket', bucket, '--key', key, '--query', 'SSEKMSKeyId'],
    };
  if (/^s3:putobject$/i.test(action))
    return { action: 'kms:GenerateDataKey', command: ['aws', 's3api', 'get-bucket-encryption', '--bucket', bucket] };
  return undefined;
}

/** True where the policies deny the listing, or where those of the caller are known and do not allow it. */
function mayNotList(listing: AccessRequest, { facts }: DenialCase): boolean {
  const { allowed, layers } = decide(listing, facts.policies);
  return allowed === 'no' || (allowed === 'unknown' && layers.identity.allow === 'no');
}

function isFresh({ versions }: AttachedPolicy, { now }: DenialCase): boolean {
  const age = (now.getTime() - Date.parse(versions?.updated ?? '')) / 1000;
  return age >= 0 && age <= FRESH_SECONDS;
}
