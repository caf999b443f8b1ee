/** The cryptography of Node, loaded when the first certificate is read: most scans read none, and loading it is slow. */
export function cryptography(): typeof import('node:crypto') {
  return process.getBuiltinModule('node:crypto');
}
