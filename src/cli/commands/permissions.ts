import { hcl } from '../../report/terraform/hcl.ts';
import type { Request } from '../command-line/flags.ts';
import { EXIT } from '../exit-code.ts';
import type { Host } from '../host.ts';
import { permissionPolicy } from '../permission-policy.ts';

/** Prints the read-only policy that denytrace needs. */
export async function permissionsCommand(
  { flags }: Extract<Request, { command: 'permissions' }>,
  host: Host,
): Promise<number> {
  const policy = permissionPolicy();
  const text = flags.terraform === true ? terraform(policy) : JSON.stringify(policy, null, 2);
  await host.stdout.write(`${text}\n`);
  return EXIT.fine;
}

function terraform(policy: object): string {
  const document = hcl(policy).split('\n').join('\n  ');
  return `resource "aws_iam_policy" "denytrace" {\n  name   = "denytrace"\n  policy = jsonencode(${document})\n}`;
}
