import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { isObject, type JsonObject } from '../src/core/json.ts';

/** A line of a case file: one JSON object. */
export interface CaseLine {
  readonly content: JsonObject;
  /** `FILE:LINE`, for messages. */
  readonly at: string;
}

const MOST_BYTES = 256 * 1024 * 1024;

/**
 * The cases of `NAME.jsonl`, or of `NAME.jsonl.gz` where there is no such file. Throws an Error naming file and line if
 * neither is there, or if a line is no JSON object.
 */
export function readCaseLines(folder: string, name: string): CaseLine[] {
  const plain = join(folder, `${name}.jsonl`);
  const path = existsSync(plain) ? plain : `${plain}.gz`;
  return textLines(path).map(({ text, line }) => {
    const at = `${path}:${line}`;
    const content = parseLine(text, at);
    if (!isObject(content)) throw new Error(`${at}: the line is no JSON object`);
    return { content, at };
  });
}

/** The lines of a text file, or of a `.gz` of one, that hold more than blanks. Throws an Error naming the file. */
export function textLines(path: string): { readonly text: string; readonly line: number }[] {
  return textOf(path)
    .split('\n')
    .map((text, index) => ({ text: text.trim(), line: index + 1 }))
    .filter(({ text }) => text !== '');
}

function textOf(path: string): string {
  try {
    const bytes = readFileSync(path);
    return (path.endsWith('.gz') ? gunzipSync(bytes, { maxOutputLength: MOST_BYTES }) : bytes).toString('utf8');
  } catch (error) {
    throw new Error(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

function parseLine(text: string, at: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${at}: the line is no JSON`, { cause: error });
  }
}
