import { Sha256 } from '@smithy/core/checksum';
import { buildQueryString, HttpRequest } from '@smithy/core/protocols';
import { SignatureV4 } from '@smithy/signature-v4';
import { partitionOf } from '../../../reference/partitions.ts';
import { type Fields, fieldsOf, textOf } from '../../ask/fields.ts';
import type { RestCallEntry, RestServiceEntry } from '../../calls/call-entry.ts';
import { findCall, isCallTo, type RestServiceName } from '../../calls/find-call.ts';
import { REST_SERVICES } from '../../calls/table.ts';
import { WriteAttempt } from '../refuse-writes.ts';
import { type Backoff, standardBackoff } from '../retry.ts';
import { configuredEndpoint } from './configured-endpoint.ts';
import type { ClientConfig, ServiceClient } from './service-client.ts';

/** Calls a service through its REST API. Requests are signed as the SDK signs them, and are always a GET. */
export function restClient(service: RestServiceName, { credentials, region }: ClientConfig): ServiceClient {
  const { host, signedFor, settings, notYet }: RestServiceEntry = REST_SERVICES[service];
  const signer = new SignatureV4({ credentials, region, service: signedFor, sha256: Sha256 });
  const usual = `https://${host}.${region}.${partitionOf(region)?.dnsSuffix ?? 'amazonaws.com'}`;
  return {
    backoff: backoffFor(notYet),
    async send(call, input, signal) {
      const entry = findCall(call);
      if (!isCallTo(service, call) || entry === undefined || !('get' in entry)) throw new WriteAttempt(call);
      const path = pathOf(entry.get, input);
      const base = new URL((await configuredEndpoint(settings)) ?? usual);
      const request = getRequest(base, path, queryOf(entry.get, input));
      const { headers } = await signer.sign(request);
      const url = new URL(`${request.path}?${buildQueryString(request.query)}`, base);
      const response = await fetch(url, { headers: withoutHost(headers), signal, redirect: 'error' });
      const body = await response.text();
      if (response.ok) return parsed(body);
      throw errorIn(body, response);
    },
  };
}

function backoffFor(notYet: RestServiceEntry['notYet']): Backoff {
  return (error, failures) =>
    error instanceof Error && error.name === notYet?.code
      ? (notYet.waits[failures - 1] ?? null)
      : standardBackoff(error, failures);
}

/** The path with the input in it. Throws a ValidationException for input that could change the path. */
function pathOf({ path, pattern }: RestCallEntry['get'], input: Fields): string {
  return path.replace(/\{(\w+)\}/g, (_, field: string) => {
    const value = textOf(input[field]) ?? '';
    if (!pattern.test(value)) throw serviceError('ValidationException', `not a valid ${field}`, 400);
    return value;
  });
}

function queryOf({ query }: RestCallEntry['get'], input: Fields): Record<string, string> {
  return Object.fromEntries(
    query.flatMap((field) => {
      const value = textOf(input[field]);
      return value === undefined ? [] : [[field, value]];
    }),
  );
}

function getRequest(base: URL, path: string, query: Record<string, string>): HttpRequest {
  const { protocol, host, hostname, port, pathname } = base;
  return new HttpRequest({
    method: 'GET',
    protocol,
    hostname,
    ...(port === '' ? {} : { port: Number(port) }),
    path: `${pathname.replace(/\/$/, '')}${path}`,
    query,
    headers: { host },
  });
}

/** fetch sets the Host header itself. */
function withoutHost({ host: _, ...headers }: Record<string, string>): Record<string, string> {
  return headers;
}

function parsed(body: string): Fields {
  const content = fieldsOf(JSON.parse(body));
  if (content === undefined) throw new SyntaxError('the answer is no JSON object');
  return content;
}

/** https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#operation-error-serialization */
function errorIn(body: string, { status, headers }: Response): Error {
  const { __type, code, message, Message } = fieldsIn(body);
  const type = headers.get('x-amzn-errortype') ?? textOf(__type) ?? textOf(code) ?? 'Unknown';
  // `com.amazonaws.iamtoolbox#AccessDeniedException:http://…`
  const name = type.slice(type.indexOf('#') + 1).split(':', 1)[0] ?? type;
  return serviceError(name, textOf(message) ?? textOf(Message) ?? type, status);
}

function fieldsIn(body: string): Fields {
  try {
    return parsed(body);
  } catch {
    return {};
  }
}

/** An error like those that the SDK's clients throw. */
function serviceError(name: string, message: string, status: number): Error {
  const $fault = status < 500 ? 'client' : 'server';
  return Object.assign(new Error(message), { name, $fault, $metadata: { httpStatusCode: status } });
}
