/**
 * Of what an id is that AWS shows in the place of a principal's ARN: AIDA… of a user, AROA… of a role. Undefined for any other text.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
 */
export function uniqueIdOf(text: string): 'user' | 'role' | undefined {
  const [, kind] = /^A(IDA|ROA)[A-Z0-9]{12,124}$/.exec(text) ?? [];
  return kind === undefined ? undefined : kind === 'IDA' ? 'user' : 'role';
}
