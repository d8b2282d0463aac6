/** denytrace as a library. Importing it loads no AWS SDK; only a live source does. */

export { type BareRequest, type DiagnoseInput, type DiagnoseOptions, diagnose } from './diagnose/diagnose.ts';
export { evaluate } from './evaluate/evaluate.ts';
export type { AwsOptions } from './gather/aws-options.ts';
export { openSnapshot } from './gather/snapshot/open-snapshot.ts';
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
export { createDenialScanner } from './parse/denial-scanner.ts';
export { parseDenials } from './parse/parse-denials.ts';
export { render } from './report/render.ts';
