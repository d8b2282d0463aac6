import type { DenialOrigin } from '../../model/denial.ts';
import { cleanText } from '../../model/secrets/without-secrets.ts';
import type { NumberedLine } from '../text/clean-lines.ts';

/** A line that says what asked for something. */
export interface Mark {
  readonly line: number;
  /** On which side of the denial such a line stands, and how many lines away at most. */
  readonly side: 'before' | 'after' | 'either';
  readonly reach: number;
  readonly origin: DenialOrigin;
}

type Reader = (text: string, before: string) => DenialOrigin | undefined;

/** How the lines of one tool or language name what asked. Only a line with one of `needs` in it can be one: few have any, and looking costs little. */
interface Wording extends Pick<Mark, 'side' | 'reach'> {
  readonly needs: readonly string[];
  readonly read: Reader;
}

const ADDRESS = /\bwith ((?:[\w-]{1,64}(?:\[[^\]]{1,100}\])?\.){1,8}[\w-]{1,128}(?:\[[^\]]{1,100}\])?),/;
const IN_CODE =
  /\bon ([\w./-]{1,200}\.t(?:f|ofu)(?:\.json)?) line (\d{1,6})(?:, in (?:resource|data) "([\w-]{1,100})" "([\w-]{1,100})")?/;
/** Terraform before 0.12. */
const OLD_ADDRESS = /^\s*\*\s+((?:module\.[\w-]{1,64}\.){0,4}aws_\w{1,64}\.[\w-]{1,128}(?:\.\d{1,5})?):\s/;
const STATUS = /\b(?:CREATE|UPDATE|DELETE|IMPORT)_FAILED\b/;
const TYPE = /\b(?:AWS|Custom)::[A-Za-z0-9:]{2,100}/;
const LOGICAL_ID = /^[A-Z][A-Za-z0-9]{1,254}$/;
/** The words of a row, without the marks between its columns. */
const WORDS = /[^\s|│():]{1,255}/g;
const LABELLED_ID = /(?:ResourceLogicalId|LogicalResourceId)["']?:\s?["']?([A-Za-z0-9]{1,255})/;
const CDK_TREE = /[├└]─ ([A-Za-z][\w/.-]{0,200})\s{1,4}\((?:AWS|Custom)::/;
const STEP = /^(?:##\[group\])?Run ([\w.-]{1,64}\/[\w./-]{1,100}@[\w./-]{1,64})\s*$/;
const PYTHON = /File "([^"<>]{1,300}\.py)", line (\d{1,6}), in ([\w<>]{1,100})/;
const JAVA = /\bat ([\w.$]{1,300})\(([\w$]{1,100}\.(?:java|kt|scala|groovy)):(\d{1,6})\)/;
const NODE =
  /\bat (?:async )?(?:([\w.$<>]{1,160}) )?\(?(?:file:\/\/)?([\w@./\\:-]{1,300}\.[cm]?[jt]sx?):(\d{1,6}):\d{1,6}\)?/;
const RUBY = /([\w@./-]{1,300}\.rb):(\d{1,6}):in [`']([^'`]{1,160})'/;
const DOTNET = /\bat ([\w.<>`]{1,300})\([^()]{0,300}\) in (\S{1,300}\.(?:cs|vb|fs)):line (\d{1,6})/;
const GO = /^\s{0,8}(\/?[\w./-]{1,300}\.go):(\d{1,6})(?: \+0x[0-9a-f]{1,8})?\s*$/;
const OBJECT =
  /"(Ingress|Service|Pod|NodeClaim|NodeClass|EC2NodeClass|ExternalSecret|SecretStore|[A-Z][a-z]\w{1,40})":\s?\{"name":\s?"([a-z0-9.-]{1,253})"(?:,\s?"namespace":\s?"([a-z0-9-]{1,63})")?/;
const EVENT =
  /\b(?:Warning|Normal)\s{1,20}\w{3,60}\s{1,20}(?:\S{1,40}\s{1,20}){0,3}?((?:pod|ingress|service|persistentvolumeclaim|node|deployment|job|nodeclaim|targetgroupbinding)\/[a-z0-9.-]{1,253})/;

/** Frames that are no code of the program's own, by their file or by their class. */
const FOREIGN =
  /site-packages|dist-packages|\/lib\/python|\/var\/lang\/|\/var\/runtime\/|botocore|boto3|node_modules|^(?:node|internal)[:/]|\/gems\/|\/pkg\/mod\/|\/usr\/local\/go\/|^(?:software\.amazon|com\.amazon|com\.amplifyframework\.|aws\.(?:sdk|smithy)\.|android[.x]|dalvik\.|java\.|javax\.|jdk\.|sun\.|kotlin|scala\.|org\.(?:springframework|apache|junit|gradle|eclipse)|io\.(?:ktor|micronaut|netty|quarkus)|reactor\.|System\.|Microsoft\.|Amazon\.)/;

const WORDINGS: readonly Wording[] = [
  { needs: [' line '], side: 'after', reach: 60, read: terraform },
  { needs: ['aws_'], side: 'either', reach: 1, read: (text) => origin('terraform', OLD_ADDRESS.exec(text)?.[1]) },
  { needs: ['_FAILED'], side: 'before', reach: 6, read: stackEvent },
  {
    needs: ['LogicalId', 'LogicalResourceId'],
    side: 'either',
    reach: 12,
    read: (text) => origin('cloudformation', LABELLED_ID.exec(text)?.[1]),
  },
  { needs: ['─ '], side: 'before', reach: 6, read: (text) => origin('cloudformation', CDK_TREE.exec(text)?.[1]) },
  { needs: ['{"name":'], side: 'either', reach: 0, read: kubernetesObject },
  {
    needs: ['Warning', 'Normal'],
    side: 'either',
    reach: 0,
    read: (text) => origin('kubernetes', EVENT.exec(text)?.[1]),
  },
  {
    needs: ['.py", line '],
    side: 'before',
    reach: 60,
    read: (text) => frame(PYTHON, text, { file: 1, line: 2, name: 3 }),
  },
  {
    needs: ['.java:', '.kt:', '.scala:', '.groovy:'],
    side: 'after',
    reach: 80,
    read: (text) => frame(JAVA, text, { name: 1, file: 2, line: 3 }),
  },
  {
    needs: ['js:', '.ts:', 'mts:', 'cts:', 'sx:'],
    side: 'after',
    reach: 40,
    read: (text) => frame(NODE, text, { name: 1, file: 2, line: 3 }),
  },
  { needs: ['.rb:'], side: 'either', reach: 40, read: (text) => frame(RUBY, text, { file: 1, line: 2, name: 3 }) },
  { needs: [':line '], side: 'after', reach: 60, read: (text) => frame(DOTNET, text, { name: 1, file: 2, line: 3 }) },
  { needs: ['.go:'], side: 'after', reach: 40, read: (text) => frame(GO, text, { file: 1, line: 2 }) },
  { needs: ['Run '], side: 'before', reach: 200, read: (text) => origin('workflow', STEP.exec(text)?.[1]) },
];

/** Longer lines than a tool prints are no such lines. */
const LONGEST_LINE = 4_000;

/**
 * The lines of a text that say what asked for something, in order. Secrets are taken out first: a path that is read from the middle of a line
 * may begin behind the label that says that its beginning is one.
 */
export function marksIn(lines: readonly NumberedLine[]): readonly Mark[] {
  return lines.flatMap(({ text, line }, index) => {
    if (text.length > LONGEST_LINE) return [];
    for (const { needs, side, reach, read } of WORDINGS) {
      if (!needs.some((part) => text.includes(part))) continue;
      const found = read(cleanText(text), cleanText(lines[index - 1]?.text ?? ''));
      if (found !== undefined) return [{ line, side, reach, origin: found }];
    }
    return [];
  });
}

function origin(kind: DenialOrigin['kind'], name: string | undefined): DenialOrigin | undefined {
  return name === undefined ? undefined : { kind, name, file: null, line: null };
}

/** `with ADDRESS,` and `on FILE line N, in resource "T" "N":`, on two lines or one. */
function terraform(text: string, before: string): DenialOrigin | undefined {
  const [, file, line, type, label] = IN_CODE.exec(text) ?? [];
  if (file === undefined) return undefined;
  const address = ADDRESS.exec(text)?.[1] ?? ADDRESS.exec(before)?.[1];
  const name = address ?? (type === undefined ? null : `${type}.${label}`);
  return { kind: 'terraform', name, file, line: Number(line) };
}

/** A row of a stack's events: its status, the type of the resource, its logical id, in any order, with any marks between the columns. */
function stackEvent(text: string): DenialOrigin | undefined {
  const type = STATUS.test(text) ? TYPE.exec(text) : null;
  if (type === null) return undefined;
  const end = type.index + type[0].length;
  // `Fn (AWS::Lambda::Function)`, or the id in the next column.
  const column =
    text[end] === ')' ? text.slice(0, type.index).match(WORDS)?.at(-1) : text.slice(end, end + 400).match(WORDS)?.[0];
  return origin('cloudformation', LOGICAL_ID.test(column ?? '') ? column : undefined);
}

function kubernetesObject(text: string): DenialOrigin | undefined {
  const [, kind, name, namespace] = OBJECT.exec(text) ?? [];
  if (kind === undefined) return undefined;
  return origin('kubernetes', `${kind.toLowerCase()}/${namespace === undefined ? '' : `${namespace}/`}${name}`);
}

/** A frame of a stack trace, where it is the program's own. */
function frame(
  pattern: RegExp,
  text: string,
  at: { readonly file: number; readonly line: number; readonly name?: number },
): DenialOrigin | undefined {
  const found = pattern.exec(text);
  const file = found?.[at.file];
  if (found === null || file === undefined) return undefined;
  const name = at.name === undefined ? undefined : found[at.name];
  if (FOREIGN.test(file) || FOREIGN.test(name ?? '')) return undefined;
  return { kind: 'source', name: name ?? null, file, line: Number(found[at.line]) };
}
