import type { PolicyKind } from '../../model/policy.ts';
import { removeSecrets } from '../../model/secrets/remove-secrets.ts';
import type { GivenOption } from '../options.ts';

/** More than any condition key, value or path of AWS's and of Linux's has. */
const LONGEST = 8192;

/**
 * Given options as the words of a command. One that holds a credential is left out: it is never printed. A value that would read as an
 * option is joined to its own.
 */
export function givenWords(options: readonly GivenOption[]): readonly string[] {
  return options.flatMap(([name, value]) => {
    if (value === undefined) return [name];
    if (value.length > LONGEST || removeSecrets(value) !== value) return [];
    return value.startsWith('-') ? [`${name}=${value}`] : [name, value];
  });
}

/** The option that passes a policy in a file. */
const FILE_OPTIONS: Readonly<Partial<Record<PolicyKind, string>>> = {
  session: '--session-policy',
  resource: '--resource-policy',
  trust: '--resource-policy',
  endpoint: '--endpoint-policy',
  scp: '--scp',
  rcp: '--rcp',
};

/** The files of policies of these kinds, which have to be changed as the policies are before they are passed again. */
export function filesOf(kinds: readonly PolicyKind[], options: readonly GivenOption[]): readonly string[] {
  const names = new Set(kinds.map((kind) => FILE_OPTIONS[kind]));
  return options.flatMap(([name, value]) =>
    names.has(name) && value !== undefined && !value.startsWith('arn:') ? [value] : [],
  );
}
