import { describe, expect, test } from 'vitest'
import { programFiles, read } from './files.ts'
import { codeOf, piecesOf, withoutComments } from './typescript-text.ts'

const patternsIn = (text: string) =>
  piecesOf(text).flatMap(({ kind, text }) => (kind === 'pattern' ? [text] : []))

describe('TypeScript cut into pieces', () => {
  test('finds patterns, and takes no division for one', () => {
    expect(patternsIn('const a = /b+/g; f(/c[/]d/u, x / y / z); return /e\\/f/')).toEqual([
      '/b+/g',
      '/c[/]d/u',
      '/e\\/f/',
    ])
    expect(
      patternsIn(
        "a[0] / 2 / 3; (b) / 4; 'c' / 5; `d` / 6; e! / 7; f[0]! / 8 // not /this/\n/* nor /this/ */",
      ),
    ).toEqual([])
  })

  test('reads on inside a template string', () => {
    const text = (written: string) => written.replaceAll('€', '$')
    expect(patternsIn(text('`a €{b.replace(/c/g, `d €{/e/.source}`)} /f/`'))).toEqual(['/c/g', '/e/'])
    expect(codeOf(text('`€{ { a: `}` }.a } process.env`; go()')).replace(/ +/g, ' ').trim()).toBe(
      '{ a: }.a ; go()',
    )
  })

  test('blanks comments and keeps offsets', () => {
    const text = "a // 'b'\n/* c */ 'd // e'"
    expect(withoutComments(text)).toBe("a       \n        'd // e'")
    expect(codeOf(text)).toHaveLength(text.length)
  })

  test.each(programFiles())('%s is cut without loss, and every pattern is one', (path) => {
    const text = read(path)
    expect(
      piecesOf(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
    for (const pattern of patternsIn(text)) expect(patternOf(pattern)).toBeInstanceOf(RegExp)
  })
})

function patternOf(literal: string): RegExp {
  const end = literal.lastIndexOf('/')
  return new RegExp(literal.slice(1, end), literal.slice(end + 1))
}
