import { readSync } from 'node:fs';
import { decode } from '../sources/files/read-file.ts';
import { defaultLimits } from '../text/document.ts';

const CHUNK = 65_536;
const WAIT_MILLISECONDS = 20;

/**
 * Reads the standard input to its end, as UTF-8 or, by its byte order mark, UTF-16. A terminal and a pipe of a patient
 * parent have nothing yet at times: it waits.
 * @throws Error if it cannot be read, is no text or is too large.
 */
export function readStandardInput(): string {
  const chunks: Buffer[] = [];
  let size = 0;
  for (let chunk = nextChunk(); chunk.length > 0; chunk = nextChunk()) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > defaultLimits.size) throw new Error(`it has over ${defaultLimits.size} bytes, the limit`);
  }
  const content = decode(Buffer.concat(chunks));
  if (content.is !== 'text') throw new Error(content.why);
  return content.text;
}

/** The bytes that come next; none at the end. */
function nextChunk(): Buffer {
  const buffer = Buffer.allocUnsafe(CHUNK);
  for (;;) {
    try {
      return buffer.subarray(0, readSync(0, buffer));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EOF') return buffer.subarray(0, 0);
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MILLISECONDS);
    }
  }
}
