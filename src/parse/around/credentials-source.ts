import type { Denial } from '../../model/denial.ts';
import { CONSOLE_SOURCES } from '../../model/program-shapes.ts';

/** The names by which the AWS CLI and botocore call their sources. https://docs.aws.amazon.com/boto3/latest/guide/credentials.html */
const PROVIDERS: ReadonlyMap<string, string> = new Map([
  ['env', 'environment variables'],
  ['assume-role', 'the role of the profile (role_arn)'],
  ['assume-role-with-web-identity', 'a web identity token (role_arn and web_identity_token_file)'],
  ['sso', 'IAM Identity Center (SSO settings of the profile)'],
  ['login', CONSOLE_SOURCES.login],
  ['shared-credentials-file', 'the shared credentials file'],
  ['custom-process', 'credential_process of the profile'],
  ['config-file', 'the config file'],
  ['ec2-credentials-file', 'the file in AWS_CREDENTIAL_FILE'],
  ['boto-config', 'the config file of boto'],
  ['container-role', 'the credentials endpoint of the container (task role, pod identity)'],
  ['iam-role', 'the role of the EC2 instance'],
]);

const PATH = '(\\S.{0,200}?)';

/** What programs print about the source of their credentials, with the words for it. */
const WORDINGS: readonly (readonly [RegExp, (found: string) => string | undefined])[] = [
  // botocore at the levels INFO and DEBUG, as `aws --debug` prints it.
  [
    new RegExp(`Found credentials in shared credentials file: ${PATH}\\s*$`),
    (path) => `the shared credentials file ${path}`,
  ],
  [new RegExp(`Credentials found in config file: ${PATH}\\s*$`), (path) => `the config file ${path}`],
  [new RegExp(`Found credentials in boto config file: ${PATH}\\s*$`), (path) => `the config file of boto, ${path}`],
  [/Found credentials from IAM Role: ([\w+=,.@-]{1,64})/, (role) => `the role of the EC2 instance, ${role}`],
  [/Found credentials in (environment variables|AWS_CREDENTIAL_FILE)/, (found) => found],
  [/Looking for credentials via: ([a-z0-9-]{2,40})/, (name) => PROVIDERS.get(name)],
  // `aws configure list`
  [/^\s*access_key\s*:?\s*\*{4,}\w{0,4}\s*:?\s*([a-z0-9-]{2,40})/, (name) => PROVIDERS.get(name)],
  // The prompt of AWS CloudShell. https://docs.aws.amazon.com/cloudshell/latest/userguide/welcome.html
  [/(\bcloudshell-user@)/, () => CONSOLE_SOURCES.cloudShell],
  // Terraform with TF_LOG
  [/AWS Auth provider used: "(\w{3,60})"/, (name) => `the provider ${name}`],
  // AWS SDK for Java 1
  [/Loading credentials from [\w.]{0,80}?(\w{3,60}Provider)\b/, (name) => `the provider ${name}`],
];

/** All wordings have one of these. */
const HINT = /redentials|access_key|Auth provider|cloudshell-user/;

/** A line on which a program says where its credentials come from. */
interface SourceLine {
  readonly line: number;
  readonly source: string;
}

/** The lines of a text on which a program says where its credentials come from, in order. Longer lines than a program prints are no such lines. */
export function credentialsSourcesIn(lines: readonly { text: string; line: number }[]): readonly SourceLine[] {
  return lines.flatMap(({ text, line }) => {
    if (text.length > LONGEST_LINE || !HINT.test(text)) return [];
    for (const [wording, words] of WORDINGS) {
      const [, found] = wording.exec(text) ?? [];
      const source = found === undefined ? undefined : words(found);
      if (source !== undefined) return [{ line, source }];
    }
    return [];
  });
}

const LONGEST_LINE = 2_000;

/** The denial with the source of its credentials: the last one that was named before it. A program that found none has none. */
export function withCredentialsSource(denial: Denial, sources: readonly SourceLine[]): Denial {
  if (denial.credentialError === 'none-found') return denial;
  const source = sources.findLast(({ line }) => line <= denial.lines[0])?.source;
  return source === undefined ? denial : { ...denial, credentialsFrom: source };
}
