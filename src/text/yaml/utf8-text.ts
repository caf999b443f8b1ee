const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Bytes of UTF-8 as text, as Go reads them: each byte that belongs to no character becomes U+FFFD by itself. */
export function utf8Text(bytes: Uint8Array): string {
  let text = '';
  let from = 0;
  let offset = 0;
  while (offset < bytes.length) {
    const length = characterLength(bytes, offset);
    if (length === 0) {
      text += `${decoder.decode(bytes.subarray(from, offset))}\uFFFD`;
      from = offset + 1;
    }
    offset += Math.max(length, 1);
  }
  return text + decoder.decode(bytes.subarray(from));
}

/** The bytes of the character that starts at an offset; 0 if none does (RFC 3629, section 4). */
function characterLength(bytes: Uint8Array, offset: number): number {
  const lead = bytes[offset] ?? 0;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const second = bytes[offset + 1] ?? 0;
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < lowest || second > highest) return 0;
  for (let next = offset + 2; next < offset + length; next += 1) if ((bytes[next] ?? 0) >> 6 !== 2) return 0;
  return length;
}
