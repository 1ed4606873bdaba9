import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { jsonSchema } from '../../src/facts/schema.ts'

test('the schema that editors use is the one the loader checks by (npm run facts -- schema writes it anew)', () => {
  const written: unknown = JSON.parse(readFileSync('data/facts.schema.json', 'utf8'))
  expect(written).toEqual(JSON.parse(JSON.stringify(jsonSchema())))
})
