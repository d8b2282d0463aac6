import { parseArn } from './arn.ts';
import { isUnnamed } from './unnamed-resource.ts';

/**
 * The services whose ARNs have a generated id behind the name: `stack/web/5a42d3d0-…`, `targetgroup/web/73e2d6bc24d8a067`.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const WITH_ID = new Set(['cloudformation', 'elasticloadbalancing', 'kafka', 'wafv2']);
const ID = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?:-\d+)?|[0-9a-f]{16})$/;

/**
 * The last part of an ARN's name, for a sentence; the whole name of an object in S3 and of a parameter in a hierarchy, whose last part
 * alone names nothing; the kind of a resource without a name.
 */
export function shortName(resource: string | null): string {
  if (resource === null) return 'the resource';
  const arn = parseArn(resource);
  if (arn !== undefined && isUnnamed(resource) && arn.resource.includes('${'))
    return `the ${arn.resource.split('/', 1)[0]}`;
  if (arn?.service === 's3' && arn.region === '' && arn.account === '') return arn.resource || resource;
  if (arn?.service === 'ssm' && arn.resource.startsWith('parameter/')) return parameterName(arn.resource) || resource;
  // An alias or a version without its function names nothing: `pay:prod` of `function:pay:prod`.
  if (arn?.service === 'lambda') return arn.resource.slice(arn.resource.indexOf(':') + 1) || resource;
  if (arn !== undefined && WITH_ID.has(arn.service)) return nameBeforeId(arn.resource) ?? resource;
  // The name of a model of Bedrock or of a version ends in a colon's part of its own.
  const name = arn?.resource ?? resource;
  return name.slice(name.lastIndexOf(name.includes('/') ? '/' : ':') + 1) || resource;
}

/** Only a name with a hierarchy begins with a slash. https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-hierarchies.html */
function parameterName(path: string): string {
  const name = path.slice('parameter/'.length);
  return name.includes('/') ? `/${name}` : name;
}

/** Of `kind/name/id`, and of `kind/name:id`, the name; of `kind/id` the id. */
function nameBeforeId(path: string): string | undefined {
  const [, ...names] = path.split(/[/:]/).filter((part) => part !== '');
  return names.findLast((part) => part !== '*' && !ID.test(part)) ?? names.at(-1) ?? (path || undefined);
}
