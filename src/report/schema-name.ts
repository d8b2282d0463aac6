/** The version of the JSON output: fields are only ever added to it. */
export const SCHEMA_NAME = 'denytrace/1';
