/** The last part of an ARN, taken apart. */
export interface ResourceParts {
  readonly type: string;
  /** With slashes at both ends. */
  readonly path: string;
  readonly name: string;
}

/** `role/teams/red/deploy` → role, /teams/red/, deploy. Resources without type (an SQS queue) are a name alone. */
export function splitResource(resource: string): ResourceParts {
  const start = resource.search(/[/:]/);
  if (start < 0) return { type: '', path: '', name: resource };
  const rest = resource.slice(start + 1);
  const last = rest.lastIndexOf('/');
  return { type: resource.slice(0, start), path: `/${rest.slice(0, last + 1)}`, name: rest.slice(last + 1) };
}
