import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Readable } from 'node:stream';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { isHostOfAws } from '../../../reference/partitions.ts';
import { ConnectionProblem, connectionProblem } from './connection-problem.ts';
import { type Destination, proxyFor, proxyName } from './proxy-for.ts';

type Request = Parameters<NodeHttpHandler['handle']>[0];
type Sending = Parameters<NodeHttpHandler['handle']>[1];
type Response = Awaited<ReturnType<NodeHttpHandler['handle']>>['response'];

/** How long connecting and answering may take, in milliseconds. */
export interface Timeouts {
  readonly connectionTimeout?: number;
  readonly requestTimeout?: number;
  readonly throwOnRequestTimeout?: boolean;
}

/** The SDK's own values. */
const CONNECTIONS = { keepAlive: true, maxSockets: 50 };

/** Without a logger the SDK writes warnings to the console. */
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {}, trace: () => {} };

/** No answer that denytrace asks for is nearly as long: what is longer does not come from AWS, or never ends. */
const LONGEST_BODY = 16 * 1024 * 1024;

/**
 * Sends the requests of all clients: through the proxy that is set for their host, trusting `certificates` (null: those that Node trusts),
 * and only as much of an answer is read as AWS ever sends. Rejects with a ConnectionProblem where AWS does not answer.
 */
export class RequestHandler {
  readonly metadata = { handlerProtocol: 'http/1.1' };
  /** What a TLS connection needs beside Node's own settings. */
  readonly #tls: object;
  readonly #timeouts: Timeouts;
  readonly #direct: NodeHttpHandler;
  readonly #elsewhere = new Set<string>();
  #proxied: Promise<NodeHttpHandler> | undefined;

  constructor(certificates: readonly string[] | null, timeouts: Timeouts = {}) {
    this.#timeouts = { ...timeouts };
    this.#tls = certificates === null ? {} : { ca: certificates };
    this.#direct = this.#handler({
      httpAgent: new HttpAgent(CONNECTIONS),
      httpsAgent: new HttpsAgent({ ...CONNECTIONS, ...this.#tls }),
    });
  }

  async handle(request: Request, sending?: Sending): Promise<{ response: Response }> {
    const proxy = proxyOf(request);
    if (proxy === 'malformed') {
      const variable = request.protocol === 'http:' ? 'HTTP_PROXY' : 'HTTPS_PROXY';
      throw new ConnectionProblem('network', `${variable} is not the URL of a proxy: nothing was sent`);
    }
    const response = await this.#send(request, sending, proxy);
    const { body }: { body?: unknown } = response;
    if (body instanceof Readable) response.body = await bytesOf(body, response.statusCode, request.hostname);
    return { response };
  }

  async #send(request: Request, sending: Sending, proxy: URL | null): Promise<Response> {
    try {
      this.#proxied ??= proxy === null ? undefined : this.#throughProxies();
      const handler = proxy === null ? this.#direct : await this.#proxied;
      const { response } = await (handler ?? this.#direct).handle(request, sending);
      if (!isHostOfAws(request.hostname)) this.#elsewhere.add(originOf(request));
      return response;
    } catch (error) {
      if (!(error instanceof Error) || error.name === 'AbortError' || error instanceof ConnectionProblem) throw error;
      throw connectionProblem(error, request, proxy === null ? null : proxyName(proxy));
    }
  }

  /** The hosts that answered so far and are none of AWS's: a setting sends the calls there. */
  elsewhere(): readonly string[] {
    return [...this.#elsewhere];
  }

  destroy(): void {
    this.#direct.destroy();
  }

  updateHttpClientConfig(): void {}

  httpHandlerConfigs() {
    return {};
  }

  #handler(agents: object): NodeHttpHandler {
    return new NodeHttpHandler({ ...this.#timeouts, ...agents, logger: SILENT });
  }

  /** The code for it is loaded only where a proxy is set. */
  async #throughProxies(): Promise<NodeHttpHandler> {
    const { proxyAgents } = await import('./tunnel-agent.ts');
    const [http, https] = ['http:', 'https:'].map((protocol) => proxyOf({ hostname: '', protocol }));
    const usable = (proxy: URL | 'malformed' | null = null) => (proxy === 'malformed' ? null : proxy);
    return this.#handler(proxyAgents({ http: usable(http), https: usable(https) }, CONNECTIONS, this.#tls));
  }
}

/** The proxy for a request; `malformed` where the variable for it is not a URL: nothing is sent around a proxy that somebody wants. */
function proxyOf(destination: Destination): URL | 'malformed' | null {
  try {
    return proxyFor(destination, process.env);
  } catch {
    return 'malformed';
  }
}

function originOf({ protocol, hostname, port }: Request): string {
  return `${protocol}//${hostname}${port === undefined ? '' : `:${port}`}`;
}

/** How web pages begin, and no answer of AWS does. What a server calls its answer (its Content-Type) says less. */
const WEB_PAGE = /^\s*<(?:!doctype\s+html|html|head|body)\b/i;

/**
 * The body of an answer. Rejects with a ConnectionProblem if it cannot be one of AWS: none is a web page, and none is endless. It is read here and
 * not by the SDK, whose streams take several times as long for each answer.
 */
function bytesOf(body: Readable, status: number, host: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const refuse = (problem: ConnectionProblem) => {
      reject(problem);
      body.destroy();
    };
    body.on('data', (chunk: Buffer) => {
      if (length === 0 && WEB_PAGE.test(chunk.subarray(0, 256).toString('latin1'))) {
        const words = `a web page came in place of the answer of ${host}: something between answered, such as a proxy or a sign-in page`;
        refuse(new ConnectionProblem('not-aws', words, { status }));
      }
      chunks.push(chunk);
      length += chunk.length;
      if (length > LONGEST_BODY)
        refuse(new ConnectionProblem('not-aws', `the answer of ${host} is longer than any of AWS`));
    });
    body.on('end', () => resolve(Buffer.concat(chunks)));
    body.on('error', reject);
  });
}
