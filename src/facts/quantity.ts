/** Amounts: a value in base units, the word that bounds it, and how the source wrote it. */
import type { UnitId } from './fact.ts'

export const BOUNDS = ['exact', 'over', 'nearly', 'about', 'up-to'] as const
export type Bound = (typeof BOUNDS)[number]

export interface Quantity {
  /** In base units: 24.8 billion yuan is 24800000000; 7 percent is 7. */
  value: number
  unit: UnitId
  bound: Bound
  /** The amount as the source writes it: 'over 45,000 enterprises'. */
  asStated: string
  /** The dollar amount the article itself gives; never a computed one. */
  usd?: number
}
