/** How errors of the AWS CLI and the SDKs are recognised: the call came from a program, not from the AWS Management Console. */
const OF_PROGRAMS: ReadonlySet<string> = new Set(
  'botocore dotnet-sdk go-sdk-v1 go-sdk-v2 java-sdk js-sdk-v3 php-s3-legacy php-sdk ruby-sdk'.split(' '),
);

/** Sources of credentials that are those of a sign-in to the AWS Management Console, in the words of the reports. */
export const CONSOLE_SOURCES = {
  login: 'the sign-in of aws login',
  cloudShell: 'the sign-in to the AWS Management Console (AWS CloudShell)',
} as const;

/** True for the error of a program. A sentence alone may have been copied from the AWS Management Console. */
export function isOfProgram(shape: string): boolean {
  return OF_PROGRAMS.has(shape);
}
