/** Where the JSON Schema of the configuration is published. */
export const CONFIG_SCHEMA_URL = 'https://seawall.dev/schema/config-1.json';
