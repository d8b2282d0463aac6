/** denytrace as a library. Importing it loads no AWS SDK; only a live source does. */

import { type DiagnoseInput, type DiagnoseOptions, diagnose as diagnoseAll } from './diagnose/diagnose.ts';
import { type PrintedCause, type PrintedDiagnosis, type PrintedRelated, printed } from './report/printed.ts';

export type { BareRequest, DiagnoseInput, DiagnoseOptions } from './diagnose/diagnose.ts';
export { evaluate } from './evaluate/evaluate.ts';
export type { AwsOptions } from './gather/aws-options.ts';
export { mergeSnapshots } from './gather/snapshot/merge-snapshots.ts';
export { type OpenOptions, openSnapshot } from './gather/snapshot/open-snapshot.ts';
export type { Snapshot } from './gather/snapshot/snapshot.ts';
export { SnapshotError } from './gather/snapshot/snapshot-error.ts';
export type { Denial } from './model/denial.ts';
export type { Cause, Diagnosis, Fix, Related, Step } from './model/diagnosis.ts';
export type {
  Evaluation,
  EvaluationPolicies,
  EvaluationRequest,
  NamedPolicy,
  StatementResult,
} from './model/evaluation.ts';
export type { Evidence } from './model/evidence.ts';
export type { Gap } from './model/gap.ts';
export { InputError } from './model/input-error.ts';
export { createDenialScanner } from './parse/denial-scanner.ts';
export { parseDenials } from './parse/parse-denials.ts';
export type { FormatName } from './report/formats.ts';
export type { RenderOptions } from './report/options.ts';
export { render } from './report/render.ts';
export type { PrintedCause, PrintedDiagnosis, PrintedRelated };

/**
 * Diagnoses a text, a denial or a bare request: one diagnosis for each distinct denial, with the answer in two sentences and the
 * command-line option that closes each gap, as `--format json` prints it. Rejects with an InputError for an input or option that cannot be
 * used, else only for a bug. The AWS SDK is loaded only for a live source.
 */
export async function diagnose(
  input: DiagnoseInput,
  options: DiagnoseOptions = {},
): Promise<readonly PrintedDiagnosis[]> {
  return (await diagnoseAll(input, options)).map(printed);
}
