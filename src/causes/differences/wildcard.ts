import { defineMiss } from './miss-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
export const wildcardReach = defineMiss({
  id: 'wildcard',
  kind: 'wildcard',
  elements: ['action', 'resource', 'principal'],
  doc: {
    what: 'has a wildcard that does not reach as far as it looks.',
    why: 'app-* does not cover my-app; role/app* covers no role with a path; in a Principal a wildcard inside an ARN matches nobody at all.',
    fix: 'Add the ARN that was asked for, and leave the one that is there: others may rely on it.',
  },
});
