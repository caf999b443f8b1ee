/** A short option with which a program takes a password: joined (`-pabc`), apart (`-a abc`), or behind a user (`-u a:b`). */
export interface ShortOption {
  readonly programs: readonly string[];
  readonly option: string;
  readonly form: 'joined' | 'apart' | 'behind-user';
}

/** From the programs' manual pages. */
export const shortOptions: readonly ShortOption[] = [
  {
    programs: [
      'mysql',
      'mysqldump',
      'mysqladmin',
      'mysqlimport',
      'mysqlcheck',
      'mysqlsh',
      'mariadb',
      'mariadb-dump',
      'mariadb-admin',
    ],
    option: '-p',
    form: 'joined',
  },
  { programs: ['curl'], option: '-u', form: 'behind-user' },
  { programs: ['curl'], option: '--user', form: 'behind-user' },
  { programs: ['curl'], option: '-U', form: 'behind-user' },
  { programs: ['curl'], option: '--proxy-user', form: 'behind-user' },
  { programs: ['redis-cli'], option: '-a', form: 'apart' },
  { programs: ['sshpass'], option: '-p', form: 'joined' },
  {
    programs: [
      'sshpass',
      'docker',
      'podman',
      'helm',
      'mongo',
      'mongosh',
      'mongodump',
      'mongorestore',
      'az',
      'oc',
      'skopeo',
      'buildah',
      'nerdctl',
      'regctl',
    ],
    option: '-p',
    form: 'apart',
  },
  { programs: ['ldapsearch', 'ldapadd', 'ldapmodify', 'ldapwhoami', 'ldapdelete'], option: '-w', form: 'apart' },
  { programs: ['sqlcmd', 'bcp', 'isql'], option: '-P', form: 'apart' },
  { programs: ['zip', 'unzip', '7z'], option: '-P', form: 'apart' },
  { programs: ['cypher-shell', 'clickhouse-client'], option: '-p', form: 'apart' },
];
