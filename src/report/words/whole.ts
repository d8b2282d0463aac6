import type { Fix } from '../../model/diagnosis.ts';

/** `the complete new policy and the command that applies it` */
export function wholeWords({ documents, commands }: Pick<Fix, 'documents' | 'commands'>): string {
  const whole = documents.length > 1 ? 'the complete new policies' : 'the complete new policy';
  return commands.length === 0
    ? whole
    : `${whole} and the ${commands.length > 1 ? 'commands that apply' : 'command that applies'} ${documents.length > 1 ? 'them' : 'it'}`;
}
