import { parseArn } from '../../model/arn.ts';
import { unsupported } from '../../model/gap.ts';
import { matchPattern, splitPattern } from '../patterns/match-pattern.ts';
import type { Pattern } from '../patterns/pattern.ts';
import { type CompileValue, certain, type Outcome } from './outcome.ts';
import { withVariables } from './with-variables.ts';

/**
 * ArnEquals and ArnLike "behave identically": "Each of the six colon-delimited components of the ARN is checked separately and each
 * can include multi-character match wildcards (*) or single-character match wildcards (?)". Case-sensitive.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export const arnLike: CompileValue = withVariables({
  compare: ({ pattern }, requested) => compareArns(pattern, requested),
  // What components cover, the whole covers as well.
  mayMatch: ({ widest }, requested) => matchPattern(widest, requested),
});

/** A pattern is the same object for every request unless it holds variables. */
const cache = new WeakMap<Pattern, readonly Pattern[]>();

function componentsOf(pattern: Pattern): readonly Pattern[] {
  const known = cache.get(pattern);
  if (known !== undefined) return known;
  const components = splitPattern(pattern, 6);
  cache.set(pattern, components);
  return components;
}

function compareArns(pattern: Pattern, requested: string): Outcome {
  const [scheme, partition, service, region, account, resource] = componentsOf(pattern);
  const arn = parseArn(requested);
  if (!scheme || !partition || !service || !region || !account || !resource || arn === undefined)
    return { mayMatch: matchPattern(pattern, requested), gap: unsupported('how AWS compares an incomplete ARN') };
  return certain(
    matchPattern(resource, arn.resource) &&
      matchPattern(account, arn.account) &&
      matchPattern(service, arn.service) &&
      matchPattern(partition, arn.partition) &&
      matchPattern(region, arn.region) &&
      matchPattern(scheme, 'arn'),
  );
}
