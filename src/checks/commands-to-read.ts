/** The commands that show a policy, from its ARN; none where the ARN is not what AWS's grammar allows. */
export function commandsToRead(policyArn: string | null): readonly (readonly string[])[] {
  if (policyArn === null) return [];
  const organization =
    /^arn:aws[a-z-]*:organizations::(?:\d{12}|aws):policy\/(?:o-[a-z0-9]{10,32}\/)?[a-z_]+\/(p-[0-9a-zA-Z_]{8,128})$/.exec(
      policyArn,
    );
  if (organization?.[1] !== undefined)
    return [['aws', 'organizations', 'describe-policy', '--policy-id', organization[1]]];
  const isIam = /^arn:aws[a-z-]*:iam::(?:\d{12}|aws):policy\/[\w+=,.@/-]{1,512}$/.test(policyArn);
  return isIam ? [['aws', 'iam', 'get-policy', '--policy-arn', policyArn]] : [];
}
