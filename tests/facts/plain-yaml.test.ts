import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { NOT_PLAIN, readPlainYaml } from '../../src/facts/plain-yaml.ts'

/** Either the plain reader leaves a text to the yaml package, or both read the same. */
function agrees(text: string): void {
  const plain = readPlainYaml(text)
  if (plain === NOT_PLAIN) return
  const document = parseDocument(text, { logLevel: 'silent' })
  expect(document.errors, text).toEqual([])
  expect(plain, text).toEqual(document.toJS())
}

describe('plain YAML', () => {
  test('every file of data/ is read as the yaml package reads it', () => {
    for (const dir of ['data/facts', 'data/vocabulary']) {
      for (const name of readdirSync(dir).filter((it) => it.endsWith('.yaml'))) {
        const text = readFileSync(`${dir}/${name}`, 'utf8')
        expect(readPlainYaml(text), name).not.toBe(NOT_PLAIN)
        agrees(text)
      }
    }
  })

  test.each([
    "a: 1\nb: \"x\\ny\"\nc: 'it''s'",
    'a:\n- 1\n- 2\nb: ~',
    'a:\n  - b: 1\n    c: { d: [x, "y, z"], e: null }\n  - b: 2 # two',
    '- { id: 5g, en: 5G, aliases: [] }\n- { id: x, en: a b }',
    'a: 0x1F\nb: .inf\nc: 1e400\nd: -0\ne: 007\nf: 1_000\ng: 2024-03-27',
    'a: text\n  carried on',
    'a: b: c',
    'a: "open',
    'a: [1, 2',
    'a: >-\n  folded\n  text',
    'a: &x 1\nb: *x',
    'a: 1\na: 2',
    '__proto__: { x: 1 }',
    '- a\n -b',
    'a: x #no\nb: x#y',
    "a: 'x' y",
    'a:\n    b: 1\n   c: 2',
    '---\na: 1',
    'a: {b:1}',
    'a: [x: 1]',
    'a: -\nb: - x\nc: -1',
    'a: ? b',
    'a: b:',
    'a: @x',
    '- - a',
    '-  a: 1\n   b: 2',
    '',
    '# only a comment',
    'a: "\\x41 \\u4e1c \\q"',
    'a: [ , ]',
    'a: [1, ]',
    'a: { b }',
    'a: yes\nb: True\nc: Null\nd: nULL',
    'a: "x"#y',
    'null: 1\nb: { null: 2 }',
    'a: 1.\nb: .5\nc: +1\nd: 1e3',
  ])('%j', agrees)

  test('texts put together at random are read alike or left alone', () => {
    const piece = fc.constantFrom(
      ...[
        'a:',
        'b:',
        '- ',
        ' ',
        '  ',
        '\n',
        '\n  ',
        '\n    ',
        'x',
        '1',
        '-2.3',
        '"',
        "'",
        '{',
        '}',
        '[',
        ']',
        ',',
      ],
      ...[
        ': ',
        ' #',
        '#',
        'null',
        '2024-03',
        '东营',
        '|',
        '>',
        '&a',
        '*a',
        '!',
        '%',
        '?',
        '\r\n',
        '~',
        'true',
        '.5',
        '-',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => agrees(pieces.join(''))),
      { numRuns: 20_000 },
    )
  })
})
