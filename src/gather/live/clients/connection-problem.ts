import type { Destination } from './proxy-for.ts';

/** Why a request brought no answer of AWS, in our own words: which host, which proxy, which code. */
export class ConnectionProblem extends Error {
  override readonly name: string;
  /** `not-aws`: something else answered. */
  readonly kind: 'network' | 'timeout' | 'not-aws';
  /** Node's own code, or the status of the answer: what is tried again is decided by them. */
  readonly code: string | undefined;
  readonly $metadata: { readonly httpStatusCode?: number };

  constructor(
    kind: ConnectionProblem['kind'],
    words: string,
    { code, status, cause }: { readonly code?: string; readonly status?: number; readonly cause?: Error } = {},
  ) {
    super(words, { cause });
    this.name = cause?.name ?? 'ConnectionProblem';
    this.kind = kind;
    this.code = code;
    this.$metadata = status === undefined ? {} : { httpStatusCode: status };
  }
}

/** Of certificates that no certificate authority that is trusted here has signed. https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const UNTRUSTED: ReadonlySet<string> = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_UNTRUSTED',
]);

/** The problem behind an error of a request. `proxy` is the name of the proxy, if there is one. */
export function connectionProblem(error: Error, { hostname }: Destination, proxy: string | null): ConnectionProblem {
  const code = codeOf(error);
  const through = proxy === null ? '' : ` through the proxy ${proxy}`;
  // The SDK calls a broken connection a timeout, too.
  if (error.name === 'TimeoutError' && (code === undefined || code === 'ETIMEDOUT'))
    return new ConnectionProblem('timeout', `no answer from ${hostname}${through}`, { cause: error });
  const given = { ...(code === undefined ? {} : { code }), cause: error };
  if (code !== undefined && UNTRUSTED.has(code))
    return new ConnectionProblem(
      'network',
      `the certificate of ${hostname} is not trusted (${code}); behind a company proxy, put its CA into AWS_CA_BUNDLE`,
      given,
    );
  if (code === 'CERT_HAS_EXPIRED')
    return new ConnectionProblem(
      'network',
      `the certificate of ${hostname} has expired, or the clock is wrong (${code})`,
      given,
    );
  return new ConnectionProblem(
    'network',
    `${hostname} could not be reached${through}${code === undefined ? '' : ` (${code})`}`,
    given,
  );
}

/** Node's code for a failed connection (DNS, TCP, TLS), from the error or its cause. Undefined if it has none. */
export function codeOf(error: Error): string | undefined {
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause instanceof Error && error.cause !== error ? codeOf(error.cause) : undefined;
}
