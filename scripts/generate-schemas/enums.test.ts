import { expect, it } from 'vitest';
import { enumsOfSource } from './enums.ts';

const source = `
func schema_k8sio_api_core_v1_Thing(ref common.ReferenceCallback) common.OpenAPIDefinition {
				Properties: map[string]spec.Schema{
					"name": {
						SchemaProps: spec.SchemaProps{
							Type:        []string{"string"},
						},
					},
					"mode": {
						SchemaProps: spec.SchemaProps{
							Enum:        []interface{}{"B", "A"},
						},
					},
					"modes": {
						SchemaProps: spec.SchemaProps{
							Items: &spec.SchemaOrArray{
								Schema: &spec.Schema{
									SchemaProps: spec.SchemaProps{
										Enum:    []interface{}{"", "C"},
									},
								},
							},
						},
					},
func schema_pkg_apis_meta_v1_Other(ref common.ReferenceCallback) common.OpenAPIDefinition {
					"mode": {
							Enum:        []interface{}{"D"},
`;

it('finds the values of fields, and of the elements of lists', () => {
  expect([...enumsOfSource(source)]).toEqual([
    ['core.v1.Thing mode', ['A', 'B']],
    ['core.v1.Thing modes', ['', 'C']],
    ['meta.v1.Other mode', ['D']],
  ]);
});
