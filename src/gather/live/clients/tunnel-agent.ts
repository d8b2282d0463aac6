import type { ClientRequest } from 'node:http';
import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { ConnectionProblem, codeOf } from './connection-problem.ts';
import { proxyName } from './proxy-for.ts';

/** Connects through a proxy, and says what the proxy said where it does not let us. */
class TunnelAgent extends HttpsProxyAgent<string> {
  readonly #tls: object;

  /** @param tls what the connection to the host behind the proxy needs: the certificates to trust */
  constructor(proxy: URL, options: object, tls: object) {
    super(proxy.href, { ...options, ...tls });
    this.#tls = tls;
  }

  override async connect(...[request, options]: Parameters<HttpsProxyAgent<string>['connect']>) {
    let status: number | undefined;
    const heard = ({ statusCode }: { statusCode: number }) => {
      status = statusCode;
    };
    (request as ClientRequest).once('proxyConnect', heard); // the agent is only used for requests
    const name = proxyName(this.proxy);
    try {
      const socket = await super.connect(request, { ...options, ...this.#tls });
      if (status === 200) return socket;
      socket.destroy();
    } catch (error) {
      // Once there is a tunnel, what fails is between us and the host.
      if (status === 200 || !(error instanceof Error)) throw error;
      const code = codeOf(error);
      const given = { ...(code === undefined ? {} : { code }), cause: error };
      throw new ConnectionProblem(
        'network',
        `the proxy ${name} could not be reached${code === undefined ? '' : ` (${code})`}`,
        given,
      );
    }
    const why = status === 407 ? 'it wants a user and a password (HTTP 407)' : `HTTP ${status}`;
    throw new ConnectionProblem('network', `the proxy ${name} does not connect to ${options.host}: ${why}`, {
      code: 'EPROXY',
    });
  }
}

/** The agents that ask through these proxies. The password in a proxy's URL is sent to it as Proxy-Authorization. */
export function proxyAgents(
  proxies: { readonly http: URL | null; readonly https: URL | null },
  options: object,
  tls: object,
) {
  return {
    ...(proxies.http === null ? {} : { httpAgent: new HttpProxyAgent(proxies.http.href, options) }),
    ...(proxies.https === null ? {} : { httpsAgent: new TunnelAgent(proxies.https, options, tls) }),
  };
}
