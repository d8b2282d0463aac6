import { Sha256 } from '@smithy/core/checksum';
import { HttpRequest } from '@smithy/core/protocols';
import { SignatureV4 } from '@smithy/signature-v4';
import { partitionOf } from '../../../reference/partitions.ts';
import type { RestServiceEntry } from '../../calls/call-entry.ts';
import { findCall, isCallTo, type RestServiceName } from '../../calls/find-call.ts';
import { REST_SERVICES } from '../../calls/table.ts';
import { WriteAttempt } from '../refuse-writes.ts';
import { type Backoff, standardBackoff } from '../retry.ts';
import { configuredEndpoint } from './configured-endpoint.ts';
import { answerIn, errorIn } from './rest-answer.ts';
import { type RestRequest, restRequest } from './rest-request.ts';
import type { ClientConfig, ServiceClient } from './service-client.ts';

/** Calls a service through its REST API. Requests are signed as the SDK signs them, and are always a GET. */
export function restClient(
  service: RestServiceName,
  { credentials, region, requestHandler }: ClientConfig,
): ServiceClient {
  const { host, signedFor, settings, notYet }: RestServiceEntry = REST_SERVICES[service];
  const signer = new SignatureV4({ credentials, region, service: signedFor, sha256: Sha256 });
  const usual = `https://${host}.${region}.${partitionOf(region)?.dnsSuffix ?? 'amazonaws.com'}`;
  return {
    backoff: backoffFor(notYet),
    async send(call, input, signal) {
      const entry = findCall(call);
      if (!isCallTo(service, call) || entry === undefined || !('get' in entry)) throw new WriteAttempt(call);
      const wanted = restRequest(entry.get, input);
      const base = new URL((await configuredEndpoint(settings)) ?? usual);
      const request = getRequest(base, wanted);
      const { headers } = await signer.sign(request);
      const { response } = await requestHandler.handle(new HttpRequest({ ...request, headers }), {
        abortSignal: signal,
      });
      const body = new TextDecoder().decode(response.body);
      if (response.statusCode >= 200 && response.statusCode < 300) return answerIn(body);
      throw errorIn(body, { status: response.statusCode, headers: response.headers });
    },
  };
}

function backoffFor(notYet: RestServiceEntry['notYet']): Backoff {
  return (error, failures) =>
    error instanceof Error && error.name === notYet?.code
      ? (notYet.waits[failures - 1] ?? null)
      : standardBackoff(error, failures);
}

function getRequest(base: URL, { path, query }: RestRequest): HttpRequest {
  const { protocol, host, hostname, port, pathname } = base;
  return new HttpRequest({
    method: 'GET',
    protocol,
    hostname,
    ...(port === '' ? {} : { port: Number(port) }),
    path: `${pathname.replace(/\/$/, '')}${path}`,
    query: { ...query },
    headers: { host },
  });
}
