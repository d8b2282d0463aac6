import type { ReadAnswer } from '../../model/read.ts';
import { REFUSALS } from '../../model/refusals.ts';
import type { Fields } from '../ask/fields.ts';
import { ConnectionProblem } from './clients/connection-problem.ts';

/** A call that failed, before it is known which account answered. */
export type Refusal = Omit<Extract<ReadAnswer, { status: 'refused' }>, 'account'>;
/** The outcome of a call: what AWS sent, or why there is nothing. */
export type Reply =
  | { readonly status: 'answered'; readonly output: Fields; readonly elsewhere?: readonly string[] }
  | Refusal;

/** Makes a refusal. `option` is what the user can do about it: an option or a command. */
export function refuse(code: string, message: string, option?: string): Refusal {
  return { status: 'refused', code, message, ...(option === undefined ? {} : { option }) };
}

/** The fields that errors of the SDK and of Node may have. */
interface Failure extends Error {
  readonly code?: unknown;
  readonly $fault?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** Why a request failed: with AWS's code if AWS answered, else with one of ours. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof Error)) return refuse(REFUSALS.malformed, String(error));
  const problem = problemBehind(error);
  if (problem !== undefined) return refuse(PROBLEM_CODES[problem.kind], problem.message);
  const { name, $fault, $metadata } = error as Failure; // every property of it is optional
  const message = firstLine(error.message);
  // The SDK calls an error without a code "Unknown": something between AWS and us answered.
  if ($fault !== undefined && name !== 'Unknown' && name !== 'UnknownError') return refuse(name, message);
  const network = networkCode(error);
  if (network !== undefined) return refuse(REFUSALS.network, `the connection to AWS broke (${network})`);
  if (name === 'TimeoutError' || name === 'AbortError') return refuse(REFUSALS.timeout, message);
  const status = $metadata?.httpStatusCode;
  return refuse(REFUSALS.malformed, status === undefined ? message : `HTTP ${status}: ${message}`);
}

const PROBLEM_CODES = {
  network: REFUSALS.network,
  timeout: REFUSALS.timeout,
  'not-aws': REFUSALS.notFromAws,
} as const satisfies Record<ConnectionProblem['kind'], string>;

/** The problem with the connection that an error is, or that caused it. */
function problemBehind(error: Error): ConnectionProblem | undefined {
  if (error instanceof ConnectionProblem) return error;
  return error.cause instanceof Error && error.cause !== error ? problemBehind(error.cause) : undefined;
}

/** Node's code for a failed connection (DNS, TCP, TLS), from the error or its cause. Undefined if the connection was fine. */
function networkCode(error: Failure): string | undefined {
  const { code, cause } = error;
  if (typeof code === 'string' && code !== 'ETIMEDOUT') return code;
  return cause instanceof Error && cause !== error ? networkCode(cause) : undefined;
}

/** The first line of a message. The SDK adds advice for programmers below it. */
function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? '';
}
