'use strict';

/*
 * The code that V8 compiled of the program, kept for the next run in a folder of the user's: what is published fits the Node that built it,
 * started without options, and no other. Node's own compile cache (module.enableCompileCache) is not in Node 20, and looks at no owner.
 *
 * What is kept is executed, so it is a way into the account of the user who runs denytrace:
 * - Another user puts code there. Only a folder and a file count that belong to this user and that nobody else may write; neither may be a
 *   symbolic link. A folder is made only inside one that belongs to this user: `sudo` leaves nothing in somebody else's home.
 * - One job of a CI system leaves code for the next, maybe of another branch. There nothing is read or written.
 * - A damaged file: V8 runs it, until it crashes. The file holds the code twice, and both copies must be the same, byte by byte. A checksum
 *   in JavaScript takes 3 to 10 ms for as much, node:zlib or node:crypto 7 to 11 ms to load; this takes 1 ms.
 * - Code of another program, Node or set of V8 flags: all of them are in the name of the file.
 * Who can write as this user can also change the shell's settings or the program, and is no threat beyond that.
 */

const fs = require('node:fs');
const { isAbsolute, join } = require('node:path');

/** How many files stay, the newest, whichever versions they belong to: other projects may have other versions of denytrace and Node. */
const KEPT = 6;
/** As many are looked at when the rest is removed; a folder never holds as many unless something else fills it. */
const LOOKED_AT = 200;
/** How much is compared at a time. */
const PIECE = 65_536;
const OUR_NAME = /^\d[\w.+-]*\.code(\.\d+)?$/;
const { O_NOFOLLOW = 0, O_NONBLOCK = 0, O_RDONLY } = fs.constants; // Windows lacks the first two
const CI = ['CI', 'CODEBUILD_BUILD_ID', 'JENKINS_URL', 'TEAMCITY_VERSION', 'TF_BUILD'];

/**
 * The place for the code of one program, as this Node with its flags compiles it.
 * @param program what stands for its version and content, in letters, digits and `.+-`
 * @param flags what stands for V8 and its flags, likewise
 * @returns null where nothing is kept: in CI, without a home, or where the user does not want it
 */
function placeFor(program, flags, env = process.env) {
  const parent = cacheFolder(env);
  if (parent === null || isCi(env) || isSet(env.NODE_DISABLE_COMPILE_CACHE)) return null;
  try {
    // Two builds of one version of Node need not understand each other's code.
    const { size, mtimeMs } = fs.statSync(process.execPath);
    const node = `${process.version}-${process.platform}-${process.arch}-${size}-${Math.trunc(mtimeMs)}`;
    const folder = join(parent, 'denytrace');
    return { parent, folder, file: join(folder, `${program}-${node}-${flags}.code`) };
  } catch {
    return null;
  }
}

/** The code that an earlier run has kept; undefined if there is none, or none to be trusted. */
function readCode({ folder, file }) {
  try {
    if (!isPrivateFolder(folder)) return undefined;
    return readTwin(file);
  } catch {
    return undefined;
  }
}

/** Keeps the code for the next run, and removes old files. Where that cannot be done, everything stays as it was. */
function keepCode({ parent, folder, file }, code) {
  const unfinished = `${file}.${process.pid}`;
  try {
    makeFolder(parent);
    makeFolder(folder);
    if (!isPrivateFolder(folder)) return;
    // Runs may end at the same time: each writes a file of its own, and what has the name is always whole.
    fs.writeFileSync(unfinished, Buffer.concat([code, code]), { mode: 0o600, flag: 'wx' });
    fs.renameSync(unfinished, file);
    removeOld(folder);
  } catch {
    remove(unfinished);
  }
}

function cacheFolder(env) {
  if (process.platform === 'win32') return env.LOCALAPPDATA || null;
  // A relative path must be ignored: https://specifications.freedesktop.org/basedir-spec/latest/
  if (env.XDG_CACHE_HOME && isAbsolute(env.XDG_CACHE_HOME)) return env.XDG_CACHE_HOME;
  return env.HOME && isAbsolute(env.HOME) ? join(env.HOME, '.cache') : null;
}

function isCi(env) {
  return CI.some((name) => isSet(env[name]));
}

function isSet(value) {
  return value !== undefined && value !== '' && value !== 'false' && value !== '0';
}

/** Makes a folder for this user only, in one of this user's. */
function makeFolder(path) {
  if (fs.existsSync(path) || !isOwn(fs.statSync(join(path, '..')))) return;
  try {
    fs.mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
}

/** May only this user write it? Windows keeps %LOCALAPPDATA% so, and has no such modes. */
function isPrivate(stats) {
  return isOwn(stats) && (process.platform === 'win32' || (stats.mode & 0o022) === 0);
}

function isOwn({ uid }) {
  return process.geteuid === undefined || uid === process.geteuid();
}

function isPrivateFolder(path) {
  const stats = fs.lstatSync(path);
  return stats.isDirectory() && isPrivate(stats);
}

/** The first half of a file that only this user may write; undefined unless the second half is the same. Throws where it is anything else. */
function readTwin(path) {
  const file = fs.openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const stats = fs.fstatSync(file);
    if (!stats.isFile() || !isPrivate(stats)) throw new Error(`${path} is not this user's`);
    const half = stats.size / 2;
    if (half === 0 || !Number.isInteger(half)) return undefined;
    const code = Buffer.allocUnsafeSlow(half);
    return readFully(file, code) && goesOnWith(file, code) ? code : undefined;
  } finally {
    fs.closeSync(file);
  }
}

/** Fills the buffer with what comes next in a file; false where that ends before. */
function readFully(file, buffer) {
  let length = 0;
  while (length < buffer.length) {
    const read = fs.readSync(file, buffer, length, buffer.length - length, null);
    if (read === 0) return false;
    length += read;
  }
  return true;
}

/** Is the rest of a file just these bytes? It is read in pieces: memory that was not used before takes longer than reading and comparing. */
function goesOnWith(file, bytes) {
  const piece = Buffer.allocUnsafeSlow(Math.min(PIECE, bytes.length));
  for (let start = 0; start < bytes.length; start += piece.length) {
    const expected = bytes.subarray(start, start + piece.length);
    const next = piece.subarray(0, expected.length);
    if (!readFully(file, next) || !next.equals(expected)) return false;
  }
  return fs.readSync(file, piece, 0, 1, null) === 0;
}

/** Removes all but the newest files: of earlier versions, and of runs that were ended while they wrote. */
function removeOld(folder) {
  const files = fs
    .readdirSync(folder)
    .filter((name) => OUR_NAME.test(name))
    .slice(0, LOOKED_AT)
    .map((name) => join(folder, name));
  const byAge = files.map((path) => ({ path, time: timeOf(path) })).sort((one, other) => other.time - one.time);
  for (const { path } of byAge.slice(KEPT)) remove(path);
}

/** When a file was written; 0 if it is gone. */
function timeOf(path) {
  return fs.lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function remove(path) {
  try {
    fs.unlinkSync(path);
  } catch {
    // Another run has removed it, or it was never written.
  }
}

module.exports = { placeFor, readCode, keepCode };
