import type { Gap, ToPass } from '../../model/gap.ts';

/** The command-line option for each thing that can be passed. The core knows none of them. */
const OPTIONS = {
  caller: '--caller',
  action: '--action',
  resource: '--resource',
  service: '--service',
  'session-policy': '--session-policy',
  'resource-policy': '--resource-policy',
  'endpoint-policy': '--endpoint-policy',
  'web-identity-token': '--web-identity-token',
} as const satisfies Record<Extract<ToPass, string>, string>;

/** Keys that a plainer option passes, and keys of which it can be said what their value is. */
const KEYS: Readonly<Record<string, string>> = {
  'sts:externalid': '--external-id, or --no-context sts:ExternalId',
  'aws:resourceaccount': '--context aws:ResourceAccount=<account id>',
  'aws:principaltag/<key>': '--context aws:PrincipalTag/<key>=<value>',
};

/** The option that passes it, with a place for its value where it takes one of a form: `--context aws:SourceIp=…`. */
function optionFor(toPass: ToPass): string {
  if (typeof toPass === 'string') return OPTIONS[toPass];
  return KEYS[toPass.key.toLowerCase()] ?? `--context ${toPass.key}=…`;
}

/** The option or command that would close a gap; null where none would. */
export function optionOf({ option, toPass }: Pick<Gap, 'option' | 'toPass'>): string | null {
  return option ?? (toPass === null ? null : optionFor(toPass));
}
