import type { IncomingMessage } from 'node:http';
import { CALLS } from '../../../src/gather/calls/table.ts';

/** A request as AWS's services understand it. */
export interface FakeRequest {
  /** `iam:GetRole` */
  readonly call: string;
  readonly input: Readonly<Record<string, string>>;
  /** Which key signed it. */
  readonly accessKeyId: string;
  readonly region: string;
  /** How answers and errors are written. */
  readonly protocol: 'query' | 'json' | 'rest';
}

/** Reads one of the three protocols: query (STS, IAM), JSON 1.1 (Organizations), REST (IAM Toolbox). */
export async function parseRequest(message: IncomingMessage): Promise<FakeRequest> {
  const { headers, url = '/' } = message;
  const [, accessKeyId = '', region = '', service = ''] =
    /Credential=([^/]*)\/\d*\/([^/]*)\/([^/]*)\//.exec(headers.authorization ?? '') ?? [];
  const signed = { accessKeyId, region };
  if (message.method === 'GET') {
    const { call, input } = restCall(new URL(url, 'http://fake'));
    return { ...signed, call, protocol: 'rest', input };
  }
  const body = await bodyOf(message);
  const target = headers['x-amz-target'];
  if (typeof target === 'string') {
    const input: Record<string, string> = JSON.parse(body);
    return { ...signed, call: `organizations:${target.split('.')[1]}`, protocol: 'json', input };
  }
  const { Action = '', Version: _, ...input } = Object.fromEntries(new URLSearchParams(body));
  return { ...signed, call: `${service}:${Action}`, protocol: 'query', input };
}

/** The call that has this path and query, by the table of calls, and its input. */
function restCall({ pathname, searchParams }: URL): Pick<FakeRequest, 'call' | 'input'> {
  for (const [call, entry] of Object.entries(CALLS)) {
    if (!('get' in entry)) continue;
    const [template = '', query = ''] = entry.get.path.split('?');
    const path = new RegExp(`^${template.replace(/\{(\w+)\}/g, '(?<$1>[^/]*)')}$`).exec(pathname);
    const fixed = [...new URLSearchParams(query)];
    if (path !== null && fixed.every(([name, value]) => searchParams.get(name) === value))
      return { call, input: { ...path.groups, ...Object.fromEntries(searchParams) } };
  }
  return { call: `a call of ${pathname}`, input: {} };
}

async function bodyOf(message: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of message) body += chunk;
  return body;
}
