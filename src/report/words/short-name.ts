/** The last part of an ARN's name, for a sentence. */
export function shortName(resource: string): string {
  return resource.slice(Math.max(resource.lastIndexOf('/'), resource.lastIndexOf(':')) + 1) || resource;
}
