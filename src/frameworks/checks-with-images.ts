/** Checks that controls name and that need the results of image scans: they come with these. */
export const checksWithImages: ReadonlySet<string> = new Set([
  'image-signature-missing',
  'image-signature-invalid',
  'image-vulnerabilities-excessive',
  'exposed-workload-vulnerable',
]);
