const KINDS: Readonly<Record<string, 'user' | 'role'>> = { AIDA: 'user', AROA: 'role' };

/**
 * Of what an id is that AWS shows in the place of a principal's ARN: AIDA… of a user, AROA… of a role. Undefined for any other text.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
 */
export function uniqueIdOf(text: string): 'user' | 'role' | undefined {
  const kind = KINDS[text.slice(0, 4)];
  return kind !== undefined && /^[A-Z0-9]{16,128}$/.test(text) ? kind : undefined;
}
