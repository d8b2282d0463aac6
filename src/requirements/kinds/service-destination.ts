import { grantStatement } from '../../grants/grant-statement.ts';
import type { NonEmpty } from '../../model/non-empty.ts';
import type { PolicyStatement, Requirement, Way } from '../../model/requirement.ts';
import { destinationOf, NOTIFIED, NOTIFIER } from '../../reference/services/service-destinations.ts';
import type { Asked } from '../asked.ts';
import { allow, awsCommand, type Shown, showBucketPolicy, way } from '../make.ts';
import { join, known, type Named, token } from '../named.ts';
import { serviceTerms } from '../service-terms.ts';
import { guardrailsOfResource } from './guardrails.ts';

/** True where a service says that a bucket, log group, function, queue or topic does not let it in. */
export function isDestination({ action, denialCase: { denial, text } }: Asked): boolean {
  const host = denial?.callerName ?? null;
  if (destinationOf(host, action) !== undefined) return true;
  const isLogs = host === 'delivery.logs.amazonaws.com' && action === 'logs:PutLogEvents';
  return isLogs || (host === NOTIFIER && /destination\s+configurations/i.test(text));
}

/** What the policy of the target must have for the service, as the service's page has it: the row of each is in `service-destinations.ts`. */
export function destination(asked: Asked): readonly Requirement[] {
  const { denialCase, action } = asked;
  const host = denialCase.denial?.callerName ?? '';
  if (host === NOTIFIER) return notification(asked);
  const row = destinationOf(host, action);
  if (row === undefined) return logGroup(asked, host);
  const bucket = bucketOf(asked);
  const account = token('SOURCE_ACCOUNT', 'account whose logs are written');
  const terms = serviceTerms(host, action, account, asked.place.partition);
  const written = join`${bucket}/${row.writes.replace('ACCOUNT', account.text)}`;
  const acl = row.givesControl ? { 's3:x-amz-acl': 'bucket-owner-full-control' } : {};
  const statements = [
    ...(row.onBucket.length === 0 ? [] : [grant(host, row.onBucket, bucket, terms.condition)]),
    grant(host, [action], written, withKeys(terms.condition, acl)),
  ];
  return resourcePolicy(asked, [bucket, account], [showBucketPolicy(bucket)], [{ statements, alsoNeeds: [] }]);
}

/** The conditions let the service act for one account only, as AWS's page has them. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-CWL.html */
function logGroup(asked: Asked, host: string): readonly Requirement[] {
  const { place } = asked;
  const region = place.region === null ? token('REGION') : known(place.region);
  const group = join`arn:${place.partition}:logs:${region}:${token('ACCOUNT')}:log-group:${token('LOG_GROUP_NAME')}:log-stream:*`;
  const source = token('SOURCE_ACCOUNT', 'account whose logs are written');
  const condition = {
    StringEquals: { 'aws:SourceAccount': source.text },
    ArnLike: { 'aws:SourceArn': join`arn:${place.partition}:logs:${region}:${source}:*`.text },
  };
  const statement = grant(host, ['logs:CreateLogStream', 'logs:PutLogEvents'], group, condition);
  const shows = [awsCommand(null, 'logs describe-resource-policies --region', region)];
  return resourcePolicy(asked, [group, source], shows, [way(statement)]);
}

/** A policy of the function, queue or topic, whichever is notified. */
function notification(asked: Asked): readonly Requirement[] {
  const account = token('SOURCE_ACCOUNT', 'account that owns the bucket');
  const bucket = token('BUCKET_NAME');
  const target = token('RESOURCE_ARN', 'ARN of the function, queue or topic that is notified');
  const condition = {
    StringEquals: { 'aws:SourceAccount': account.text },
    ArnLike: { 'aws:SourceArn': join`arn:${asked.place.partition}:s3:::${bucket}`.text },
  };
  const [first, ...more] = NOTIFIED.map((action) => way(grant(NOTIFIER, [action], target, condition)));
  return first === undefined ? [] : resourcePolicy(asked, [target, account, bucket], [], [first, ...more]);
}

function resourcePolicy(
  asked: Asked,
  names: readonly Named[],
  show: readonly Shown[],
  ways: NonEmpty<Way>,
): readonly Requirement[] {
  const [resource] = names;
  const arn = resource === undefined || resource.placeholders.length > 0 ? null : resource.text;
  return [
    allow(
      {
        id: 'resource',
        step: 'resource',
        request: { action: asked.action, resource: null },
        target: { kind: 'resource', arn, attachedTo: arn },
        who: 'resource-owner',
        names,
        show,
        usual: ['resource.no-allow'],
      },
      ways,
    ),
    ...guardrailsOfResource(asked, names.slice(0, 1)),
  ];
}

function grant(host: string, actions: readonly string[], { text }: Named, condition: unknown): PolicyStatement {
  return grantStatement('resource', {
    principal: { Service: host },
    action: actions.length === 1 ? (actions[0] ?? '') : actions,
    resource: text,
    condition,
  });
}

function withKeys(condition: unknown, keys: Readonly<Record<string, string>>): unknown {
  if (Object.keys(keys).length === 0) return condition;
  const own: Readonly<Record<string, unknown>> =
    typeof condition === 'object' && condition !== null ? { ...condition } : {};
  const equals = own['StringEquals'];
  return { ...own, StringEquals: { ...(typeof equals === 'object' ? equals : {}), ...keys } };
}

function bucketOf({ resource, place }: Asked): Named {
  if (resource?.startsWith('arn:') === true) return known(resource);
  const name = resource === null ? token('BUCKET_NAME') : known(resource);
  return join`arn:${place.partition}:s3:::${name}`;
}
