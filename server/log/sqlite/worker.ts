import { parentPort, workerData } from 'node:worker_threads';
import { lockFolder, openFile, scrub, type Database } from './file.ts';
import { begin, end, hasLog, createFolder, noticesAt, noticesIn } from './unclean-shutdown.ts';
import { work, type Work } from './statements.ts';

export type Place = { data: string; pages?: number };
export type Asked = { [Name in keyof Work]: { n: number; name: Name; args: Parameters<Work[Name]> } }[keyof Work];
export type Trouble = { reason: 'storage-full' | 'storage-away' | null; message: string };
export type Answer = { n: number; value: unknown } | { n: number; trouble: Trouble };
/** `notices`: what the operator should know before the server opens, one line each. */
export type FromWorker = { open: true; notices: string[] } | { refused: string } | { answers: Answer[] };

if (parentPort) serve(workerData as Place, (said) => parentPort!.postMessage(said));

/** Commits in a thread of its own, so that a slow disk never holds up the event loop. */
function serve(place: Place, say: (said: FromWorker) => void): void {
  let lock: Database;
  let db: Database;
  let notices: string[];
  const file = `${place.data}/plenary.db`;
  try {
    createFolder(place.data);
    lock = lockFolder(place.data);
    notices = noticesAt(file);
    const hadLog = hasLog(file);
    db = openFile(file, place.pages);
    notices.push(...noticesIn(db, file, hadLog));
    begin(db);
  } catch (refusal) {
    say({ refused: refusal instanceof Error ? refusal.message : String(refusal) });
    return parentPort!.close();
  }

  const settle = settler(db);
  let waiting: Asked[] = [];
  let closing = false;

  parentPort!.on('message', (asked: Asked | 'close') => {
    // What arrives while a commit is under way is delivered together after it, and shares the next commit.
    if (waiting.length === 0 && !closing) setImmediate(turn);
    if (asked === 'close') closing = true;
    else waiting.push(asked);
  });

  function turn(): void {
    const group = waiting;
    waiting = [];
    if (group.length > 0) say({ answers: settle(group) });
    if (!closing) return;
    end(db);
    db.close();
    lock.close();
    parentPort!.close();
  }

  say({ open: true, notices });
}

/** Answers a group of requests. An answer exists only after the COMMIT that holds its writing. */
function settler(db: Database) {
  const file = work(db);
  const run = ({ name, args }: Asked) => (file[name] as (...given: unknown[]) => unknown)(...args);

  function together(group: Asked[]): Answer[] {
    db.exec('BEGIN IMMEDIATE');
    try {
      const answers = group.map((asked) => ({ n: asked.n, value: run(asked) }));
      db.exec('COMMIT');
      return answers;
    } catch (trouble) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw trouble;
    }
  }

  // One that cannot be written must not refuse its neighbours: on a full disk, reading goes on and a smaller batch may
  // still fit.
  function settle(group: Asked[]): Answer[] {
    try {
      return together(group);
    } catch (trouble) {
      if (group.length === 1) return group.map(({ n }) => ({ n, trouble: explain(trouble) }));
      return group.flatMap((asked) => settle([asked]));
    }
  }

  const leavesBytes = ({ name }: Asked, answer: Answer | undefined): boolean =>
    name === 'forget' || (name === 'end' && answer !== undefined && 'value' in answer && answer.value === true);

  return (group: Asked[]): Answer[] => {
    const answers = settle(group);
    const scrubs = group.map((asked, i) => leavesBytes(asked, answers[i]));
    if (!scrubs.includes(true)) return answers;
    try {
      scrub(db);
      db.exec('UPDATE ended SET scrubbed = 1 WHERE scrubbed = 0');
      return answers;
    } catch (trouble) {
      return answers.map((answer, i) => (scrubs[i] ? { n: answer.n, trouble: explain(trouble) } : answer));
    }
  };
}

const AWAY = new Set([5, 6, 8, 10, 14]); // BUSY, LOCKED, READONLY, IOERR, CANTOPEN
const FULL = 13;
const NO_ROOM_FOR_INDEX = 4874; // IOERR_SHMSIZE: the index beside the write-ahead log could not grow

function explain(trouble: unknown): Trouble {
  const message = trouble instanceof Error ? trouble.message : String(trouble);
  const code = trouble instanceof Error && 'errcode' in trouble ? Number(trouble.errcode) : 0;
  const primary = code & 0xff;
  if (primary === FULL || code === NO_ROOM_FOR_INDEX) return { reason: 'storage-full', message };
  return { reason: AWAY.has(primary) ? 'storage-away' : null, message };
}
