import { describe, expect, it } from 'vitest';
import { parseDenials } from '../../src/parse/parse-denials.ts';

const ROLE = 'arn:aws:iam::444455556666:role/team/shop-deploy';
const OTHER = 'arn:aws:iam::444455556666:role/other';
const REFUSED = 'Error: Not authorized to perform sts:AssumeRoleWithWebIdentity';

const nearby = (text: string) =>
  parseDenials(text).map((denial) => denial.nearby?.map(({ value, line }) => [value, line]));

describe('the role of a refusal that names none', () => {
  it.each<[string, string]>([
    ['an input of the action of GitHub', `  role-to-assume: ${ROLE}`],
    ['an option', `aws sts assume-role-with-web-identity --role-arn ${ROLE} --role-session-name x`],
    ['an option with =', `aws sts assume-role-with-web-identity --role-arn=${ROLE}`],
    ['a variable', `AWS_ROLE_ARN=${ROLE}`],
    ['a variable of a pod', `      AWS_ROLE_ARN:  ${ROLE}`],
    ['an annotation', `    eks.amazonaws.com/role-arn: ${ROLE}`],
    ['saml2aws', `Selected role: ${ROLE}`],
    ['a profile', `[profile deploy]\nrole_arn = ${ROLE}`],
    ['Terraform', `    role_arn = "${ROLE}"`],
    ['JSON', `{"roleArn": "${ROLE}"}`],
    ['words', `Assuming role ${ROLE}`],
  ])('is that of the line above: %s', (_, line) => {
    const lines = line.split('\n');
    expect(nearby(`${line}\n${REFUSED}`)).toEqual([[[ROLE, lines.length]]]);
  });

  it('is the last one above, or the first one below', () => {
    expect(nearby(`role: ${OTHER}\nrole: ${ROLE}\n${REFUSED}\nrole: ${OTHER}`)).toEqual([[[ROLE, 2]]]);
    expect(nearby(`${REFUSED}\nrole: ${ROLE}\nrole: ${OTHER}`)).toEqual([[[ROLE, 2]]]);
  });

  const PROFILES = `[profile a]\nrole_arn = ${OTHER}\n\n[profile b]\nrole_arn = ${ROLE}\n\n[profile c]\nrole_arn = ${OTHER}\n`;

  it('is that of the profile which the command uses', () => {
    expect(nearby(`${PROFILES}\n$ aws s3 ls --profile b\n${REFUSED}`)).toEqual([[[ROLE, 5]]]);
  });

  it('is open where several profiles have one, and no command says which is used', () => {
    expect(nearby(`${PROFILES}\n${REFUSED}`)).toEqual([undefined]);
  });

  it('is not looked for where the sentence has it, and of an action that is not about a role', () => {
    const sentence = (action: string) =>
      `role: ${OTHER}\nUser: arn:aws:iam::111122223333:user/ana is not authorized to perform: ${action}`;
    expect(nearby(`${sentence('sts:AssumeRole')} on resource: ${ROLE}`)).toEqual([undefined]);
    expect(nearby(sentence('s3:GetObject'))).toEqual([undefined]);
    expect(nearby(sentence('sts:AssumeRole'))).toEqual([[[OTHER, 1]]]);
  });

  it('has its own line in a log that is too large to be parsed as a whole', () => {
    const noise = 'nothing happens here\n'.repeat(20_000);
    expect(nearby(`${noise}role-to-assume: ${ROLE}\n${REFUSED}\n`)).toEqual([[[ROLE, 20_001]]]);
  });
});
