/**
 * Every diagnostic and error code. Codes are stable. An `error` means that something was not judged and ends the scan with
 * exit code 3; a `warning` asks for a look; a `note` only tells.
 */
export const diagnosticCodes = {
  'broken-document': {
    level: 'error',
    means: 'A document cannot be read; the other documents of the file are judged.',
  },
  'unreadable-input': { level: 'error', means: 'A file or folder cannot be opened, or is no text.' },
  'limit-reached': { level: 'error', means: 'An input is larger or deeper than the limits allow and was left out.' },
  'check-crashed': {
    level: 'error',
    means: 'A check failed on a subject; its verdict there is unknown. Please report it.',
  },
  'duplicate-key': { level: 'warning', means: 'A mapping holds a key twice; the last one wins, as in Kubernetes.' },
  'ignored-text': {
    level: 'warning',
    means: 'Text behind the end of a document, which Kubernetes does not read.',
  },
  'credential-in-text': {
    level: 'warning',
    means:
      'A credential stands where no object shows it and no check looks: in a comment, a broken document, behind the end of one.',
  },
  'duplicate-object': {
    level: 'warning',
    means: 'Two documents define the same object; both are judged, look-ups see the last.',
  },
  'exception-unmatched': {
    level: 'warning',
    means: 'An exception matches no finding: it can go, or it stands in the wrong place.',
  },
  'exception-expired': {
    level: 'warning',
    means: 'The last day of an exception has passed; its findings count again.',
  },
  'exception-invalid': {
    level: 'warning',
    means: 'An exception lacks its reason, or its date or check does not exist; it accepts nothing.',
  },
  'peer-exception-broad': {
    level: 'note',
    means: 'The form of another tool accepts everything where it stands; its findings are counted.',
  },
  'peer-exception-unmapped': {
    level: 'note',
    means: 'The form of another tool names an id that no check here answers; it accepts nothing.',
  },
  'not-covered': {
    level: 'note',
    means: 'An input of a form that is not read yet, such as a chart; nothing in it was judged.',
  },
} as const satisfies Record<string, { level: 'error' | 'warning' | 'note'; means: string }>;

export type DiagnosticCode = keyof typeof diagnosticCodes;

/** The level of a code. */
export function diagnosticLevel(code: DiagnosticCode): 'error' | 'warning' | 'note' {
  return diagnosticCodes[code].level;
}
