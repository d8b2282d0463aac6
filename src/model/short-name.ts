import { parseArn } from './arn.ts';
import { isUnnamed } from './unnamed-resource.ts';

/** The last part of an ARN's name, for a sentence; of an object in S3 the whole: its key alone names nothing; the kind of one without a name. */
export function shortName(resource: string | null): string {
  if (resource === null) return 'the resource';
  const arn = parseArn(resource);
  if (arn !== undefined && isUnnamed(resource) && arn.resource.includes('${'))
    return `the ${arn.resource.split('/', 1)[0]}`;
  if (arn?.service === 's3' && arn.region === '' && arn.account === '') return arn.resource || resource;
  // The name of a model of Bedrock or of a version ends in a colon's part of its own.
  const name = arn?.resource ?? resource;
  return name.slice(name.lastIndexOf(name.includes('/') ? '/' : ':') + 1) || resource;
}
