import { type DiagnoseOptions, diagnose } from '../../src/diagnose/diagnose.ts';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import type { PolicyStatement, Requirement } from '../../src/model/requirement.ts';

/** The diagnosis of the first denial of a text of which nothing can be read. */
export async function diagnosisOf(text: string, options: Partial<DiagnoseOptions> = {}): Promise<Diagnosis> {
  const [first] = await diagnose({ text }, { source: 'none', ...options });
  if (first === undefined) throw new Error(`no denial in: ${text}`);
  return first;
}

/** What must be in place for the first denial of a text, by id. */
export async function requirementsOf(
  text: string,
  options: Partial<DiagnoseOptions> = {},
): Promise<Readonly<Record<string, Requirement>>> {
  const { requirements } = await diagnosisOf(text, options);
  return Object.fromEntries(requirements.map((one) => [one.id, one]));
}

/** The statements of each way. */
export function statementsOf(requirement: Requirement | undefined): readonly PolicyStatement[] {
  return requirement?.need === 'allow' ? requirement.ways.flatMap(({ statements }) => statements) : [];
}

/** What each way needs besides. */
export function alsoNeeded(requirement: Requirement | undefined): readonly (readonly string[])[] {
  return requirement?.need === 'allow' ? requirement.ways.map(({ alsoNeeds }) => alsoNeeds) : [];
}

/** The commands that show what is there. */
export function commandsOf(requirement: Requirement | undefined): readonly string[] {
  return (requirement?.show ?? []).map(({ argv }) => argv.join(' '));
}

/** A message as AWS writes it. */
export function denied(caller: string, action: string, resource: string | null, rest = ''): string {
  const on = resource === null ? '' : ` on resource: ${resource}`;
  return `User: ${caller} is not authorized to perform: ${action}${on}${rest}`;
}

/** A message of the AWS CLI that names nothing but the operation. */
export function refused(operation: string, code = 'AccessDenied', message = 'Access Denied'): string {
  return `An error occurred (${code}) when calling the ${operation} operation: ${message}`;
}
