/** A name in IAM that can be printed in a command. A leading `-` would read as an option. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export function isIamName(text: string): boolean {
  return /^[\w+=,.@][\w+=,.@-]{0,63}$/.test(text);
}

/** An ARN that can be written into a policy as it is: no policy variable, nothing that cannot be seen. Wildcards stay: AWS prints them. */
export function isPlainArn(text: string): boolean {
  return (
    /^arn:aws[a-z-]{0,16}:[a-z0-9-]{1,64}:[a-z0-9-]{0,32}:(?:\d{12}|aws)?:[\x21-\x7e]{1,1500}$/.test(text) &&
    !isTemplate(text)
  );
}

/** Holds a policy variable, or a word in angle brackets. */
function isTemplate(text: string): boolean {
  return /\$\{|[<>]/.test(text);
}

/** The host of a service principal. */
export function isHost(text: string): boolean {
  return /^[a-z0-9-]{1,64}(?:\.[a-z0-9-]{1,64}){1,6}$/.test(text);
}
