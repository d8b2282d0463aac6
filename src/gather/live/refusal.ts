import type { ReadAnswer } from '../../model/read.ts';
import { REFUSALS } from '../../model/refusals.ts';
import type { Fields } from '../ask/fields.ts';

/** What a read brought, before it is known whose account answered. */
export type Refusal = Omit<Extract<ReadAnswer, { status: 'refused' }>, 'account'>;
/** A read's outcome: what AWS sent, or why it sent nothing. */
export type Reply = { readonly status: 'answered'; readonly output: Fields } | Refusal;

/** A refusal with its code; `option` is what would close the gap. */
export function refuse(code: string, message: string, option?: string): Refusal {
  return { status: 'refused', code, message, ...(option === undefined ? {} : { option }) };
}

/** What the SDK's errors carry, and those of Node. */
interface Failure extends Error {
  readonly code?: unknown;
  readonly $fault?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** Why a request failed: AWS's own code where AWS said something, else ours. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof Error)) return refuse(REFUSALS.malformed, String(error));
  const { name, $fault, $metadata } = error as Failure; // every property of it is optional
  const message = firstLine(error.message);
  // The SDK calls an error without a code "Unknown": something between AWS and here answered.
  if ($fault !== undefined && name !== 'Unknown' && name !== 'UnknownError') return refuse(name, message);
  const network = networkCode(error);
  if (network !== undefined) return refuse(REFUSALS.network, `${network}: ${message}`);
  if (name === 'TimeoutError' || name === 'AbortError') return refuse(REFUSALS.timeout, message);
  const status = $metadata?.httpStatusCode;
  return refuse(REFUSALS.malformed, status === undefined ? message : `HTTP ${status}: ${message}`);
}

/** Node's word for a broken or impossible connection (DNS, TCP, TLS), from the error or what caused it. */
function networkCode(error: Failure): string | undefined {
  const { code, cause } = error;
  if (typeof code === 'string' && code !== 'ETIMEDOUT') return code;
  return cause instanceof Error && cause !== error ? networkCode(cause) : undefined;
}

/** The SDK adds lines of advice for programmers. */
function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? '';
}
