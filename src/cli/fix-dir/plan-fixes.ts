import { sizeLimitOf, sizeOf } from '../../grants/size-limits.ts';
import type { Cause, Change, Diagnosis, Fix } from '../../model/diagnosis.ts';
import type { PolicyRef } from '../../model/policy.ts';
import { sameDocument } from '../../policy/same-policy.ts';
import { joinChanges } from './join-changes.ts';

/** A whole new document, with the fixes of all causes that change its policy. */
interface PlannedDocument {
  readonly file: string;
  /** Null where it is not known which policy it belongs to. */
  readonly policy: PolicyRef | null;
  readonly document: unknown;
}

/** A fix, with the id of its cause. */
export interface PlannedFix {
  readonly title: string;
  readonly fix: Fix;
}

/** Commands that belong together, with the place where they are to run. */
export interface PlannedCommands extends PlannedFix {
  /** Fixes of other causes that the documents of these commands hold besides. */
  readonly also: readonly PlannedFix[];
  readonly commands: readonly (readonly string[])[];
  /** Another new document of the same policy: putting both in place would undo one of them. */
  readonly rival: string | null;
}

/** Everything that a folder of fixes holds. */
export interface FixPlan {
  readonly documents: readonly PlannedDocument[];
  readonly commands: readonly PlannedCommands[];
}

/**
 * The documents of all fixes and their commands. Several fixes of one policy become one document with all of them, put in place once;
 * a fix that does not fit the others gets a document of its own.
 */
export function planFixes(diagnoses: readonly Diagnosis[]): FixPlan {
  const documents: PlannedDocument[] = [];
  const commands: PlannedCommands[] = [];
  const also = new Map<string, PlannedFix[]>();
  for (const { id, fix } of causesOf(diagnoses)) {
    if (fix === null || fix.documents.length === 0) continue;
    const placed = placeDocuments(fix, documents);
    for (const { place, joined } of placed) {
      const list = also.get(place) ?? [];
      also.set(place, joined ? [...list, { title: id, fix }] : list);
    }
    const files = new Map(placed.map(({ file, place }) => [file, place]));
    const printed = fix.commands.map((argv) => argv.map((argument) => renamed(argument, files)));
    const isNew = (argv: readonly string[]) =>
      !commands.some((planned) => planned.commands.some((other) => other.join('\0') === argv.join('\0')));
    const added = printed.filter(isNew);
    if (added.length === 0 && printed.length > 0) continue;
    const rival = placed.find((document) => document.rival !== null)?.rival ?? null;
    commands.push({ title: id, fix, also: [], commands: added, rival });
  }
  return { documents, commands: commands.map((planned) => ({ ...planned, also: heldBesides(planned, also) })) };
}

/** What other fixes put into the documents of a command, each once. */
function heldBesides(
  { fix, commands }: PlannedCommands,
  also: ReadonlyMap<string, readonly PlannedFix[]>,
): readonly PlannedFix[] {
  const places = commands.flat().flatMap((argument) => also.get(argument.replace(/^file:\/\//, '')) ?? []);
  const key = ({ changes }: Fix) => JSON.stringify(changes.map(({ pointer, after }) => [pointer, after]));
  const distinct = new Map(places.map((planned) => [key(planned.fix), planned]));
  distinct.delete(key(fix));
  return [...distinct.values()];
}

function causesOf(diagnoses: readonly Diagnosis[]): readonly Cause[] {
  return diagnoses.flatMap(({ causes, related }) => [...causes, ...related.flatMap((one) => one.causes)]);
}

interface Placed {
  /** Its name in the fix, and in the folder. */
  readonly file: string;
  readonly place: string;
  /** True where the document of another fix takes its changes up. */
  readonly joined: boolean;
  readonly rival: string | null;
}

/** Puts the documents of a fix beside or into those that are planned. */
function placeDocuments(fix: Fix, planned: PlannedDocument[]): readonly Placed[] {
  const policies = distinctPolicies(fix.changes);
  return fix.documents.map(({ file, document }, index) => {
    const policy = policies[index] ?? null;
    const isOf = (other: PolicyRef | null) => policy !== null && other !== null && sameDocument(other, policy);
    const at = planned.findIndex((other) => isOf(other.policy));
    const before = planned[at];
    const changes = fix.changes.filter((change) => isOf(change.policy));
    const joined = before && joinChanges(before.document, changes);
    if (before !== undefined && joined !== undefined && hasRoom(policy, joined.document)) {
      planned[at] = { ...before, document: joined.document };
      return { file, place: before.file, joined: true, rival: null };
    }
    const place = freeName(file, planned);
    planned.push({ file: place, policy, document });
    return { file, place, joined: false, rival: before?.file ?? null };
  });
}

/** Two fixes that AWS takes one by one may be too large for one document. */
function hasRoom(policy: PolicyRef | null, document: unknown): boolean {
  const limit = policy === null ? undefined : sizeLimitOf(policy);
  return limit === undefined || sizeOf(document) <= limit.most;
}

/** The policies of the documents of a fix, in their order. */
function distinctPolicies(changes: readonly Change[]): readonly PolicyRef[] {
  const found: PolicyRef[] = [];
  for (const { policy } of changes) if (!found.some((other) => sameDocument(other, policy))) found.push(policy);
  return found;
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
