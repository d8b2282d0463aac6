/** Where a request goes. */
export interface Destination {
  /** `https:` or `http:` */
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy through which a host is asked; null for none. As the AWS CLI reads the environment: HTTPS_PROXY or HTTP_PROXY by the protocol of
 * the request, none for what NO_PROXY names, and a variable in lower case before the same one in capitals, even if it is empty. Throws a
 * TypeError for a variable that is not a URL.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-proxy.html
 */
export function proxyFor({ protocol, hostname, port }: Destination, env: Environment): URL | null {
  const value = variable(protocol === 'http:' ? 'http_proxy' : 'https_proxy', env);
  if (value === '' || isExempt(hostname, port, variable('no_proxy', env))) return null;
  return new URL(/^https?:\/\//.test(value) ? value : `http://${value.replace(/^\/\//, '')}`);
}

function variable(name: string, env: Environment): string {
  return (env[name] ?? env[name.toUpperCase()] ?? '').trim();
}

/** True for a host that NO_PROXY names: itself, with its port, as part of a domain, or all by `*`. */
function isExempt(hostname: string, port: number | undefined, exempt: string): boolean {
  const host = hostname.toLowerCase();
  const whole = [host, ...(port === undefined ? [] : [`${host}:${port}`])];
  return exempt
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      const name = entry.toLowerCase().replace(/^\*?\.+/, '');
      return whole.some((one) => one === name || one.endsWith(`.${name}`));
    });
}

/** The host and port of a proxy, without the password that may stand before them. */
export function proxyName({ hostname, port, protocol }: URL): string {
  return `${hostname}:${port === '' ? (protocol === 'https:' ? 443 : 80) : port}`;
}
