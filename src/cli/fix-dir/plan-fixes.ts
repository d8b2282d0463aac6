import type { Cause, Change, Diagnosis, Fix } from '../../model/diagnosis.ts';
import type { PolicyRef } from '../../model/policy.ts';
import { applyChange } from '../../policy/apply-change.ts';

/** A whole new document, with the fixes of all causes that change its policy. */
export interface PlannedDocument {
  readonly file: string;
  readonly policy: PolicyRef;
  readonly document: unknown;
  /** Ids of the causes whose fix is in it. */
  readonly causes: readonly string[];
}

/** Commands that belong together, with the place where they are to run. */
export interface PlannedCommands {
  readonly title: string;
  readonly fix: Fix;
  readonly commands: readonly (readonly string[])[];
}

/** Everything that a folder of fixes holds. */
export interface FixPlan {
  readonly documents: readonly PlannedDocument[];
  readonly commands: readonly PlannedCommands[];
}

/**
 * The documents and commands of all fixes. Several fixes of one policy become one document with all of them, put in place once;
 * a fix that does not fit the others gets a document of its own.
 */
export function planFixes(diagnoses: readonly Diagnosis[]): FixPlan {
  const documents: PlannedDocument[] = [];
  const commands: PlannedCommands[] = [];
  const causes = diagnoses.flatMap((diagnosis) => [
    ...diagnosis.causes,
    ...diagnosis.related.flatMap((related) => related.causes),
  ]);
  for (const cause of causes) {
    if (cause.fix === null || (cause.fix.documents.length === 0 && cause.fix.commands.length === 0)) continue;
    const files = new Map(placeDocuments(cause, cause.fix, documents));
    const printed = cause.fix.commands.map((argv) => argv.map((argument) => renamed(argument, files)));
    const isNew = (argv: readonly string[]) =>
      !commands.some((planned) => planned.commands.some((other) => other.join('\0') === argv.join('\0')));
    commands.push({ title: cause.id, fix: cause.fix, commands: printed.filter(isNew) });
  }
  return { documents, commands };
}

/** Puts the documents of a fix beside or into those that are planned; the file that each of its names became. */
function placeDocuments({ id }: Cause, fix: Fix, planned: PlannedDocument[]): readonly (readonly [string, string])[] {
  const policies = distinctPolicies(fix.changes);
  return fix.documents.map(({ file, document }, index) => {
    const policy = policies[index];
    const at = policy === undefined ? -1 : planned.findIndex((other) => isSame(other.policy, policy));
    const before = planned[at];
    const joined = before && policy && changed(before.document, fix.changes, policy);
    if (before !== undefined && joined !== undefined) {
      planned[at] = { ...before, document: joined.document, causes: [...before.causes, id] };
      return [file, before.file];
    }
    const name = freeName(file, planned);
    planned.push({ file: name, policy: policy ?? NO_POLICY, document, causes: [id] });
    return [file, name];
  });
}

const NO_POLICY: PolicyRef = { name: '', arn: null, kind: 'session', attachedTo: null };

/** The document with the changes of another fix; undefined where they do not fit it. A change that is there already is no change. */
function changed(
  document: unknown,
  changes: readonly Change[],
  policy: PolicyRef,
): { readonly document: unknown } | undefined {
  let result = document;
  for (const change of changes.filter((other) => isSame(other.policy, policy))) {
    const after = applyChange(result, change);
    if (after.status !== 'applied') return undefined;
    result = after.document;
  }
  return { document: result };
}

function distinctPolicies(changes: readonly Change[]): readonly PolicyRef[] {
  const found: PolicyRef[] = [];
  for (const { policy } of changes) if (!found.some((other) => isSame(other, policy))) found.push(policy);
  return found;
}

function isSame(left: PolicyRef, right: PolicyRef): boolean {
  if (left.kind !== right.kind || left.name !== right.name || left.arn !== right.arn) return false;
  return left.attachedTo === right.attachedTo;
}

function renamed(argument: string, files: ReadonlyMap<string, string>): string {
  const file = argument.startsWith('file://') ? files.get(argument.slice('file://'.length)) : undefined;
  return file === undefined ? argument : `file://${file}`;
}

function freeName(file: string, planned: readonly PlannedDocument[]): string {
  const isTaken = (name: string) => planned.some((other) => other.file === name);
  let name = file;
  for (let number = 2; isTaken(name); number += 1) name = file.replace(/(\.json)?$/, `-${number}.json`);
  return name;
}
