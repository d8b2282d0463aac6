import { queueArnOfUrl } from '../../../reference/resources/queue-url.ts';
import { isFields, type ObjectFields, type ObjectValue, textAt, valueAt } from '../../text/read-object.ts';

/** A name as IAM's own messages have it (`role app`), or an ARN, and the field of the record that it stands in. */
export interface RecordedResource {
  readonly value: string;
  readonly label: string;
}

/** The parameter that names what a service's call is about, as ARN or by its name. */
const BY_NAME: Readonly<Record<string, string>> = {
  dynamodb: 'tableName',
  ecr: 'repositoryName',
  kms: 'keyId',
  lambda: 'functionName',
  secretsmanager: 'secretId',
  logs: 'logGroupName',
};

/** The entities of IAM in the order of what a call with several of them is about. */
const IAM_ENTITIES = [
  ['roleName', 'role'],
  ['userName', 'user'],
  ['groupName', 'group'],
  ['instanceProfileName', 'instance profile'],
] as const;

/** No record lists more that matters. */
const MOST = 16;

/**
 * What a CloudTrail record says the call was about, the most specific first: the ARNs in `resources`, then the parameters of the request.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export function recordedResources(record: ObjectFields, service: string): readonly RecordedResource[] {
  const parameters = valueAt(record, 'requestParameters');
  const sent = isFields(parameters) ? [...ofService(parameters, service), ...arnsIn(parameters)] : [];
  const found = [...listed(record), ...sent];
  const distinct = found.filter(({ value }, index) => found.findIndex((one) => one.value === value) === index);
  return distinct.slice(0, MOST);
}

function listed(record: ObjectFields): readonly RecordedResource[] {
  const resources = valueAt(record, 'resources');
  if (!Array.isArray(resources)) return [];
  return resources.filter(isFields).flatMap((resource: ObjectFields) => {
    const arn = textAt(resource, 'ARN') ?? textAt(resource, 'arn');
    return arn?.startsWith('arn:') ? [{ value: arn, label: 'resources[].ARN' }] : [];
  });
}

function ofService(parameters: ObjectFields, service: string): readonly RecordedResource[] {
  if (service === 's3') return bucket(parameters);
  if (service === 'iam') {
    const entity = IAM_ENTITIES.find(([parameter]) => textAt(parameters, parameter) !== undefined);
    return entity === undefined
      ? []
      : [{ value: `${entity[1]} ${textAt(parameters, entity[0]) ?? ''}`, label: labelOf(entity[0]) }];
  }
  const queue = queueArnOfUrl(textAt(parameters, 'queueUrl') ?? '');
  if (queue !== undefined) return [{ value: queue, label: labelOf('queueUrl') }];
  const parameter = BY_NAME[service];
  const value = parameter === undefined ? undefined : textAt(parameters, parameter);
  return parameter === undefined || value === undefined ? [] : [{ value, label: labelOf(parameter) }];
}

/** A bucket and, where the call is about one, the object in it. */
function bucket(parameters: ObjectFields): readonly RecordedResource[] {
  const name = textAt(parameters, 'bucketName');
  if (name === undefined || !/^[a-z0-9][a-z0-9.-]{1,62}$/.test(name)) return [];
  const key = textAt(parameters, 'key');
  const label = labelOf('bucketName');
  const object = key === undefined ? [] : [{ value: `arn:aws:s3:::${name}/${key}`, label }];
  return [...object, { value: `arn:aws:s3:::${name}`, label }];
}

/** ARNs among the parameters, one level deep: `roleArn`, `executionRoleArn`, `role`, `topicArn`. */
function arnsIn(parameters: ObjectFields): readonly RecordedResource[] {
  return Object.entries(parameters).flatMap(([name, value]) => [
    ...arn(name, value),
    ...(isFields(value) ? Object.entries(value).flatMap(([inner, own]) => arn(`${name}.${inner}`, own)) : []),
  ]);
}

function arn(name: string, value: ObjectValue): readonly RecordedResource[] {
  return typeof value === 'string' && /^arn:aws[\w-]*:/.test(value) ? [{ value, label: labelOf(name) }] : [];
}

function labelOf(parameter: string): string {
  return `requestParameters.${parameter}`;
}
