import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** A source to judge in the place of a check's file. */
export interface Question {
  /** The absolute path of the check's file, whose examples judge it. */
  readonly file: string;
  readonly source: string;
}

/** What the examples say of it: the first fault they find, or undefined if they notice nothing. */
export interface Answer {
  readonly fault: string | undefined;
}

export interface JudgeSettings {
  /** How many are judged at the same time. */
  readonly workers: number;
  /** A mutant that takes longer counts as noticed: it does not come to an end. */
  readonly timeoutMilliseconds: number;
}

const MOST_MEMORY = { maxOldGenerationSizeMb: 256 };
const START_MILLISECONDS = 60_000;

/** Several workers that judge sources. */
export interface Court {
  /**
   * Judges every source by the examples of its check, each for a bounded time and within bounded memory. The answers are
   * in the order of the questions.
   */
  judge(questions: readonly Question[]): Promise<Answer[]>;
  /** Ends the workers. */
  close(): Promise<void>;
}

/** Makes a court whose workers start when they get their first question. */
export function createCourt({ workers, timeoutMilliseconds }: JudgeSettings): Court {
  const judges = Array.from({ length: workers }, () => createJudge(timeoutMilliseconds));
  return {
    async judge(questions) {
      const answers: Answer[] = questions.map(() => ({ fault: undefined }));
      // Every judge takes the next question from the one queue.
      const queue = questions.entries();
      await Promise.all(
        judges.map(async (judge) => {
          for (const [index, question] of queue) answers[index] = await judge.ask(question);
        }),
      );
      return answers;
    },
    async close() {
      await Promise.all(judges.map((judge) => judge.close()));
    },
  };
}

interface Judge {
  ask(question: Question): Promise<Answer>;
  close(): Promise<void>;
}

/** Keeps a worker going from question to question; one that does not answer is ended, and the next question gets another. */
function createJudge(timeoutMilliseconds: number): Judge {
  let worker: Worker | undefined;

  async function close(): Promise<void> {
    await worker?.terminate();
    worker = undefined;
  }

  return {
    async ask(question) {
      worker ??= await startWorker();
      worker.postMessage(question, []);
      const event = await nextEvent(worker, timeoutMilliseconds);
      if (event.is === 'message') return { fault: event.message === '' ? undefined : event.message };
      await close();
      return { fault: event.why };
    },
    close,
  };
}

async function startWorker(): Promise<Worker> {
  const worker = new Worker(join(import.meta.dirname, 'worker.ts'), { execArgv: [], resourceLimits: MOST_MEMORY });
  // Without a listener an error between two questions would end the whole run.
  worker.on('error', () => {});
  const event = await nextEvent(worker, START_MILLISECONDS);
  if (event.is === 'end') throw new Error(`the worker does not start: ${event.why}`);
  return worker;
}

type WorkerEvent = { readonly is: 'message'; readonly message: string } | { readonly is: 'end'; readonly why: string };

/** Waits for a worker's next message, for its end, or until the time is over. */
function nextEvent(worker: Worker, timeoutMilliseconds: number): Promise<WorkerEvent> {
  return new Promise((resolve) => {
    function onMessage(message: unknown): void {
      finish({ is: 'message', message: String(message) });
    }
    function onError(error: Error): void {
      finish({ is: 'end', why: error.message });
    }
    function onExit(): void {
      finish({ is: 'end', why: 'the worker ended' });
    }
    function finish(event: WorkerEvent): void {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(event);
    }
    const timer = setTimeout(
      () => finish({ is: 'end', why: `not at an end after ${timeoutMilliseconds} ms` }),
      timeoutMilliseconds,
    );
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}
