import type { FakeRequest } from './request.ts';

/** What goes back over the wire. */
export interface FakeResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer, written as the service writes it. */
export function answer({ protocol, call }: FakeRequest, output: object): FakeResponse {
  if (protocol !== 'query')
    return { status: 200, headers: { 'content-type': jsonType(protocol) }, body: JSON.stringify(output) };
  const [service, operation] = call.split(':');
  const space = `https://${service}.amazonaws.com/doc/${service === 'iam' ? '2010-05-08' : '2011-06-15'}/`;
  const result = `<${operation}Result>${xmlOf(output)}</${operation}Result>`;
  const metadata = '<ResponseMetadata><RequestId>fake</RequestId></ResponseMetadata>';
  const body = `<${operation}Response xmlns="${space}">${result}${metadata}</${operation}Response>`;
  return { status: 200, headers: { 'content-type': 'text/xml' }, body };
}

/** An error, written as the service writes it. Query services leave the suffix Exception away. */
export function refusal({ protocol }: FakeRequest, code: string, message: string, status = 400): FakeResponse {
  if (protocol === 'json')
    return {
      status,
      headers: { 'content-type': jsonType(protocol) },
      body: JSON.stringify({ __type: code, Message: message }),
    };
  if (protocol === 'rest')
    return {
      status,
      headers: { 'content-type': jsonType(protocol), 'x-amzn-errortype': code },
      body: JSON.stringify({ message }),
    };
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error>`;
  return {
    status,
    headers: { 'content-type': 'text/xml' },
    body: `<ErrorResponse>${error}<RequestId>fake</RequestId></ErrorResponse>`,
  };
}

function jsonType(protocol: 'json' | 'rest'): string {
  return protocol === 'json' ? 'application/x-amz-json-1.1' : 'application/json';
}

function xmlOf(value: unknown): string {
  if (Array.isArray(value)) return value.map((element) => `<member>${xmlOf(element)}</member>`).join('');
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'object' || value === null) return escapeXml(String(value));
  return Object.entries(value)
    .map(([key, inner]) => `<${key}>${xmlOf(inner)}</${key}>`)
    .join('');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
