import type { DenseText } from './text/dense-text.ts';

/** Systems that answer with AWS's codes or bodies, by the marks that give them away. */
const OTHER_SYSTEMS =
  /server:minio|node_modules\/minio\/|mc:<error>|io\.minio|minioexception|oss-cn-|x-oss-|aliyun|acs:oss|ossservice|oss-android|oss:service|scaleway|huaweicloud|myhwclouds|x-ms-request|windowsazure|azclierror|management\.azure\.com|autorest\/azure|microsoft-httpapi|gcloud\.|googleapis\.com|storage\.objects\.|storage\.googleapis|gs:\/\/|backblaze|cloudflarestorage|digitaloceanspaces|x-rgw|(?<!\/)ceph(?![_-])|tencentcloud|myqcloud|qcs::|wasabisys|rustfs|linodeobjects|appdomain\.cloud|oraclecloud|yandexcloud/;
/** Messages that come with S3's code, but are not S3's. */
const FOREIGN_WORDING =
  /accessdenied:notentitled|thebucketyouaccessdoesnotbelongtoyou|youhavenorighttoaccessthisobjectbecauseof|doesnothavestorage\.|\$\{principal\}|\$\{policy_type\}/;
const AROUND = 1_500;

/** True if the text around an answer shows that another system gave it. An AWS ARN in the answer is proof that it is from AWS. */
export function isAnotherSystem(dense: DenseText, from: number, to: number, namesArn: boolean): boolean {
  if (FOREIGN_WORDING.test(dense.lower.slice(Math.max(0, from - 60), to + 160))) return true;
  return !namesArn && OTHER_SYSTEMS.test(dense.lower.slice(Math.max(0, from - AROUND), to + AROUND));
}
