/**
 * Whether a fact's statements say its value: 24.8 billion, 248亿, 24,800,000,000, or a small number spelled out. A
 * misread amount ('24.8 billion yuan' taken for 24.8) stands in no statement, and is found here.
 */
import type { Fact } from './fact.ts'
import type { Quantity } from './quantity.ts'
import type { Vocabulary } from './vocabulary.ts'
import { readWritten, type Written } from './written.ts'

export interface StatementProblem {
  field: 'statement' | 'statementZh'
  what: string
  wayOut: string
}

export function statementProblems(fact: Fact, vocabulary: Vocabulary): StatementProblem[] {
  const { quantity } = fact
  if (quantity === undefined) return []
  return (['statement', 'statementZh'] as const).flatMap((field) => {
    const text = fact[field]
    const what = text === undefined ? null : wrongIn(text, quantity, vocabulary)
    return what === null ? [] : [{ field, what, wayOut: `The value is '${quantity.asStated}'.` }]
  })
}

function wrongIn(text: string, quantity: Quantity, vocabulary: Vocabulary): string | null {
  const said = readWritten(text, vocabulary).filter(
    ({ kind, value }) => kind === 'amount' && same(Math.abs(value), Math.abs(quantity.value)),
  )
  if (said.length === 0) {
    return isSpelled(text, quantity.value, vocabulary.units.get(quantity.unit)?.en)
      ? null
      : 'the statement does not say the value'
  }
  const inUnit = said.filter((one) => isOfUnit(one, quantity, vocabulary))
  if (inUnit.length === 0) return 'the statement says the value in another unit'
  if (
    quantity.value < 0 &&
    inUnit.every(({ value }) => value > 0) &&
    !FALLS.some((word) => text.includes(word))
  )
    return 'the value is below zero and the statement does not say so'
  if (inUnit.every(({ bound }) => bound !== quantity.bound)) {
    return `the statement says '${inUnit[0]!.bound}' where the value says '${quantity.bound}'`
  }
  return null
}

/** Counted things may stand further on: '42 signed projects', '5G基站12.2万个'. Everything else has its unit at once. */
function isOfUnit({ unit }: Written, quantity: Quantity, { units }: Vocabulary): boolean {
  if (unit === quantity.unit) return true
  const counted = (id: string | undefined) => id === undefined || units.get(id)?.class === 'count'
  return units.get(quantity.unit)?.class === 'count' && counted(unit)
}

function isSpelled(text: string, value: number, unit: string | undefined): boolean {
  const [en, zh] = SPELLED[value] ?? []
  if (en === undefined) return false
  // 'three percentage points', not any 'three' of the sentence
  const behind = text.toLowerCase().split(`${en} `).slice(1)
  const noun = unit?.replace(/s$/, '') ?? ''
  return (
    behind.some((rest) => rest.slice(0, NEAR).includes(noun)) ||
    (zh?.some((word) => text.includes(word)) ?? false)
  )
}

/** Only what the binary form of a number leaves over. */
const same = (a: number, b: number): boolean => Math.abs(a - b) <= Math.abs(b) * 1e-9

const FALLS =
  'fell,fall,shrank,shrink,cut,decreas,declin,drop,down,reduc,lower,minus,下降,减少,降低,回落,下滑,负,缩'.split(
    ',',
  )
/** How far behind a spelled number its noun may stand: 'three large offshore wind projects'. */
const NEAR = 40
const SPELLED: readonly (readonly [string, readonly string[]])[] = (
  'zero:零 one:一个,一家,一座,一条 two:两 three:三 four:四 five:五 six:六 seven:七 eight:八 nine:九 ten:十 eleven:十一 twelve:十二 ' +
  'thirteen:十三 fourteen:十四 fifteen:十五 sixteen:十六 seventeen:十七 eighteen:十八 nineteen:十九 twenty:二十'
)
  .split(' ')
  .map((entry) => {
    const [en = '', zh = ''] = entry.split(':')
    return [en, zh.split(',')] as const
  })
