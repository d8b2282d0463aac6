import { Sha256 } from '@smithy/core/checksum';
import { buildQueryString, HttpRequest } from '@smithy/core/protocols';
import { SignatureV4 } from '@smithy/signature-v4';
import { partitionOf } from '../../../reference/partitions.ts';
import { type Fields, fieldsOf, textOf } from '../../ask/fields.ts';
import { WriteAttempt } from '../refuse-writes.ts';
import { type Backoff, standardBackoff } from '../retry.ts';
import { configuredEndpoint } from './configured-endpoint.ts';
import type { ClientConfig, OperationOf, ServiceClient } from './service-client.ts';

/** What an authorization id is made of; it becomes a part of the path. */
const ID = /^[0-9a-z]{1,256}$/;

/** Only GET is ever sent. https://docs.aws.amazon.com/iam-toolbox/latest/APIReference/API_Operations.html */
const PATHS: Readonly<Record<OperationOf<'iam-toolbox'>, (id: string) => string>> = {
  GetRequestAuthorizationDetails: (id) => `/authorization-details/${id}`,
  GetRequestAuthorizationPolicy: (id) => `/authorization-details/${id}/policy`,
};

/** A record appears some seconds after the denial: milliseconds to wait for it, each time it is not found. */
const NOT_YET = [500, 1_500];

const backoff: Backoff = (error, failures) =>
  error instanceof Error && error.name === 'ResourceNotFoundException'
    ? (NOT_YET[failures - 1] ?? null)
    : standardBackoff(error, failures);

/** AWS's records of denials. The SDK has no client for them here: a REST service that signs as IAM does. */
export function openService({ credentials, region }: ClientConfig): ServiceClient {
  const signer = new SignatureV4({ credentials, region, service: 'iam', sha256: Sha256 });
  const usual = `https://iam-toolbox.${region}.${partitionOf(region)?.dnsSuffix ?? 'amazonaws.com'}`;
  return {
    backoff,
    async send(operation, { authorizationId, ...query }, signal) {
      const path = Object.hasOwn(PATHS, operation) ? PATHS[operation as keyof typeof PATHS] : undefined; // hasOwn just proved it
      const id = textOf(authorizationId) ?? '';
      if (path === undefined) throw new WriteAttempt(operation);
      if (!ID.test(id)) throw serviceError('ValidationException', 'not an authorization id', 400);
      const base = new URL((await configuredEndpoint('IAM Toolbox')) ?? usual);
      const request = getRequest(base, path(id), query);
      const { headers } = await signer.sign(request);
      const url = new URL(`${request.path}?${buildQueryString(request.query)}`, base);
      const response = await fetch(url, { headers: withoutHost(headers), signal, redirect: 'error' });
      const body = await response.text();
      if (response.ok) return parsed(body);
      throw errorIn(body, response);
    },
  };
}

function getRequest(base: URL, path: string, query: Fields): HttpRequest {
  const { protocol, host, hostname, port, pathname } = base;
  const values = Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return new HttpRequest({
    method: 'GET',
    protocol,
    hostname,
    ...(port === '' ? {} : { port: Number(port) }),
    path: `${pathname.replace(/\/$/, '')}${path}`,
    query: Object.fromEntries(values),
    headers: { host },
  });
}

/** It is fetch that says where it goes. */
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

/** As the SDK's clients throw them. */
function serviceError(name: string, message: string, status: number): Error {
  const $fault = status < 500 ? 'client' : 'server';
  return Object.assign(new Error(message), { name, $fault, $metadata: { httpStatusCode: status } });
}
