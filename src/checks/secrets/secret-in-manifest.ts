import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { isStored, objectsOf } from '../../kubernetes/object.ts';
import { isHidden, secretEntries } from '../../kubernetes/secret-data.ts';

export default defineCheck({
  id: 'secret-in-manifest',
  on: objectsOf('Secret'),
  severity: 'high',
  title: 'Manifest holds the values of a Secret',
  why: 'Whoever can read the file, its history or a copy of it has the credentials; Base64 is no protection.',
  advice:
    'Replace the credentials, and keep the new ones in a secret store or encrypted: ExternalSecret, SealedSecret, sops.',
  messages: {
    data: 'the value of key "{key}" stands in the manifest, where Base64 hides nothing',
    stringData: 'the value of key "{key}" stands in the manifest in clear text',
  },
  evaluate(judged, report) {
    if (isStored(judged.resource)) {
      report.notApplicable();
      return;
    }
    for (const entry of secretEntries(judged)) {
      if (!isHidden(judged, entry) && !entry.isRedacted) report.fail(entry.field, entry.at, { key: entry.key });
    }
  },
});

/** A Secret with these fields. */
function secret(fields: string): string {
  return `apiVersion: v1
kind: Secret
metadata:
  name: db
${fields}
`;
}

export const examples: CheckExamples = {
  pass: [
    secret(`data:
  template: "{{ .Values.word }}"
  encrypted: ENC[AES256_GCM,data:aGk=,type:str]
  redacted: "***"
  placeholder: <base64 of the word>
  encoded: ${btoa('${DB_PASSWORD}')}
  empty: ""
  none: null
stringData:
  password: \${DB_PASSWORD}
  blank: " "`),
    secret(`data:
  password: aHVudGVyMg==
sops:
  version: 3.9.0`),
    secret(`type: kubernetes.io/service-account-token`),
  ],
  fail: [
    {
      yaml: secret(`data:
  password: aHVudGVyMg==
  broken: "%%%"
stringData:
  password: changeme`),
      at: ['6:13', '7:11', '9:13'],
      message: [
        'the value of key "password" stands in the manifest, where Base64 hides nothing',
        'the value of key "broken" stands in the manifest, where Base64 hides nothing',
        'the value of key "password" stands in the manifest in clear text',
      ],
    },
  ],
  notApplicable: [
    `apiVersion: v1
kind: Secret
metadata:
  name: db
  uid: 6f1c6b1e-7a39-4c0e-9d7f-0c1d2e3f4a5b
data:
  password: aHVudGVyMg==
`,
  ],
};
